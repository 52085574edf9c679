import { expect, it } from 'vitest';
import { type LeadRecord, NO_CONTENT } from '../../../src/recovery/lead-records.ts';
import { fedGrams, massOf } from '../../../src/recovery/terms/mass.ts';

const record = (term: LeadRecord['term'], massGrams: number, sign: 1 | -1 = 1): LeadRecord => ({
  ...{ id: term, term, kind: 'manifest_line', subject: 'manifest:m', batchId: 'b', material: 'x', massGrams, sign },
  ...{ ...NO_CONTENT, occurredAt: new Date(0) },
});

it('records that take back have a negative mass', () => {
  expect(massOf([record('products', 10), record('products', 4, -1)])).toBe(6n);
});

it('what was fed is batteries that came and did not stay or leave, with other feed', () => {
  const came = [record('opening_stock', 30), record('received', 100), record('other_feed', 7)];
  expect(fedGrams([...came, record('closing_stock', 20), record('forwarded', 5)])).toBe(112n);
  expect(fedGrams([record('closing_stock', 20), record('other_feed', 7)])).toBe(7n);
});
