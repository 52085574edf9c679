/** A record that was entered twice, found by a count and adjusted: it can still be withdrawn, and the adjustment with it. */
import { expect, it } from 'vitest';
import { AT, BALANCED, counted, useCounting } from './counting.ts';

const { who, post, get, books, batch, count, adjust, decide, settle, balances } = useCounting();

async function booked(countId: string, batches: readonly object[], more: object = {}) {
  const { json, text } = await adjust(countId, batches, more);
  if (json.state === 'booked') return;
  const { status } = await decide(json.id, 'confirm', who.second);
  expect([status, text]).toEqual([200, expect.any(String)]);
}

const bookOf = async (ids: readonly string[]) => {
  const read = await Promise.all(ids.map((id) => get(`/batches/${id}`)));
  return read.map(({ massGrams, pieces, state }) => [massGrams, pieces, state]);
};

it('a batch of batteries is withdrawn, with what the count took from it', async () => {
  await settle();
  const [{ id: one }, { id: twice }] = [await batch(1_000_000, 60), await batch(1_000_000, 60)];
  const { id: countId } = await count([{ massGrams: 1_000_000, pieces: 60 }]);
  await booked(countId, [counted(twice, 0, 0)]);
  const { affected } = await post(`/batches/${twice}/corrections`, { reason: '重复登记', massGrams: 0, pieces: 0 });
  expect(await bookOf([one, twice])).toEqual([
    [1_000_000, 60, undefined],
    [0, 0, 'withdrawn'],
  ]);
  expect(new Set(await balances(twice))).toEqual(new Set([0]));
  expect(new Set(affected.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['recovery_rate']));
  expect(await books()).toMatchObject(BALANCED);
  const { items } = await get(`/batches/${twice}/movements`);
  const adjustment = items.find(({ kind }: { kind: string }) => kind === 'stock_adjustment');
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'correction', fromBoundary: 'adjustment', correctsId: adjustment.id }),
  );
});

it('a batch of which the count left a part is withdrawn too; the other one then differs from the count', async () => {
  await settle();
  const [{ id: one }, { id: twice }] = [await batch(1_000_000, 60), await batch(1_000_000, 60)];
  const { id: countId } = await count([{ massGrams: 1_000_000, pieces: 60 }]);
  await booked(countId, [counted(one, 600_000, 36), counted(twice, 400_000, 24)]);
  await post(`/batches/${twice}/corrections`, { reason: '重复登记', massGrams: 0, pieces: 0 });
  const { id: again } = await count([{ massGrams: 1_000_000, pieces: 60 }], { replacesId: countId });
  await booked(again, [counted(one, 1_000_000, 60)]);
  expect(await bookOf([one, twice])).toEqual([
    [1_000_000, 60, undefined],
    [0, 0, 'withdrawn'],
  ]);
  expect(await books()).toMatchObject(BALANCED);
});

it('a supply and an output are withdrawn, with what the count took from their batches', async () => {
  await settle();
  const bought = { sourceKind: 'reagent', supplierName: '演示', massGrams: 9_000, receivedAt: AT };
  const supplies = [1, 2].map(() => post('/supplies', { siteId: who.own.siteId, ...bought }));
  const [, twice] = await Promise.all(supplies);
  const { id: fed } = await batch(1_000_000, 60);
  const run = await post('/runs', { siteId: who.own.siteId, startedAt: AT, process: 'integrated' });
  await post(`/runs/${run.id}/feeds`, { fedAt: AT, lines: [{ batchId: fed, massGrams: 1_000_000, pieces: 60 }] });
  const slag = { material: 'slag', massGrams: 5_000 };
  const { batches: outputs } = await post(`/runs/${run.id}/outputs`, { yieldedAt: AT, outputs: [slag, slag] });
  const made = outputs.at(-1).id;
  const { id: countId } = await count([
    { item: 'bought_reagents', massGrams: 9_000, leadPpm: 0 },
    { item: 'slag', massGrams: 5_000, leadPpm: 20_000 },
  ]);
  await booked(countId, [counted(twice.batchId, 0)], { item: 'bought_reagents' });
  await booked(countId, [counted(made, 0)], { item: 'slag' });
  await post(`/supplies/${twice.id}/corrections`, { reason: '重复登记', massGrams: 0 });
  await post(`/runs/${run.id}/outputs/${made}/corrections`, { reason: '重复登记', massGrams: 0 });
  for (const id of [twice.batchId, made]) {
    expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 0, state: 'withdrawn' });
    expect(new Set(await balances(id))).toEqual(new Set([0]));
  }
  expect(await books()).toMatchObject(BALANCED);
});
