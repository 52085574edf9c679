import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../../src/platform/database/db.ts';
import {
  advance,
  createSealer,
  hashOf,
  readJournal,
  record,
  type SealedEntry,
  sealedUpTo,
  subscribe,
} from '../../../src/platform/journal/index.ts';
import { useDatabase } from '../../setup/database.ts';
import { fact } from './fixture.ts';

const database = useDatabase();
const WRITERS = 8;
const ROUNDS = 40;

/** Follows the sealed order until it has seen `count` entries, in steps of odd sizes. */
async function follow(db: Db, done: () => boolean, step: number): Promise<SealedEntry[]> {
  const seen: SealedEntry[] = [];
  for (;;) {
    const finished = done();
    const entries = await readJournal(db, seen.at(-1)?.index ?? 0, step);
    seen.push(...entries);
    if (entries.length === 0 && finished) return seen;
    if (entries.length === 0) await sleep(2);
  }
}

async function sealUpTo(index: number): Promise<void> {
  const seal = createSealer(database.db);
  while ((await sealedUpTo(database.db)) < index) await seal();
}

describe('the order of the journal', () => {
  it('shows every reader every committed entry once, in one order, while eight writers commit late or roll back', async () => {
    const writing = openDatabase({ url: database.url, poolMax: WRITERS });
    const committed = new Set<string>();
    const state = { open: true };
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let round = 0; round < ROUNDS; round++) {
        const subject = `test:${writer}-${round}`;
        const outcome = await writing
          .transaction(async (tx) => {
            await record(tx, [fact(subject, { writer, round })]);
            if (round % 5 === writer % 5) await sleep(Math.random() * 15);
            if (round % 7 === 3) throw new Error('rolled back on purpose');
            if (round % 11 === 2) await tx.transaction(async (nested) => record(nested, [fact(`${subject}-nested`)]));
          })
          .then(
            () => true,
            () => false,
          );
        if (outcome) committed.add(subject);
        if (outcome && round % 11 === 2) committed.add(`${subject}-nested`);
      }
    });
    const sealers = [1, 2].map(async () => {
      const sealAlso = createSealer(database.db);
      while (state.open) if ((await sealAlso(50)) === 0) await sleep(1);
    });
    let sealed = false;
    const readers = [1, 7, 100].map((step) => follow(database.db, () => sealed, step));
    await Promise.all(writers);
    state.open = false;
    await Promise.all(sealers);
    await sealUpTo(committed.size);
    sealed = true;
    const [first, ...others] = await Promise.all(readers);
    await writing.$client.end();

    expect(first?.map(({ index }) => index)).toEqual(first?.map((_, at) => at + 1));
    expect(first?.map(({ subject }) => subject).toSorted()).toEqual([...committed].toSorted());
    for (const other of others) expect(other).toEqual(first);
    for (const entry of first ?? []) expect(hashOf(entry)).toBe(entry.hash);
  });

  it('keeps back what a transaction that began earlier has not yet committed', async () => {
    const before = await sealedUpTo(database.db);
    const client = await database.db.$client.connect();
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    await database.db.transaction((tx) => record(tx, [fact('test:behind-an-open-one')]));
    const seal = createSealer(database.db);
    expect([await seal(), await seal(), await seal()]).toEqual([0, 0, 0]);
    await client.query('commit');
    client.release();
    // Other databases of this server have transactions of their own, which keep the horizon back for a moment.
    await sealUpTo(before + 1);
    expect(await sealedUpTo(database.db)).toBe(before + 1);
  });

  it('goes on after a sealer whose mark had to wait, while another sealed beyond it', async () => {
    const before = await sealedUpTo(database.db);
    const write = (subject: string) => database.db.transaction((tx) => record(tx, [fact(subject)]));
    const client = await database.db.$client.connect();
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    await write('test:marked');
    const waiting = createSealer(database.db);
    expect(await waiting()).toBe(0);
    await client.query('commit');
    client.release();
    await write('test:beyond-the-mark');
    await sealUpTo(before + 2);
    expect(await waiting()).toBe(0);
    await write('test:after-both');
    await expect.poll(() => waiting()).toBe(1);
    const subjects = (await readJournal(database.db, before, 10)).map(({ subject }) => subject);
    expect(subjects).toEqual(['test:marked', 'test:beyond-the-mark', 'test:after-both']);
  });

  it('finds its place again where it was moved back behind what is sealed', async () => {
    const before = await sealedUpTo(database.db);
    await database.db.execute(sql`update journal_sealer set sequence = greatest(sequence - 2, 0)`);
    await database.db.transaction((tx) => record(tx, [fact('test:found-again')]));
    await sealUpTo(before + 1);
    expect((await readJournal(database.db, before, 10)).map(({ subject }) => subject)).toEqual(['test:found-again']);
  });

  it('puts no entry of a subject before the one it builds on, although ids are taken before locks', async () => {
    const writing = openDatabase({ url: database.url, poolMax: 6 });
    const before = await sealedUpTo(database.db);
    await writing.transaction((tx) => record(tx, [fact('test:shared', { step: 0 })]));
    const writers = Array.from({ length: 40 }, (_, step) =>
      writing.transaction(async (tx) => {
        await tx.execute(sql`select pg_current_xact_id()`);
        await sleep(Math.random() * 20);
        await record(tx, [fact('test:shared', { step: step + 1 })]);
      }),
    );
    await Promise.all([...writers, sealUpTo(before + 41)]);
    await writing.$client.end();
    const entries = (await readJournal(database.db, before, 100)).filter(({ subject }) => subject === 'test:shared');
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 41 }, (_, at) => at + 1));
    expect(entries.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      entries.slice(0, -1).map(({ hash }) => hash),
    );
  });

  it('refuses to change or remove what was recorded', async () => {
    for (const statement of [
      sql`update journal_entries set kind = 'x'`,
      sql`delete from journal_entries`,
      sql`truncate journal_entries`,
      sql`update journal_seals set index = index + 1`,
      sql`delete from journal_seals`,
    ]) {
      await expect(database.db.execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } });
      await expect(database.owner.execute(statement)).rejects.toMatchObject({ cause: { code: '23001' } });
    }
  });
});

