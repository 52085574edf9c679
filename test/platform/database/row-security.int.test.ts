/** Transactions under row-level security: their settings, the state of the connection afterwards, and bypasses. */
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { moveMass } from '../../../src/batches/index.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { openDatabase, type Tx } from '../../../src/platform/database/db.ts';
import {
  asService,
  asServiceInAny,
  includeParties,
  isRequestTx,
  readAs,
  settingsOf,
  type Viewer,
  writeAs,
} from '../../../src/platform/database/row-security.ts';
import { newId } from '../../../src/platform/ids.ts';
import { record } from '../../../src/platform/journal/index.ts';
import { actorOf, addTrade, balanceOf, depsOf, type Trade } from '../../manifests/province.ts';
import { useDatabase } from '../../setup/database.ts';

const database = useDatabase();
let trade: Trade;
let own: Viewer;
beforeAll(async () => {
  trade = await addTrade(depsOf(database.db, '45'), '45', { massGrams: 1_000_000, pieces: 60 });
  own = { visibility: { of: 'party', partyId: trade.consignor.id }, client: "o'clerk\\", scope: 'clients:write' };
});

const STANCE = sql`select case current_user when session_user then 'machinery' else current_user end as who, current_setting('role') as role, pg_backend_pid() as pid,
  coalesce(current_setting('leadloop.visibility', true), '') as visibility,
  coalesce(current_setting('leadloop.parties', true), '') as parties,
  coalesce(current_setting('leadloop.client', true), '') as client,
  coalesce(current_setting('leadloop.scope', true), '') as scope`;
type Stance = Record<'who' | 'role' | 'visibility' | 'parties' | 'client' | 'scope', string> & { pid: number };

const stanceOf = async (db: Pick<Tx, 'execute'>) => (await db.execute<Stance>(STANCE)).rows[0] as Stance;
const batchesOf = async (tx: Tx) => (await tx.execute<{ id: string }>(sql`select id from batches`)).rows;
const foreign = (): Viewer => ({ visibility: { of: 'party', partyId: trade.receiver.id } });

