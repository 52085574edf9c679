/** A record that was entered twice, found by a count and adjusted: it can still be withdrawn, and the adjustment with it. */
import { describe, expect, it } from 'vitest';
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
  expect(new Set(affected.map(({ kind }: { kind: string }) => kind))).toEqual(
    new Set(['recovery_rate', 'stock_adjustment']),
  );
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

it('a withdrawn batch that comes back has its adjustments again, and the correction names them', async () => {
  await settle();
  const { id } = await batch(1_000_000, 60);
  const { id: countId } = await count([{ massGrams: 500_000, pieces: 30 }]);
  await booked(countId, [counted(id, 500_000, 30)]);
  const said = (quantity: object) => post(`/batches/${id}/corrections`, { reason: '演示', ...quantity });
  const adjustments = ({ affected }: { affected: { kind: string; before: object; after: object }[] }) =>
    affected.filter(({ kind }) => kind === 'stock_adjustment').map(({ before, after }) => [before, after]);
  const [whole, nothing] = [
    { massGrams: 500_000, pieces: 30 },
    { massGrams: 0, pieces: 0 },
  ];
  expect(adjustments(await said(nothing))).toEqual([[whole, nothing]]);
  expect(adjustments(await said({ massGrams: 1_000_000, pieces: 60 }))).toEqual([[nothing, whole]]);
  expect(await bookOf([id])).toEqual([[500_000, 30, undefined]]);
  const less = await who.own.post(`/v1/batches/${id}/corrections`, { reason: '演示', massGrams: 400_000, pieces: 24 });
  expect([less.status, less.json.code]).toEqual([409, 'correction-below-moved']);
  expect(await books()).toMatchObject(BALANCED);
});

describe('a batch that was adjusted and then merged', () => {
  async function merged(countedGrams: number, countedPieces: number) {
    await settle();
    const [{ id: one }, { id: other }] = [await batch(100_000, 10), await batch(200_000, 20)];
    const { id: countId } = await count([{ massGrams: 200_000 + countedGrams, pieces: 20 + countedPieces }]);
    await booked(countId, [counted(one, countedGrams, countedPieces)]);
    const { id } = await post('/batches/merge', { batchIds: [one, other] });
    return { one, other, id: id as string };
  }
  const correct = (id: string, massGrams: number, pieces: number) =>
    who.own.post(`/v1/batches/${id}/corrections`, { reason: '演示', massGrams, pieces });
  const shares = async (id: string) => {
    const { steps } = await get(`/batches/${id}/trace?direction=back`);
    const first = steps.filter(({ depth }: { depth: number }) => depth === 1);
    return first.reduce((sum: number, { sharePpm }: { sharePpm: number }) => sum + sharePpm, 0);
  };

  it.each([
    ['lost', 90_000, 9],
    ['gained', 110_000, 11],
  ])('is withdrawn with what it %s by the count, and leaves the other one whole', async (_, grams, pieces) => {
    const { one, other, id } = await merged(grams, pieces);
    expect((await correct(one, 0, 0)).status).toBe(201);
    expect(await bookOf([one, id])).toEqual([
      [0, 0, 'withdrawn'],
      [200_000, 20, undefined],
    ]);
    expect(await shares(id)).toBe(1_000_000);
    expect((await correct(other, 190_000, 19)).status).toBe(201);
    expect((await correct(one, 100_000, 10)).status).toBe(201);
    expect(await bookOf([id])).toEqual([[190_000 + grams, 19 + pieces, undefined]]);
    expect(await books()).toMatchObject(BALANCED);
  });

  it('is not corrected to less than a count has taken from it', async () => {
    const { one, id } = await merged(80_000, 8);
    const refused = await correct(one, 10_000, 1);
    expect([refused.status, refused.json.code]).toEqual([409, 'correction-below-moved']);
    expect((await correct(one, 30_000, 3)).status).toBe(201);
    expect(await bookOf([id])).toEqual([[210_000, 21, undefined]]);
    expect(await shares(id)).toBe(1_000_000);
  });
});

describe('a record that was made up for a count', () => {
  it('cannot be withdrawn while an adjustment of one person depends on it', async () => {
    await settle();
    const { id } = await batch(1_000_000, 50);
    const { id: made } = await batch(1_000_000_000, 50_000);
    const { id: countId } = await count([{ massGrams: 1_000_010_000, pieces: 50_001 }]);
    const adjusted = await adjust(countId, [counted(id, 10_000, 1)]);
    expect([adjusted.json.state, adjusted.json.aboveLimit]).toEqual(['booked', false]);
    for (const [massGrams, pieces] of [
      [0, 0],
      [10_000_000, 500],
    ]) {
      const { status, json } = await who.own.post(`/v1/batches/${made}/corrections`, {
        reason: '演示',
        massGrams,
        pieces,
      });
      expect([status, json.code, json.id]).toEqual([409, 'stock-adjustment-limit-passed', adjusted.json.id]);
    }
    const less = { reason: '演示', massGrams: 999_000_000, pieces: 50_000 };
    expect((await who.own.post(`/v1/batches/${made}/corrections`, less)).status).toBe(201);
    expect(await books()).toMatchObject(BALANCED);
  });

  it('is not withdrawn at the same moment either: one of the two is refused', async () => {
    for (let round = 0; round < 6; round += 1) {
      await settle();
      const { id } = await batch(100_000_000, 5_000);
      const { id: made } = await batch(2_000_000_000, 100_000);
      const { id: countId } = await count([{ massGrams: 2_095_000_000, pieces: 105_000 }]);
      const [adjusted, withdrawn] = await Promise.all([
        adjust(countId, [counted(id, 95_000_000, 5_000)]),
        who.own.post(`/v1/batches/${made}/corrections`, { reason: '演示', massGrams: 0, pieces: 0 }),
      ]);
      const alone = adjusted.status === 201 && adjusted.json.state === 'booked';
      expect([alone, withdrawn.status === 201]).not.toEqual([true, true]);
      expect([adjusted.status, withdrawn.status].every((status) => status < 500)).toBe(true);
    }
  });

  it('leaves other corrections open when the books of the count have sunk otherwise', async () => {
    await settle();
    const { id } = await batch(1_000_000, 50);
    const { id: other } = await batch(100_000_000, 5_000);
    const { id: countId } = await count([{ massGrams: 100_700_000, pieces: 5_050 }]);
    expect((await adjust(countId, [counted(id, 700_000, 50)])).json.state).toBe('booked');
    const run = await post('/runs', { siteId: who.own.siteId, startedAt: AT, process: 'integrated' });
    const lines = [{ batchId: other, massGrams: 99_000_000, pieces: 4_950 }];
    await post(`/runs/${run.id}/feeds`, { fedAt: AT, lines });
    const said = (body: object) => who.own.post(`/v1/batches/${other}/corrections`, { reason: '演示', ...body });
    expect((await said({ supplierName: '演示' })).status).toBe(201);
    expect((await said({ massGrams: 99_990_000 })).status).toBe(201);
  });
});
