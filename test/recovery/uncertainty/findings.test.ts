import { expect, it } from 'vitest';
import { type LeadRecord, termsOf } from '../../../src/recovery/lead-records.ts';
import { doubtOf, uncertaintyFindings } from '../../../src/recovery/uncertainty/findings.ts';
import type { Uncertainties } from '../../../src/recovery/uncertainty/uncertainty.ts';

const ofBases = { batch: 3_000, supplier_class: 6_000, declared_default: 20_000, count: 10_000 };
const uncertainties: Uncertainties = {
  coverageFactor: 2,
  scales: { gate: 0, line: 0, count: 0, monitor: 0 },
  contents: { batteries: ofBases, products: { ...ofBases, batch: 0 }, other: ofBases },
};
const record = (id: string, term: LeadRecord['term'], massGrams: number, ppm: number): LeadRecord => ({
  ...{ id, term, kind: 'output', subject: id, batchId: id, material: 'x', massGrams, sign: 1 },
  ...{ ppm, moisturePpm: 0, basis: 'batch', assayId: id, occurredAt: new Date(0) },
});

it('an expanded uncertainty above its limit needs a review, and names both in points', () => {
  const records = [record('a', 'received', 1_000_000, 600_000), record('b', 'products', 600_000, 1_000_000)];
  const terms = termsOf(records);
  // One assay of 0.3 % of 60 %: half a per cent of the lead, twice.
  expect(doubtOf(records, terms, { uncertainties, evidenceLimits: limits(100) })).toBeCloseTo(0.01, 12);
  expect(uncertaintyFindings(records, terms, { uncertainties, evidenceLimits: limits(100) })).toEqual([]);
  expect(uncertaintyFindings(records, terms, { uncertainties, evidenceLimits: limits(99) })).toMatchObject([
    { code: 'UNCERTAINTY_HIGH', severity: 'flag', facts: { expandedPoints: '1.00', limitPoints: '0.99' } },
  ]);
});

const limits = (expandedUncertaintyBasisPoints: number) => ({
  ...{ unconfirmedShareBasisPoints: 50, unconfirmedFloorGrams: 20_000 },
  expandedUncertaintyBasisPoints,
});