describe('a transaction under row-level security', () => {
  it('works as the role of requests, on one snapshot, and cannot write when it only reads', async () => {
    const stance = await readAs(database.db, own, stanceOf);
    expect(stance).toMatchObject({ who: 'leadloop_request', visibility: 'party', parties: `{${trade.consignor.id}}` });
    await readAs(database.db, own, async (tx) => {
      const before = await batchesOf(tx);
      await addTrade(depsOf(database.db, '45'), '45', { massGrams: 1, pieces: 1 });
      expect(await batchesOf(tx)).toEqual(before);
    });
    const writes = (tx: Tx) =>
      tx.execute(sql`insert into idempotency_keys values ('a', 'b', '', null, null, null, now())`);
    await expect(readAs(database.db, own, writes)).rejects.toMatchObject({ cause: { code: '25006' } });
  });

  it('sees nothing without settings of its visibility', async () => {
    const role = (tx: Tx) => tx.execute('set local role leadloop_request');
    await database.db.transaction(async (tx) => {
      await role(tx);
      for (const table of ['batches', 'manifests', 'movements', 'parties', 'idempotency_keys', 'journal_entries']) {
        const { rowCount } = await tx.execute(sql.raw(`select 1 from ${table}`));
        expect(rowCount, table).toBe(0);
      }
    });
  });

  it('sends nothing to the server but identifiers, digits, words and hexadecimal', () => {
    const { client: _, ...rest } = own;
    const quotes = (viewer: Viewer) =>
      settingsOf(viewer)
        .match(/'[^']*'/g)
        ?.map((text) => text.slice(1, -1));
    expect(quotes({ ...rest, client: `'; drop table batches; --\0` })?.at(-1)).toMatch(/^[0-9a-f]+$/);
    const visibilities: unknown[] = [
      { of: 'party', partyId: "'; reset role; --" },
      { of: 'party', partyId: `${trade.consignor.id},${trade.receiver.id}` },
      { of: 'city', division: "45%'" },
      { of: 'province', division: '4' },
      { of: 'city', division: '450100' },
    ];
    for (const visibility of visibilities)
      expect(() => settingsOf({ visibility: visibility as Viewer['visibility'] })).toThrow('invalid visibility');
    expect(() => settingsOf({ visibility: { of: 'all' }, scope: "x' y" as 'batches:read' })).toThrow(
      'invalid visibility',
    );
  });

  it('is rolled back when its work fails, and refuses to commit what has failed', async () => {
    const subject = `batch:${newId()}`;
    const at = new Date();
    const fact = { kind: 'batch.tried', subject, actor: actorOf(trade.consignor), occurredAt: at, recordedAt: at };
    const write = (tx: Tx) => record(tx, [{ ...fact, version: 1, payload: {} }]);
    const written = async () =>
      (await database.db.execute(sql`select 1 from journal_entries where subject = ${subject}`)).rowCount;
    const failing = writeAs(database.db, own, async (tx) => {
      await write(tx);
      throw new Error('changed its mind');
    });
    await expect(failing).rejects.toThrow('changed its mind');
    const swallowing = writeAs(database.db, own, async (tx) => {
      await write(tx);
      await tx.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('a failed transaction cannot be committed');
    expect(await written()).toBe(0);
    await writeAs(database.db, own, write);
    expect(await written()).toBe(1);
  });
});

describe('the connection afterwards', () => {
  it('is the machinery again after every end of a transaction, for more callers than connections', async () => {
    const db = openDatabase({ url: database.url, poolMax: 3 });
    const kill = async (tx: Tx) => {
      const { pid } = await stanceOf(tx);
      await database.db.execute(sql`select pg_terminate_backend(${pid})`);
      return batchesOf(tx);
    };
    const endings: ((viewer: Viewer) => Promise<unknown>)[] = [
      (viewer) => readAs(db, viewer, stanceOf),
      (viewer) => writeAs(db, viewer, stanceOf),
      (viewer) => readAs(db, viewer, async () => Promise.reject(new Error('of the work'))),
      (viewer) => writeAs(db, viewer, (tx) => tx.execute(sql`select 1 / 0`)),
      (viewer) => writeAs(db, viewer, (tx) => tx.execute(sql`set local statement_timeout = 5; select pg_sleep(1)`)),
      (viewer) => readAs(db, viewer, kill),
      (viewer) => writeAs(db, viewer, kill),
      (viewer) => writeAs(db, viewer, (tx) => asService(tx, 'it fails', () => tx.execute(sql`select 1 / 0`))),
      (viewer) =>
        writeAs(db, viewer, (tx) => includeParties(tx, 'it is wide', [trade.consignor.id, trade.receiver.id])),
      () => readAs(db, { visibility: { of: 'party', partyId: 'nobody' } }, stanceOf),
    ];
    try {
      const pids = new Set<number>();
      const rounds = Array.from({ length: 20 }, async (_, round) => {
        for (const [at, ending] of endings.entries()) {
          const viewer = (round + at) % 2 === 0 ? own : foreign();
          const partyId = viewer.visibility.of === 'party' ? viewer.visibility.partyId : '';
          const seen = await ending(viewer).catch(() => undefined);
          if (at < 2) expect(seen).toMatchObject({ who: 'leadloop_request', parties: `{${partyId}}` });
          const { pid, ...after } = await stanceOf(db);
          pids.add(pid);
          expect(after).toEqual({ who: 'machinery', role: 'none', visibility: '', parties: '', client: '', scope: '' });
        }
      });
      await Promise.all(rounds);
      expect(pids.size).toBeGreaterThan(3);
      expect(db.$client.waitingCount).toBe(0);
    } finally {
      await db.$client.end();
    }
  });
});

describe('a bypass', () => {
  it('works as the service and takes the role again, also when the work fails, and one inside another', async () => {
    await writeAs(database.db, own, async (tx) => {
      const who = async () => (await stanceOf(tx)).who;
      const inside = await asService(tx, 'outer', async () => {
        await asService(tx, 'inner', who);
        return who();
      });
      expect([inside, await who()]).toEqual(['machinery', 'leadloop_request']);
      const failing = asService(tx, 'failing', () => Promise.reject(new Error('no')));
      await expect(failing).rejects.toThrow('no');
      expect(await who()).toBe('leadloop_request');
    });
  });

  it('needs none for machinery, whose transactions are of another type', async () => {
    await database.db.transaction(async (tx) => {
      expect(isRequestTx(tx)).toBe(false);
      expect(await asServiceInAny(tx, 'the owner already', () => stanceOf(tx))).toMatchObject({
        who: 'machinery',
        parties: '',
      });
      expect((await stanceOf(tx)).who).toBe('machinery');
      // @ts-expect-error a transaction of machinery
      await expect(asService(tx, 'forged', () => stanceOf(tx))).rejects.toThrow('not under row-level security');
      // @ts-expect-error a transaction of machinery
      const include = () => includeParties(tx, 'forged', []);
      expect(include).toBeTypeOf('function');
    });
    await readAs(database.db, own, async (tx) => {
      expect(isRequestTx(tx)).toBe(true);
      expect(await asServiceInAny(tx, 'of a request', () => stanceOf(tx))).toMatchObject({ who: 'machinery' });
      expect((await stanceOf(tx)).who).toBe('leadloop_request');
    });
  });

  it('shows the records of the included organisations until the transaction ends', async () => {
    const parties = [trade.consignor.id, trade.receiver.id];
    const seen = await writeAs(database.db, foreign(), async (tx) => {
      const before = await batchesOf(tx);
      await includeParties(tx, 'both are concerned', parties);
      return [before, await batchesOf(tx)];
    });
    expect(seen).toEqual([[], [{ id: trade.batchId }]]);
    expect(await readAs(database.db, foreign(), batchesOf)).toEqual([]);
  });
});

describe('mass', () => {
  const at = new Date('2026-09-02T00:00:00.000Z');
  const lose = (tx: Tx) =>
    moveMass(
      tx,
      [],
      [
        {
          kind: 'process_difference',
          from: { batchId: trade.batchId },
          to: { boundary: 'loss' },
          massGrams: toGrams(1_000),
          pieces: 0,
          evidence: null,
          occurredAt: at,
          recordedAt: at,
        },
      ],
    );
  const inStock = async () => (await balanceOf(database.db, trade.batchId))?.massGrams;

  it('moves within the visibility, and not a gram of it beyond', async () => {
    const before = await inStock();
    for (const viewer of [foreign(), { visibility: { of: 'all' } }, { visibility: { of: 'nothing' } }] as Viewer[]) {
      await expect(writeAs(database.db, viewer, lose)).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    expect(await inStock()).toBe(before);
    await writeAs(database.db, own, lose);
    expect(await inStock()).toBe((before ?? 0) - 1_000);
  });

  it('is not lost without an error by a trigger that has the rights of the request only', async () => {
    const before = await inStock();
    const trying = database.owner.transaction(async (tx) => {
      await tx.execute('alter function apply_movements() security invoker');
      await tx.execute('drop policy batches_update on batches; grant update on batches to leadloop_request');
      await tx.execute(settingsOf(own));
      await lose(tx);
    });
    await expect(trying).rejects.toMatchObject({ cause: { message: 'a movement did not reach every batch it names' } });
    expect(await inStock()).toBe(before);
  });

  it('is never written into a balance, nor taken back from a movement', async () => {
    const attempts = [
      sql`update batches set mass_grams = 0`,
      sql`update batches set party_id = ${trade.consignor.id}`,
      sql`update movements set mass_grams = 1`,
      sql`delete from movements`,
      sql`delete from batches`,
      sql`truncate journal_entries`,
      sql`insert into journal_heads values ('batch:1', 1, '')`,
      sql`select * from journal_entries_default`,
      sql`alter table batches disable row level security`,
    ];
    for (const attempt of attempts) {
      const writes = writeAs(database.db, own, (tx) => tx.execute(attempt));
      await expect(writes).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });
});
