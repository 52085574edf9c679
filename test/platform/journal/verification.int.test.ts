/** A journal that its owner has changed, row by row, past all triggers: every change is found, and where. */
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../src/platform/database/db.ts';
import {
  type Anchor,
  createSealer,
  createVerifier,
  readJournal,
  readSubject,
  record,
  verifyJournal,
} from '../../../src/platform/journal/index.ts';
import { EMPTY_TREE, grow } from '../../../src/platform/journal/tree.ts';
import { frontierValue } from '../../../src/platform/journal/tree-store.ts';
import { JOURNAL_FIGURES } from '../../../src/platform/operation/journal-figures.ts';
import { useDatabase } from '../../setup/database.ts';
import { sealAll } from '../../setup/sealing.ts';
import { fact } from './fixture.ts';

const database = useDatabase();
const TABLES = ['journal_entries', 'journal_heads', 'journal_seals', 'journal_sealer', 'journal_tree'];
const OTHERS = ['journal_tree_heads', 'journal_verification'];
let db: Db;
let whole: Anchor;

/** Works as the owner who turns the triggers off. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await database.owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(sql.raw(statement));
  });
}

const write = async (subjects: number, times: number) => {
  for (let time = 0; time < times; time++) {
    for (let at = 0; at < subjects; at++) {
      await db.transaction((tx) => record(tx, [fact(`test:${at}`, { time })]));
    }
  }
};

/** Thirty entries about six subjects, and a copy of them. */
beforeAll(async () => {
  db = database.db;
  await write(6, 5);
  await sealAll(db);
  for (const table of [...TABLES, ...OTHERS]) await tamper(`create table copy_of_${table} as select * from ${table}`);
  whole = await verifyJournal(db);
  const { rows } = await db.execute<{ hash: Buffer }>(
    sql`select hash from journal_seals where index <= 10 order by index`,
  );
  const tree = grow(
    EMPTY_TREE,
    rows.map(({ hash }) => hash),
  );
  await database.owner.execute(sql`create table tree_of_ten as select ${frontierValue(tree)} as frontier`);
});

beforeEach(async () => {
  const tables = [...TABLES, ...OTHERS];
  await tamper(
    ...tables.map((table) => `truncate ${table}`),
    ...tables.map((table) => `insert into ${table} select * from copy_of_${table}`),
    `select setval('journal_sequence', (select max(sequence) from copy_of_journal_entries))`,
  );
});

const at = (index: number) => `sequence = (select sequence from copy_of_journal_seals where index = ${index})`;
const zero = `decode(repeat('00', 32), 'hex')`;
const cutAfter = (index: number) => [
  `delete from journal_entries where sequence > (select sequence from journal_seals where index = ${index})`,
  `delete from journal_seals where index > ${index}`,
  `update journal_sealer set next_index = ${index} + 1, sequence = (select sequence from journal_seals where index = ${index})`,
  `delete from journal_heads h where not exists (select from journal_entries where subject = h.subject)`,
  `update journal_heads h set number = e.number, hash = e.hash from journal_entries e
    where e.subject = h.subject and e.number = (select max(number) from journal_entries where subject = h.subject)`,
];
const CUT = cutAfter(25);
const WIPED = [
  'truncate journal_entries, journal_seals, journal_heads',
  'update journal_sealer set next_index = 1, sequence = 0',
  `update journal_tree set size = 0, frontier = '{}'`,
];
/** Inserts a copy of the ninth entry with another number of writing, about a subject of its own. */
const slipIn = (sequence: number) =>
  `insert into journal_entries (sequence, recorded_at, occurred_at, kind, subject, number, version, actor, payload, previous_hash, hash)
   select ${sequence}, recorded_at, occurred_at, kind, 'test:slipped', 1, 1, actor, payload, null, hash
   from journal_entries where ${at(9)}`;

