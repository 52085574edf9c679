import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { batchInput, type Enterprise, useApp } from '../app/fixture.ts';

const app = useApp();
let own: Enterprise;
beforeEach(async () => {
  own = await app.enterprise();
});

const MANY = 40;

async function count(table: 'parties' | 'batches' | 'movements'): Promise<number> {
  const { rows } = await app.database.db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${sql.identifier(table)}`,
  );
  return rows[0]?.count ?? -1;
}

describe('one key', () => {
  it('has one effect and one answer, however many ask at once', async () => {
    const { json: batch } = await own.post('/v1/batches', batchInput(own.siteId, { pieces: 100 }));
    const before = await count('batches');
    const headers = { 'idempotency-key': newId() };
    const split = () => own.post(`/v1/batches/${batch.id}/split`, { massGrams: 150, pieces: 1 }, headers);
    const answers = await Promise.all(Array.from({ length: MANY }, split));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ json }) => JSON.stringify(json, Object.keys(json).toSorted()))).size).toBe(1);
    expect(answers.filter((answer) => answer.headers['idempotency-replayed'] !== 'true')).toHaveLength(1);
    expect(await count('batches')).toBe(before + 1);
  });

  it('has one effect also where requests are joined into sets', async () => {
    const before = await count('batches');
    const headers = { 'idempotency-key': newId() };
    const answers = await Promise.all(
      Array.from({ length: MANY }, () => own.post('/v1/batches', batchInput(own.siteId), headers)),
    );
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.id}`)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers['idempotency-replayed'] !== 'true')).toHaveLength(1);
    expect(await count('batches')).toBe(before + 1);
  });

  it('gives the same answer permanently, also when the record has changed since', async () => {
    const headers = { 'idempotency-key': newId() };
    const first = await own.post('/v1/batches', batchInput(own.siteId, { pieces: 2 }), headers);
    await own.post(`/v1/batches/${first.json.id}/split`, { massGrams: 5_000, pieces: 1 });
    const again = await own.post('/v1/batches', batchInput(own.siteId, { pieces: 2 }), headers);
    expect(again.json).toEqual(first.json);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it.each(['a batch', 'a split'])('with another input is refused, and nothing is done: %s', async (what) => {
    const { json: batch } = await own.post('/v1/batches', batchInput(own.siteId, { pieces: 100 }));
    const ask = (massGrams: number, headers: Record<string, string>) =>
      what === 'a batch'
        ? own.post('/v1/batches', batchInput(own.siteId, { massGrams }), headers)
        : own.post(`/v1/batches/${batch.id}/split`, { massGrams, pieces: 1 }, headers);
    const headers = { 'idempotency-key': newId() };
    expect((await ask(150, headers)).status).toBe(201);
    const before = await count('movements');
    const { status, json } = await ask(151, headers);
    expect([status, json.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await count('movements')).toBe(before);
  });

  it('of many that ask at once with different inputs serves exactly one', async () => {
    const headers = { 'idempotency-key': newId() };
    const answers = await Promise.all(
      Array.from({ length: MANY }, (_, at) =>
        own.post('/v1/batches', batchInput(own.siteId, { massGrams: at + 100 }), headers),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(MANY - 1);
  });

  it('is free again when the work failed', async () => {
    const headers = { 'idempotency-key': newId() };
    const { json: batch } = await own.post('/v1/batches', batchInput(own.siteId, { pieces: 100 }));
    const split = (massGrams: number) => own.post(`/v1/batches/${batch.id}/split`, { massGrams, pieces: 1 }, headers);
    expect((await split(99_000_000)).json.code).toBe('batch-mass-exceeded');
    expect((await split(150)).status).toBe(201);
    const missing = await own.post('/v1/batches', batchInput(newId()), { 'idempotency-key': 'k' });
    expect(missing.json.code).toBe('site-missing');
    expect((await own.post('/v1/batches', batchInput(own.siteId), { 'idempotency-key': 'k' })).status).toBe(201);
  });

  it('belongs to its client: another one may use the same', async () => {
    const other = await app.enterprise();
    const headers = { 'idempotency-key': 'the-same' };
    const mine = await own.post('/v1/batches', batchInput(own.siteId), headers);
    const theirs = await other.post('/v1/batches', batchInput(other.siteId), headers);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.json.id).not.toBe(mine.json.id);
  });

  it('is the same in quotes, as RFC drafts write it, and without', async () => {
    const first = await own.post('/v1/batches', batchInput(own.siteId), { 'idempotency-key': '"quoted"' });
    const again = await own.post('/v1/batches', batchInput(own.siteId), { 'idempotency-key': 'quoted' });
    expect(again.json.id).toBe(first.json.id);
  });

  it('ignores the order of the fields', async () => {
    const headers = { 'idempotency-key': newId() };
    const declaration = batchInput(own.siteId);
    const first = await own.post('/v1/batches', declaration, headers);
    const turned = Object.fromEntries(Object.entries(declaration).toReversed());
    expect((await own.post('/v1/batches', turned, headers)).json.id).toBe(first.json.id);
  });
});
