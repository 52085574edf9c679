/** Transactions of the owner: what they keep, and what becomes of their connection. */
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Db, openDatabase, type Tx } from '../../../src/platform/database/db.ts';
import { useDatabase } from '../../setup/database.ts';

const database = useDatabase();
let db: Db;

beforeEach(async () => {
  db = openDatabase({ url: database.ownerUrl, poolMax: 2 });
  await db.execute(sql`create table if not exists kept (name text primary key)`);
  await db.execute(sql`truncate kept`);
  onTestFinished(() => db.$client.end());
});

const keep = (tx: Pick<Tx, 'execute'>, name: string) => tx.execute(sql`insert into kept values (${name})`);
const kept = async () => (await db.execute<{ name: string }>(sql`select name from kept`)).rows.map(({ name }) => name);

/** Breaks the next connections at the moment at which the pool hands them out, so that `begin` fails on them. */
function breakNext(count: number): void {
  let broken = 0;
  const listener = (client: pg.PoolClient) => {
    if (++broken === count) db.$client.off('acquire', listener);
    (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
  };
  db.$client.on('acquire', listener);
}

describe('a transaction', () => {
  it('keeps all of its work', async () => {
    expect(await db.transaction((tx) => keep(tx, 'a').then(() => 'done'))).toBe('done');
    expect(await kept()).toEqual(['a']);
  });

  it('keeps nothing when its work fails, and throws that error', async () => {
    const failing = db.transaction(async (tx) => {
      await keep(tx, 'a');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await kept()).toEqual([]);
  });

  it('is not taken for kept when its work hides the failure of a statement', async () => {
    const hiding = db.transaction(async (tx) => {
      await keep(tx, 'a');
      await tx.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(hiding).rejects.toThrow('a failed transaction cannot be committed');
    expect(await kept()).toEqual([]);
  });

  it('keeps the part before a nested one that fails', async () => {
    await db.transaction(async (tx) => {
      await keep(tx, 'a');
      await tx.transaction((inner) => keep(inner, 'a')).catch(() => undefined);
    });
    expect(await kept()).toEqual(['a']);
  });

  it('returns its connection when begin fails, however often', async () => {
    const failures = 5;
    breakNext(failures);
    for (let time = 0; time < failures; time++) {
      await expect(db.transaction((tx) => keep(tx, 'a'))).rejects.toThrow(/Connection terminated|not queryable/);
    }
    await db.transaction((tx) => keep(tx, 'b'));
    expect(await kept()).toEqual(['b']);
    expect(db.$client.waitingCount).toBe(0);
    expect(db.$client.totalCount - db.$client.idleCount).toBe(0);
  });

  it('returns its connection when the server ends it in the middle', async () => {
    for (let time = 0; time < 4; time++) {
      const ended = db.transaction(async (tx) => {
        await keep(tx, 'a');
        const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
        await database.db.execute(sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`);
        await keep(tx, 'b');
      });
      await expect(ended).rejects.toThrow();
    }
    expect(await kept()).toEqual([]);
    expect(db.$client.totalCount - db.$client.idleCount).toBe(0);
  });
});
