import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { type Answer, batchInput, type Enterprise, useApp } from './fixture.ts';

const app = useApp();
let own: Enterprise;
beforeAll(async () => {
  own = await app.enterprise();
});

/** Ends the session that waits for a lock, as a restart of the server would. */
async function endWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await app.database.db.execute<{ ended: boolean }>(sql`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if (rows.length > 0) return;
    await sleep(10);
  }
}

/** Holds what a statement locks while requests run into it, and ends their sessions. */
async function breaking(lock: ReturnType<typeof sql>, send: () => Promise<Answer>): Promise<Answer> {
  return app.database.db
    .transaction(async (tx) => {
      await tx.execute(lock);
      const answering = send();
      await endWaiting();
      throw Object.assign(new Error('rolled back on purpose'), { answer: await answering });
    })
    .catch((error) => error.answer);
}

const EXPECTED = { code: 'overloaded', status: 503 };

it('a session lost in the middle of a transaction is a passing trouble; the same key then does the work once', async () => {
  const { json: batch } = await own.post('/v1/batches', batchInput(own.siteId, { massGrams: 100, pieces: 2 }));
  const split = () =>
    own.post(`/v1/batches/${batch.id}/split`, { massGrams: 60, pieces: 1 }, { 'idempotency-key': 'broken-split' });
  const broken = await breaking(sql`select 1 from batches where id = ${batch.id} for update`, split);
  expect(broken.json).toMatchObject(EXPECTED);
  expect(broken.headers['retry-after']).toBe('1');
  expect((await split()).status).toBe(201);
  expect((await own.get(`/v1/batches/${batch.id}`)).json.massGrams).toBe(40);
});

it('a session lost under a set of records refuses all of them for now, and each can be repeated', async () => {
  const client = `${own.partyId}/user-1`;
  const record = (key: string) => own.post('/v1/batches', batchInput(own.siteId), { 'idempotency-key': key });
  const keys = ['a', 'b', 'c'];
  const answers: Answer[] = [];
  await breaking(
    sql`insert into idempotency_keys (client, key, input_hash, created_at) values (${client}, 'b', sha256(''), now())`,
    async () => {
      answers.push(...(await Promise.all(keys.map(record))));
      return answers[0] as Answer;
    },
  );
  for (const { json } of answers) expect(json).toMatchObject(EXPECTED);
  const again = await Promise.all(keys.map(record));
  expect(again.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect((await app.authority.get('/v1/books')).json).toMatchObject({ sumOfAccountsGrams: 0, deviatingAccounts: 0 });
});
