import { expect, it } from 'vitest';
import { leadOnTheWay, wayFindings } from '../../../src/recovery/elsewhere/way.ts';
import { ofNumber } from '../../../src/recovery/fraction.ts';
import { leadIn } from '../../../src/recovery/lead.ts';

const RATE = { available: leadIn(10_000, 1_000_000, 0), expanded: ofNumber(0.01) };
const found = (massGrams: number, rate = RATE) => {
  const way = { loads: 2, massGrams };
  return wayFindings(way, leadOnTheWay(way, 500_000), rate);
};

it('loads on the way have the greatest content of batteries', () => {
  expect(leadOnTheWay({ loads: 1, massGrams: 10 }, 700_000)).toBe(leadIn(7, 1_000_000, 0));
  expect(leadOnTheWay(undefined, 700_000)).toBe(0n);
});

it('they are a note within the uncertainty of the rate, and a flag beyond it', () => {
  expect(found(0)).toEqual([]);
  expect(found(200)).toMatchObject([{ code: 'LOADS_ON_THE_WAY', severity: 'note' }]);
  const facts = { loads: 2, massGrams: 201, leadGrams: 100, sharePercent: '1.00', limitPercent: '1.00' };
  expect(found(201)).toMatchObject([{ code: 'LOADS_ON_THE_WAY', severity: 'flag', facts }]);
  expect(found(201, { ...RATE, available: 0n })).toEqual([]);
});