const CHANGES: readonly [string, string, number, readonly string[]][] = [
  ['a changed payload', 'entry-changed', 9, [`update journal_entries set payload = '{"time":9}' where ${at(9)}`]],
  ['a changed actor', 'entry-changed', 9, [`update journal_entries set actor = '{}' where ${at(9)}`]],
  [
    'a changed time of the event',
    'entry-changed',
    2,
    [`update journal_entries set occurred_at = occurred_at - interval '1 day' where ${at(2)}`],
  ],
  ['an altered hash', 'entry-changed', 12, [`update journal_entries set hash = ${zero} where ${at(12)}`]],
  ['an altered seal', 'hash-changed', 12, [`update journal_seals set hash = ${zero} where index = 12`]],
  ['a deleted entry', 'entry-missing', 14, [`delete from journal_entries where ${at(14)}`]],
  ['a deleted last entry of a subject', 'entry-missing', 30, [`delete from journal_entries where ${at(30)}`]],
  [
    'a deleted entry whose place was given to the next ones',
    'entry-unplaced',
    14,
    [
      'delete from journal_seals where index = 14',
      'update journal_seals set index = index + 1000 where index > 14',
      'update journal_seals set index = index - 1001 where index > 1000',
    ],
  ],
  ['a deleted seal', 'seal-missing', 20, ['delete from journal_seals where index = 20']],
  [
    'two entries that changed their places',
    'order-changed',
    8,
    [
      'update journal_seals set index = 1007 where index = 7',
      'update journal_seals set index = 7 where index = 8',
      'update journal_seals set index = 8 where index = 1007',
    ],
  ],
  ['the last five cut off, with heads, seals and sealer set back', 'seal-missing', 26, CUT],
  [
    'the last five cut off, and the tree replaced by another',
    'tree-changed',
    25,
    [...CUT, `update journal_tree set size = 25, frontier = array[${zero}]`, 'delete from journal_tree_heads'],
  ],
  ['an emptied partition', 'entry-missing', 1, ['truncate journal_entries']],
  ['a head set back', 'head-changed', 19, ["update journal_heads set number = 4 where subject = 'test:0'"]],
  ['a lost head', 'head-changed', 6, [`delete from journal_heads where subject = 'test:5'`]],
  [
    'a head that was made up',
    'head-changed',
    30,
    [`insert into journal_heads (subject, number, hash) values ('test:made-up', 1, ${zero})`],
  ],
  [
    'an entry slipped in',
    'entry-unplaced',
    10,
    [
      `insert into journal_entries (sequence, recorded_at, occurred_at, kind, subject, number, version, actor, payload, previous_hash, hash)
       select sequence, recorded_at - interval '1 second', occurred_at, kind, 'test:slipped', 1, 1, actor, payload, null, hash
       from journal_entries where ${at(9)}`,
      `update journal_entries set sequence = sequence where subject = 'test:slipped'`,
    ],
  ],
  ['a tree set back to nothing', 'ends-differ', 1, [`update journal_tree set size = 0, frontier = '{}'`]],
  [
    'a tree and its roots set back to nothing',
    'ends-differ',
    1,
    [`update journal_tree set size = 0, frontier = '{}'`, 'delete from journal_tree_heads'],
  ],
  [
    'all after the tenth cut off, and everything but the roots set back',
    'end-missing',
    11,
    [...cutAfter(10), 'update journal_tree set size = 10, frontier = (select frontier from tree_of_ten)'],
  ],
  ['everything wiped but the roots', 'end-missing', 1, WIPED],
  ['a root that was made up', 'end-missing', 31, [`insert into journal_tree_heads values (9999, ${zero}, now())`]],
  ['a lost tree', 'tree-missing', 30, ['delete from journal_tree']],
  ['a tree without its content', 'tree-changed', 30, [`update journal_tree set frontier = '{null}'`]],
  ['a lost progress of the sealer', 'ends-differ', 1, ['delete from journal_sealer']],
  ['a sealer set back', 'ends-differ', 20, ['update journal_sealer set next_index = 20']],
  ['an entry before the first number of writing', 'entry-unplaced', 1, [slipIn(0)]],
  ['an entry far before the first number of writing', 'entry-unplaced', 1, [slipIn(-5)]],
  ['an entry with a number of writing that was never given', 'entry-unplaced', 31, [slipIn(1_000_000)]],
  [
    'an entry that the sealer was made to pass',
    'entry-unplaced',
    31,
    [slipIn(1_000_000), 'update journal_sealer set sequence = 1000000', `select setval('journal_sequence', 1000000)`],
  ],
  [
    'a member added to an actor',
    'entry-changed',
    9,
    [`update journal_entries set actor = actor || '{"note": "approved"}' where ${at(9)}`],
  ],
  ['an actor that is none', 'entry-changed', 9, [`update journal_entries set actor = 'null' where ${at(9)}`]],
  [
    'a microsecond added to the time of the event',
    'entry-changed',
    9,
    [`update journal_entries set occurred_at = occurred_at + interval '1 microsecond' where ${at(9)}`],
  ],
  [
    'a microsecond added to the time of the record, also in its seal',
    'entry-changed',
    9,
    [
      `update journal_entries set recorded_at = recorded_at + interval '1 microsecond' where ${at(9)}`,
      `update journal_seals set recorded_at = recorded_at + interval '1 microsecond' where index = 9`,
    ],
  ],
  ['an endless time', 'entry-changed', 9, [`update journal_entries set occurred_at = 'infinity' where ${at(9)}`]],
  [
    'a number that only PostgreSQL tells from the old one',
    'entry-changed',
    9,
    [`update journal_entries set payload = '{"time":1.00000000000000000001}' where ${at(9)}`],
  ],
  ['a root of before', 'tree-changed', 3, [`insert into journal_tree_heads values (3, ${zero}, now())`]],
];

