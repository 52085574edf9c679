/** Readers of a journal that its owner has changed: a gap is a fault, and never the end of what there is. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../../src/platform/database/db.ts';
import { readJournal, readSubject } from '../../../src/platform/journal/index.ts';
import { sealAll } from '../../setup/sealing.ts';
import { at } from './changes.ts';
import { useTampering } from './tampering.ts';

const { database, tamper, write } = useTampering();
let db: Db;
beforeAll(() => {
  db = database.db;
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
