import { expect, it } from 'vitest';
import { movableLead } from '../../../src/recovery/assays/movable.ts';
import { leadIn } from '../../../src/recovery/lead.ts';
import { type LeadRecord, NO_CONTENT } from '../../../src/recovery/lead-records.ts';

const RANGE = () => ({ minPpm: 400_000, maxPpm: 800_000 });
const record = (term: LeadRecord['term'], massGrams: number, changes: Partial<LeadRecord> = {}): LeadRecord => ({
  ...{ id: 'r', term, kind: 'manifest_line', subject: 'manifest:m', batchId: 'b', material: 'm', massGrams, sign: 1 },
  ...{ occurredAt: new Date(0), ...NO_CONTENT, ppm: 500_000, basis: 'batch', assayId: 'a', ...changes },
});
const moved = (...records: LeadRecord[]) => Number(movableLead(records, RANGE) / leadIn(1, 1, 0));

it.each<[string, readonly LeadRecord[], number]>([
  ['what came could have been richer', [record('received', 10)], 3_000_000],
  ['a product could be poorer', [record('products', 10)], 1_000_000],
  [
    'a product that is fed again takes that back',
    [record('products', 10), record('products', 4, { sign: -1 })],
    600_000,
  ],
  ['what came and is in stock has one content', [record('received', 10), record('closing_stock', 9)], 300_000],
  ['two assays have two', [record('received', 10), record('closing_stock', 9, { assayId: 'b' })], 3_900_000],
  ['all lead of by-products rests on the word of a receiver', [record('by_products', 10)], 5_000_000],
  ['a loss flatters both ways', [record('loss_slag', 10)], 3_000_000],
  [
    'slag of an open run hides what is missing',
    [record('closing_work', 10), record('closing_work', 10, { kind: 'output', sign: -1 })],
    4_000_000,
  ],
  ['content beyond the range lowers nothing more', [record('received', 10, { ppm: 900_000 })], 0],
  ['moisture counts', [record('received', 10, { ppm: 1_000_000, moisturePpm: 500_000 })], 3_000_000],
  [
    'feed without an assay could hold what its kind can hold',
    [record('other_feed', 10, { kind: 'feed', ppm: null, basis: 'none', assayId: null })],
    8_000_000,
  ],
  ['what is outside the balance moves nothing', [record('for_disposal', 10)], 0],
])('%s', (_, records, expected) => {
  expect(moved(...records)).toBe(expected);
});