describe('a verification', () => {
  it('returns size and root of an unchanged journal, with and without an anchor', async () => {
    expect(whole).toEqual({ size: 30, root: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await verifyJournal(db, whole)).toEqual(whole);
  });

  it.each(CHANGES)('finds %s', async (_, fault, index, statements) => {
    await tamper(...statements);
    await expect(verifyJournal(db)).rejects.toMatchObject({ code: 'journal-broken', facts: { fault, index } });
  });

  it('finds a cut end whose tree was set back too, by an anchor from outside', async () => {
    const sizeBefore = whole;
    await tamper(...CUT, `update journal_tree set size = 0, frontier = '{}'`, 'delete from journal_tree_heads');
    await createSealer(db)();
    expect((await verifyJournal(db)).size).toBe(25);
    await expect(verifyJournal(db, sizeBefore)).rejects.toMatchObject({ code: 'journal-shorter' });
    await write(6, 1);
    await sealAll(db);
    await expect(verifyJournal(db, sizeBefore)).rejects.toMatchObject({
      code: 'journal-broken',
      facts: { fault: 'anchor-differs', index: 30 },
    });
  });
});

it('finds a second entry with the number of another, although it was sealed', async () => {
  await tamper(
    `update journal_heads h set number = 4, hash = e.hash from journal_entries e
      where e.subject = h.subject and h.subject = 'test:0' and e.number = 4`,
  );
  await write(1, 1);
  await sealAll(db);
  await expect(verifyJournal(db)).rejects.toMatchObject({ facts: { fault: 'chain-broken', index: 25 } });
});

describe('a reader', () => {
  it.each([
    ['an emptied partition', 'truncate journal_entries', 'entry-missing', 1],
    ['a lost entry', `delete from journal_entries where ${at(7)}`, 'entry-missing', 7],
    ['a lost seal', 'delete from journal_seals where index = 7', 'seal-missing', 7],
    ['lost seals of all', 'truncate journal_seals', 'seal-missing', 1],
  ])('takes %s for no end of the journal', async (_, statement, fault, index) => {
    await tamper(statement);
    await expect(readJournal(db, 0, 100)).rejects.toMatchObject({ code: 'journal-broken', facts: { fault, index } });
  });
});

describe('a reader of one subject', () => {
  const numbers = async (limit?: number, after?: number) =>
    (await readSubject(db, 'test:0', limit, after)).map(({ number }) => number);

  it('reads in pages up to the last sealed entry', async () => {
    await write(1, 1);
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
    expect(await numbers(2)).toEqual([1, 2]);
    expect(await numbers(2, 3)).toEqual([4, 5]);
    expect(await numbers(2, 5)).toEqual([]);
    expect(await numbers(2, 9)).toEqual([]);
    expect(await readSubject(db, 'test:unknown')).toEqual([]);
    await sealAll(db);
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await numbers(2, 5)).toEqual([6]);
  });

  const entry = (number: number) => `subject = 'test:0' and number = ${number}`;
  const seal = (number: number) => `sequence = (select sequence from journal_entries where ${entry(number)})`;
  it.each([
    ['a lost entry', `delete from journal_entries where ${entry(2)}`, 'subject-gap', 13],
    ['a lost first entry', `delete from journal_entries where ${entry(1)}`, 'subject-gap', 7],
    ['a lost last entry', `delete from journal_entries where ${entry(5)}`, 'subject-gap', 30],
    ['lost entries of all', `delete from journal_entries where subject = 'test:0'`, 'subject-gap', 30],
    ['a lost head', `delete from journal_heads where subject = 'test:0'`, 'head-changed', 30],
    ['a head set back', `update journal_heads set number = 3 where subject = 'test:0'`, 'head-changed', 30],
    ['a lost seal', `delete from journal_seals where ${seal(3)}`, 'entry-unplaced', 30],
    ['a lost last seal', `delete from journal_seals where index >= 25`, 'seal-missing', 25],
  ])('takes %s for no end of the subject', async (_, statement, fault, index) => {
    await tamper(statement);
    await expect(readSubject(db, 'test:0')).rejects.toMatchObject({ code: 'journal-broken', facts: { fault, index } });
  });

  it('finds a gap on the page that has it', async () => {
    await tamper(`delete from journal_entries where ${entry(3)}`);
    expect(await numbers(2)).toEqual([1, 2]);
    expect(await numbers(2, 3)).toEqual([4, 5]);
    await expect(numbers(2, 1)).rejects.toMatchObject({ facts: { fault: 'subject-gap' } });
    await expect(numbers(1, 2)).rejects.toMatchObject({ facts: { fault: 'subject-gap' } });
  });
});

