/** Grounds of findings: written with lead as whole picograms, and read again. */
import { expect, it } from 'vitest';
import { type FrozenGrounds, groundsIn, groundsText } from '../../../src/recovery/evidence/grounds.ts';

const GROUNDS = {
  ...{ assays: [], classes: [], months: [] },
  circumstances: { gates: [], withoutManifestGrams: 0, oldGrams: 0, loneManifests: 0 },
  stock: { missingCounts: [], productGrams: 0, runs: [], counts: [] },
  dioxin: {
    ...{ measurements: [], produced: [], operated: [], year: '2026', isOver: false },
    law: {
      ...{ factors: [], limitFemtograms: 1, referenceCubicMetres: 1 },
      evidence: {
        ...{ productShareBasisPoints: 1, hoursShareBasisPoints: 1, exhaustShareBasisPoints: 1, recordDays: 1 },
        unseparatedClasses: [],
      },
    },
  },
  fractions: { numbered: { records: 0, massGrams: 0 }, late: 0, analyses: [] },
};
const COUNT: FrozenGrounds['stock']['counts'][number] = {
  ...{
    end: 'closing',
    siteId: 's',
    siteName: '演示厂',
    countId: 'c',
    countedOn: '2026-10-31',
    gateGrams: 0,
    storageLimitGrams: null,
    lines: [],
  },
  ...{ books: [], counted: { shareBasisPoints: 500, floorPpm: 5_000, smallGrams: 1_000 } },
  bounds: [{ item: 'slag', massGrams: 1, low: 10n ** 20n, high: 2n, unknownGrams: 0, isOpen: false }],
  tolerance: {
    battery_stock: { shareBasisPoints: 1, floorGrams: 0 },
    work: { shareBasisPoints: 1, floorGrams: 0 },
    outside: { shareBasisPoints: 1, floorGrams: 0 },
  },
};

it('keep every picogram, and are the same text each time', () => {
  const text = groundsText({ ...GROUNDS, stock: { ...GROUNDS.stock, counts: [COUNT] } });
  expect(text).toContain('"low":"100000000000000000000"');
  expect(groundsText({ ...GROUNDS, stock: { counts: [COUNT], runs: [], productGrams: 0, missingCounts: [] } })).toBe(
    text,
  );
  expect(groundsIn(text)).toMatchObject({ stock: { counts: [{ countId: 'c' }] } });
});

it('are missing in evidence of before', () => {
  expect(groundsIn(undefined)).toBeUndefined();
});
