/** A journal that its owner has changed, row by row, past all triggers: every change is found, and where. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../../src/platform/database/db.ts';
import { createSealer, createVerifier, record, verifyJournal } from '../../../src/platform/journal/index.ts';
import { JOURNAL_FIGURES } from '../../../src/platform/operation/journal-figures.ts';
import { sealAll } from '../../setup/sealing.ts';
import { at, CHANGES, CUT, cutAfter, zero } from './changes.ts';
import { fact } from './fixture.ts';
import { useTampering } from './tampering.ts';

const { database, tamper, mend, write, whole } = useTampering();
let db: Db;
beforeAll(() => {
  db = database.db;
});

describe('a verification', () => {
  it('returns size and root of an unchanged journal, with and without an anchor', async () => {
    expect(whole()).toEqual({ size: 30, root: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await verifyJournal(db, whole())).toEqual(whole());
  });

  it.each(CHANGES)('finds %s', async (_, fault, index, statements) => {
    await tamper(...statements);
    await expect(verifyJournal(db)).rejects.toMatchObject({ code: 'journal-broken', facts: { fault, index } });
  });

  it('finds a cut end whose tree was set back too, by an anchor from outside', async () => {
    const sizeBefore = whole();
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
    await mend();
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