it('the sealer puts nothing on top of a journal whose roots know a later end', async () => {
  await tamper(...cutAfter(10), `update journal_tree set size = 0, frontier = '{}'`);
  await expect(createSealer(db)()).rejects.toThrow('the journal has lost sealed entries');
});

it('the sealer puts nothing on top of a lost tree', async () => {
  await tamper('delete from journal_tree');
  await expect(createSealer(db)()).rejects.toThrow('the journal has lost its tree');
});

it('the sealer puts nothing on top of a journal that has lost its end', async () => {
  await tamper(...CUT);
  await expect(createSealer(db)()).rejects.toThrow('the journal has lost sealed entries');
});

describe('the background check', () => {
  const figures = async () =>
    Object.fromEntries((await JOURNAL_FIGURES.read(db, new Date())).map(({ name, value }) => [name, value]));
  const check = async () => {
    const logged: object[] = [];
    const log = { debug() {}, info() {}, warn() {}, error: (line: object) => logged.push(line) };
    const pass = createVerifier(db, log);
    for (let round = 0; round < 3; round++) await pass();
    return logged;
  };

  it('reaches the end, and goes on with what is sealed later', async () => {
    expect(await check()).toEqual([]);
    expect(await figures()).toMatchObject({ leadloop_journal_verified_index: 30, leadloop_journal_faults: 0 });
    await write(1, 2);
    await sealAll(db);
    expect(await check()).toEqual([]);
    expect(await figures()).toMatchObject({ leadloop_journal_verified_index: 32, leadloop_journal_faults: 0 });
  });

  it.each(CHANGES)('stops at %s, logs it once, and goes on when it is mended', async (_, fault, index, statements) => {
    await tamper(...statements);
    expect(await check()).toMatchObject([{ fault, index }]);
    expect((await figures()).leadloop_journal_faults).toBe(1);
    const tables = TABLES.concat('journal_tree_heads');
    await tamper(
      ...tables.map((table) => `truncate ${table}`),
      ...tables.map((table) => `insert into ${table} select * from copy_of_${table}`),
    );
    expect(await check()).toEqual([]);
    expect(await figures()).toMatchObject({ leadloop_journal_verified_index: 30, leadloop_journal_faults: 0 });
  });

  it('waits for a tree of before while the sealer builds it', async () => {
    await tamper(`update journal_tree set size = 0, frontier = '{}'`, 'delete from journal_tree_heads');
    const logged: object[] = [];
    const pass = createVerifier(db, { debug() {}, info() {}, warn() {}, error: (line: object) => logged.push(line) });
    await pass();
    await tamper('update journal_tree set size = 10, frontier = (select frontier from tree_of_ten)');
    await pass();
    expect((await figures()).leadloop_journal_faults).toBe(0);
    await createSealer(db)();
    await pass();
    expect(logged).toEqual([]);
    expect(await figures()).toMatchObject({ leadloop_journal_verified_index: 30, leadloop_journal_faults: 0 });
  });

  it('goes through many subjects in steps', async () => {
    for (let part = 0; part < 4; part++) {
      await db.transaction((tx) =>
        record(
          tx,
          Array.from({ length: 150 }, (_, at) => fact(`many:${part * 1_000 + at}`)),
        ),
      );
    }
    await sealAll(db);
    await tamper(`insert into journal_heads (subject, number, hash) values ('zzz:made-up', 1, ${zero})`);
    const faults = async () => (await figures()).leadloop_journal_faults;
    const pass = createVerifier(db, { debug() {}, info() {}, warn() {}, error() {} });
    await pass();
    await pass();
    expect([await faults(), (await figures()).leadloop_journal_verified_index]).toEqual([0, 630]);
    await pass();
    expect(await faults()).toBe(1);
  });

  it('begins again after a day, and then finds what was changed in what it had verified', async () => {
    await check();
    await tamper(`update journal_entries set payload = '{"time":9}' where ${at(9)}`);
    expect(await check()).toEqual([]);
    await tamper(`update journal_verification set begun_at = now() - interval '25 hours'`);
    expect(await check()).toMatchObject([{ fault: 'entry-changed', index: 9 }]);
  });
});

