/** Records of closed months that were made or corrected late. */
import { expect, it } from 'vitest';
import { type LateRecord, lateFindings } from '../../../src/recovery/periods/late.ts';

const OUTPUT: LateRecord = {
  ...{ id: 'movement:1', subject: 'run:1', term: 'products', kind: 'output', sign: 1, massGrams: 1_000_000 },
  ...{ ppm: 500_000, moisturePpm: 0, occurredAt: new Date('2026-10-05T00:00:00.000Z') },
};
const WITHIN = { available: 50_000_000n * 1_000_000_000_000n, expanded: { numerator: 1n, denominator: 100n } };
const found = (late: readonly LateRecord[], graceDays: number | null = 45, within = WITHIN) =>
  lateFindings(late, { graceDays }, within).map(({ code, severity, facts }) => [code, severity, facts]);

it('late lead is a note up to the uncertainty of the rate, and a flag beyond it', () => {
  const facts = { records: 1, leadGrams: 500_000, days: 45, sharePercent: '1.00', limitPercent: '1.00' };
  expect(found([OUTPUT])).toEqual([['RECORDS_LATE', 'note', facts]]);
  expect(found([{ ...OUTPUT, massGrams: 1_000_002 }])[0]?.[1]).toBe('flag');
});

it('late changes in two directions do not offset each other', () => {
  const [one] = found([OUTPUT, { ...OUTPUT, id: 'movement:2', sign: -1 }]);
  expect(one).toMatchObject(['RECORDS_LATE', 'flag', { records: 2, leadGrams: 1_000_000 }]);
});

it('nothing is late without a law, without lead, or in no term', () => {
  expect(found([OUTPUT], null)).toEqual([]);
  expect(found([])).toEqual([]);
  expect(found([{ ...OUTPUT, ppm: null }])).toEqual([]);
  expect(found([{ ...OUTPUT, term: 'not_counted' }])).toEqual([]);
  expect(found([OUTPUT], 45, { ...WITHIN, available: 0n })).toEqual([]);
});
