/** A database that no longer answers on open connections, while new ones work. */
import { sql } from 'drizzle-orm';
import { describe, it } from 'vitest';
import { type Db, openConnection, openDatabase } from '../../../src/platform/database/db.ts';
import { outageOf } from '../../../src/platform/database/outage.ts';
import { useDatabase } from '../../setup/database.ts';
import { type Closing, openWire } from './wire.ts';

const database = useDatabase();

function open({ onTestFinished }: Closing, url: string, statementMs?: number): Db {
  const db = openDatabase({ url, poolMax: 2, ...(statementMs !== undefined && { statementMs }) });
  onTestFinished(() => db.$client.end());
  return db;
}

// Each of them mostly waits, so they wait together.
describe.concurrent('a connection of a pool', () => {
  it('gives up silent connections and goes on with new ones', async ({ expect, onTestFinished }) => {
    const wire = await openWire({ onTestFinished }, database.url);
    const db = open({ onTestFinished }, wire.url, 500);
    const swallowed = Promise.withResolvers<void>();
    const inTransaction = db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      await swallowed.promise;
      await tx.execute(sql`select 2`);
    });
    const alone = db
      .execute(sql`select 1`)
      .then(() => swallowed.promise)
      .then(() => db.execute(sql`select 2`));
    await expect.poll(() => db.$client.idleCount).toBe(1);
    wire.swallow();
    swallowed.resolve();
    const outcomes = await Promise.allSettled([inTransaction, alone]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outageOf(outcome.reason))).toEqual([
      'slow',
      'slow',
    ]);
    expect(db.$client.totalCount).toBe(0);
    const { rows } = await db.transaction((tx) => tx.execute(sql`select 3 as answer`));
    expect(rows).toEqual([{ answer: 3 }]);
  }, 60_000);

  it('leaves a statement that takes too long to the database, which keeps the connection', async ({
    expect,
    onTestFinished,
  }) => {
    const db = open({ onTestFinished }, database.url, 500);
    const pidOf = async () => (await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows[0]?.pid;
    const before = await pidOf();
    const cut = db.transaction((tx) => tx.execute(sql`select pg_sleep(20)`));
    await expect(cut).rejects.toMatchObject({ cause: { code: '57014' } });
    expect(await pidOf()).toBe(before);
  }, 60_000);

  it('does not cut long work of many statements, nor work on a connection of its own', async ({
    expect,
    onTestFinished,
  }) => {
    const db = open({ onTestFinished }, database.url, 5_000);
    const begun = performance.now();
    await db.transaction(async (tx) => {
      await tx.execute(sql`declare batch_rows cursor for select n, pg_sleep(0.4) from generate_series(1, 28) n`);
      for (let part = 0; part < 14; part++) expect((await tx.execute(sql`fetch 2 from batch_rows`)).rowCount).toBe(2);
    });
    expect(performance.now() - begun).toBeGreaterThan(10_500);
    const own = await openConnection({ url: database.url });
    onTestFinished(() => own.end());
    expect(own).toMatchObject({ connectionParameters: { query_timeout: false, statement_timeout: false } });
  }, 90_000);

  it('asks the network whether the other side is there', async ({ expect, onTestFinished }) => {
    const expected = { connection: { _keepAlive: true, _keepAliveInitialDelayMillis: 10_000 } };
    const own = await openConnection({ url: database.url });
    onTestFinished(() => own.end());
    expect(own).toMatchObject(expected);
    const pooled = await open({ onTestFinished }, database.url).$client.connect();
    pooled.release();
    expect(pooled).toMatchObject(expected);
  });
});