it('the background check reads the heads once a round, not after every new entry', async () => {
  const stopsAt = async () => {
    const logged: object[] = [];
    const pass = createVerifier(db, { debug() {}, info() {}, warn() {}, error: (line: object) => logged.push(line) });
    for (let round = 0; round < 2; round++) await pass();
    return logged;
  };
  expect(await stopsAt()).toEqual([]);
  await tamper(`insert into journal_heads (subject, number, hash) values ('test:made-up', 1, ${zero})`);
  await write(1, 1);
  await sealAll(db);
  expect(await stopsAt()).toEqual([]);
  await tamper(`update journal_verification set begun_at = now() - interval '25 hours'`);
  expect(await stopsAt()).toMatchObject([{ fault: 'head-changed', subject: 'test:made-up' }]);
});

describe('a service', () => {
  it.each([
    `update journal_tree set size = 0, frontier = '{}'`,
    'update journal_tree set size = size - 1',
    'update journal_sealer set next_index = 1',
    `insert into journal_tree_heads values (9999, decode(repeat('00', 32), 'hex'), now())`,
  ])('cannot: %s', async (statement) => {
    await expect(db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '23001' } });
  });
});

describe('the owner, with the triggers on', () => {
  it.each([
    'truncate journal_entries_default',
    'truncate journal_heads',
    'delete from journal_heads',
    'truncate idempotency_keys',
    'truncate manifest_steps cascade',
    'truncate assays',
    'delete from journal_tree_heads',
    `update journal_tree set size = 0, frontier = '{}'`,
    `update journal_tree set frontier = '{}'`,
    'update journal_sealer set next_index = 1',
    `insert into journal_tree_heads values (9999, decode(repeat('00', 32), 'hex'), now())`,
    'delete from journal_tree',
    'truncate journal_tree',
    'delete from journal_sealer',
    'truncate journal_sealer',
    'truncate journal_subscriptions',
    'truncate journal_verification',
    'truncate exchange_numbers',
    'truncate exchange_partners',
    'truncate identity_second_factors',
    'drop table journal_seals',
    'drop table assays cascade',
    'drop trigger journal_seals_no_truncate on journal_seals',
    'alter table journal_entries detach partition journal_entries_default',
  ])('cannot: %s', async (statement) => {
    await expect(database.owner.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '23001' } });
  });

  it('cannot empty the partition of a month', async () => {
    await db.execute(sql`select prepare_journal_month('2031-05-01')`);
    await expect(database.owner.execute(sql`truncate journal_entries_2031_05`)).rejects.toMatchObject({
      cause: { code: '23001' },
    });
  });
});
