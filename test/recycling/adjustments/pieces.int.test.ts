/** Mass and pieces of one count, adjusted together or one after the other, each once. */
import { expect, it } from 'vitest';
import { type AdjustedBatch, changeOf } from '../../../src/recycling/adjustments/stock-adjustment.ts';
import { BALANCED, counted, useCounting } from './counting.ts';

const { who, get, books, batch, count, adjust, decide, settle } = useCounting();

const refusal = async (sending: ReturnType<typeof adjust>) => {
  const { status, json } = await sending;
  return [status, json.code, json.quantities];
};

it('the pieces of a count are booked after its mass, and neither a second time', async () => {
  await settle();
  const { id } = await batch(1_000_000, 60);
  const { id: countId } = await count([{ massGrams: 985_000, pieces: 59 }]);
  expect((await adjust(countId, [counted(id, 985_000)])).json).toMatchObject({ state: 'booked', bookPieces: 60 });
  expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 985_000, pieces: 60 });
  expect(await refusal(adjust(countId, [counted(id, 984_000, 59)]))).toEqual([
    ...[409, 'stock-adjustment-exists', ['massGrams']],
  ]);
  const { status, json } = await adjust(countId, [counted(id, 985_000, 59)]);
  expect([status, json.state, json.bookGrams, json.bookPieces]).toEqual([201, 'booked', 985_000, 60]);
  expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 985_000, pieces: 59 });
  const { items } = await get(`/batches/${id}/movements`);
  expect(items.slice(-2)).toMatchObject([
    { kind: 'stock_adjustment', massGrams: 15_000, pieces: 0 },
    { kind: 'stock_adjustment', massGrams: 0, pieces: 1, evidence: `stock-adjustment:${json.id}` },
  ]);
  expect(await refusal(adjust(countId, [counted(id, 985_000, 58)]))).toEqual([
    ...[409, 'stock-adjustment-exists', ['pieces']],
  ]);
  expect(await refusal(adjust(countId, [counted(id, 985_000, 59)]))).toEqual([
    ...[409, 'stock-adjustment-exists', ['massGrams']],
  ]);
  expect((await get(`/stock-adjustments?countId=${countId}`)).items).toHaveLength(2);
  expect(await books()).toMatchObject(BALANCED);
});

it('one adjustment books more mass and fewer pieces, each its own way', async () => {
  await settle();
  const { id } = await batch(1_000_000, 60);
  const { id: countId } = await count([{ massGrams: 1_010_000, pieces: 59 }]);
  const { status, json } = await adjust(countId, [counted(id, 1_010_000, 59)]);
  expect([status, json.state]).toEqual([201, 'booked']);
  expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 1_010_000, pieces: 59 });
  const { items } = await get(`/batches/${id}/movements`);
  expect(items.slice(-2)).toMatchObject([
    { fromBoundary: 'adjustment', toBatchId: id, massGrams: 10_000, pieces: 0 },
    { fromBatchId: id, toBoundary: 'adjustment', massGrams: 0, pieces: 1 },
  ]);
  expect(await books()).toMatchObject(BALANCED);
});

it('proposals of mass and of pieces wait side by side, and are booked in either order', async () => {
  await settle();
  const { id } = await batch(1_000_000, 60);
  const { id: countId } = await count([{ massGrams: 900_000, pieces: 54 }]);
  const mass = (await adjust(countId, [counted(id, 900_000)])).json;
  const pieces = (await adjust(countId, [counted(id, 1_000_000, 54)])).json;
  expect([mass.state, pieces.state]).toEqual(['proposed', 'proposed']);
  expect((await decide(pieces.id, 'confirm', who.second)).json.state).toBe('booked');
  expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 1_000_000, pieces: 54 });
  expect((await decide(mass.id, 'confirm', who.second)).json.state).toBe('booked');
  expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 900_000, pieces: 54 });
  expect(await books()).toMatchObject(BALANCED);
});

it('of many at once, one books the mass and one the pieces', async () => {
  await settle();
  const { id } = await batch(1_000_000, 60);
  const { id: countId } = await count([{ massGrams: 990_000, pieces: 59 }]);
  const wanted = [counted(id, 990_000), counted(id, 1_000_000, 59), counted(id, 990_000, 59)];
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => adjust(countId, [wanted[at % 3] ?? {}])));
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const held = await get(`/batches/${id}`);
  const booked = answers.filter(({ status }) => status === 201);
  expect(booked.length).toBeLessThanOrEqual(2);
  const changed = booked.flatMap(({ json }) => json.batches as AdjustedBatch[]).map(changeOf);
  expect(changed.reduce((sum, { massGrams }) => sum + massGrams, 1_000_000)).toBe(held.massGrams);
  expect(changed.reduce((sum, { pieces }) => sum + pieces, 60)).toBe(held.pieces);
  expect([held.massGrams >= 990_000, held.pieces >= 59]).toEqual([true, true]);
  expect(await books()).toMatchObject(BALANCED);
});