describe('subscriptions', () => {
  it('apply every entry exactly once, although several processes advance them and some fail', async () => {
    await subscribe(database.db, 'test.copy');
    const before = await sealedUpTo(database.db);
    await database.owner.execute(sql`create table copied (index bigint primary key)`);
    await database.owner.execute(sql`grant select, insert on copied to leadloop_service`);
    for (let batch = 0; batch < 10; batch++) {
      await database.db.transaction((tx) =>
        record(
          tx,
          Array.from({ length: 10 }, (_, at) => fact(`test:copy-${batch}-${at}`)),
        ),
      );
    }
    const head = before + 100;
    await sealUpTo(head);
    let calls = 0;
    const copy = {
      name: 'test.copy',
      apply: async (tx: Parameters<Parameters<Db['transaction']>[0]>[0], entries: readonly SealedEntry[]) => {
        for (const { index } of entries) await tx.execute(sql`insert into copied values (${index})`);
        if (++calls % 3 === 0) throw new Error('dies before the commit');
      },
    };
    const position = async () =>
      Number(
        (await database.db.execute(sql`select position from journal_subscriptions where name = 'test.copy'`)).rows[0]
          ?.position,
      );
    while ((await position()) < head) {
      await Promise.all([1, 2, 3].map(() => advance(database.db, copy, 7).catch(() => 0)));
    }
    const { rows } = await database.db.execute(sql`select count(*)::int as count, max(index)::int as last from copied`);
    expect(rows).toEqual([{ count: head, last: head }]);
  });
});
