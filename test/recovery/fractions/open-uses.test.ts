import { expect, it } from 'vitest';
import type { FractionMovement } from '../../../src/recovery/fractions/fate.ts';
import type { FractionRecord } from '../../../src/recovery/fractions/fraction-record.ts';
import { openUseFindings, openUseOf } from '../../../src/recovery/fractions/open-uses.ts';

const AT = new Date('2026-10-10T00:00:00Z');
const USED: FractionRecord = {
  ...{ id: 'r', fraction: 'plastics', fate: 'material', kind: 'use', subject: 'disposition:d', batchId: 'b' },
  ...{ material: 'plastics_light', massGrams: 100, sign: 1, contentPpm: 950_000, factorPpm: 1_000_000 },
  ...{ sulphuricAcidPpm: 0, basis: 'batch', assayId: 'a', leadPpm: null, leadMoisturePpm: 0, occurredAt: AT },
};
type Said = FractionMovement['confirmations'][number];
const said = (massGrams: number, more: Partial<Said> = {}): Said => ({
  ...{ id: 'c', fate: 'material', massGrams, byReceiver: true, confirmedOn: '2026-10-31', recordedAt: AT, ...more },
});
const open = (confirmations: readonly Said[], records = [USED]) =>
  openUseOf({ confirmations }, records, '2026-10-31').map(({ id, massGrams }) => [id, massGrams]);

it('leaves open what the receiver itself did not confirm as a material in the period', () => {
  expect(open([said(100)])).toEqual([]);
  expect(open([])).toEqual([['r', 100]]);
  expect(open([said(60), said(40, { byReceiver: false })])).toEqual([['r', 40]]);
  expect(open([said(100, { confirmedOn: '2026-11-01' })])).toEqual([['r', 100]]);
  expect(open([said(30, { fate: 'fuel' }), said(50)])).toEqual([['r', 50]]);
});

it('adds up the parts of a delivery, and counts a delivery that was corrected at the mass of now', () => {
  const parts = [
    { ...USED, massGrams: 70 },
    { ...USED, id: 's', massGrams: 30 },
    { ...USED, fate: 'stock' as const },
  ];
  expect(open([said(70), said(20)], parts)).toEqual([['r', 10]]);
  expect(open([said(100)], [{ ...USED, massGrams: 40 }])).toEqual([]);
  expect(open([said(100)], [{ ...USED, massGrams: 140 }])).toEqual([['r', 40]]);
  expect(open([], [{ ...USED, fate: 'unconfirmed' }])).toEqual([]);
});

it('is a note within the uncertainty of each figure, and a flag beyond it', () => {
  const of = (hundredths: bigint) => ({ numerator: hundredths, denominator: 100n });
  const figure = (value: bigint, without: bigint, expanded: number) => ({
    ...{ value: of(value), without: of(without), expanded },
  });
  const found = (...figures: Parameters<typeof openUseFindings>[1]) => openUseFindings([USED], figures);
  expect(found(figure(78n, 76n, 0.02))).toMatchObject([{ code: 'USES_NOT_CONFIRMED', severity: 'note' }]);
  expect(found(figure(78n, 78n, 0), figure(78n, 76n, 0.02), figure(70n, 65n, 0.019))).toMatchObject([
    {
      severity: 'flag',
      facts: { records: 1, massGrams: 100, sharePercent: '5.00', limitPercent: '1.90' },
    },
  ]);
  expect(found(figure(78n, 78n, 0))).toEqual([]);
  expect(found({ value: null, without: null, expanded: 0 })).toEqual([]);
});
