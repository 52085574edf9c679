import { expect, it } from 'vitest';
import { bookOf, counts, refuseElsewhere } from '../../../src/recycling/adjustments/stock-item.ts';
import { problemOf } from '../../batches/examples.ts';

const BATTERIES = { item: 'batteries', term: 'battery_stock', materials: ['900-052-31'] } as const;
const OTHER_WORK = { item: 'other_work', term: 'work', materials: ['sludge', '900-052-31'] } as const;

it('an item counts its materials, and batteries apart from what shares their waste code', () => {
  expect(counts(BATTERIES, { kind: 'battery', material: '900-052-31' })).toBe(true);
  expect(counts(BATTERIES, { kind: 'residue', material: '900-052-31' })).toBe(false);
  expect(counts(OTHER_WORK, { kind: 'battery', material: '900-052-31' })).toBe(false);
  expect(counts(OTHER_WORK, { kind: 'residue', material: 'sludge' })).toBe(true);
  expect(counts(OTHER_WORK, { kind: 'residue', material: 'dust' })).toBe(false);
  for (const kind of ['product', 'transit']) expect(counts(OTHER_WORK, { kind, material: 'sludge' })).toBe(false);
});

it('products and bought feed are counted by items outside the balance, and waste of a manifest apart from bought scrap', () => {
  const scrap = { item: 'bought_scrap', term: 'outside', materials: ['384-004-31', 'refined_lead'] } as const;
  const received = { item: 'received', term: 'work', materials: ['384-004-31'], kinds: ['battery'] } as const;
  const kinds = ['product', 'other_feed', 'battery', 'residue'];
  expect(kinds.map((kind) => counts(scrap, { kind, material: '384-004-31' }))).toEqual([true, true, false, false]);
  expect(kinds.map((kind) => counts(received, { kind, material: '384-004-31' }))).toEqual([false, false, true, false]);
});

it('the books of an item are those of its accounts', () => {
  const stock = [
    { kind: 'battery', material: '900-052-31', massGrams: 10, pieces: 2 },
    { kind: 'residue', material: 'sludge', massGrams: 5, pieces: 0 },
    { kind: 'process', material: 'sludge', massGrams: 3, pieces: 1 },
  ];
  expect([bookOf(BATTERIES, stock), bookOf(OTHER_WORK, stock)]).toEqual([
    { massGrams: 10, pieces: 2 },
    { massGrams: 8, pieces: 1 },
  ]);
});

it('a batch is of the item and on the site of the count', () => {
  const of = { item: BATTERIES, siteId: 's', pointer: '#/body/batches/0/batchId' };
  const refused = (siteId: string | null, material = '900-052-31') =>
    problemOf(() => refuseElsewhere({ id: 'b', kind: 'battery', material, siteId }, of))?.code;
  expect(refused('s')).toBeUndefined();
  expect([refused('t'), refused(null), refused('s', 'slag')]).toEqual(
    Array.from({ length: 3 }, () => 'stock-adjustment-batch-elsewhere'),
  );
});

it('the account of a run is not adjusted, of whatever item', () => {
  const run = { id: 'r', kind: 'process', material: 'work_in_progress', siteId: null } as const;
  for (const item of [BATTERIES, { item: 'furnace', term: 'work', materials: ['work_in_progress'] } as const]) {
    const of = { item, siteId: 's', pointer: '#/body/batches/0/batchId' };
    expect(problemOf(() => refuseElsewhere(run, of))?.code).toBe('stock-adjustment-of-run');
  }
});
