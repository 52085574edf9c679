/** The baseline of the migrations: files that databases have applied and must never change again. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, read } from '../docs/pages.ts';
import { BASELINE_FILE, MIGRATIONS, type Migration, readJournal, readMigrations } from './migrations.ts';

const baseline = async (): Promise<Migration[]> => JSON.parse(await readFile(BASELINE_FILE, 'utf8'));

it('a file of the baseline keeps its text and its place; changes go into a new migration (migrations/README.md)', async () => {
  const frozen = await baseline();
  expect(frozen.length).toBeGreaterThan(0);
  expect((await readMigrations()).slice(0, frozen.length)).toEqual(frozen);
});

it('every file of the folder is a migration, numbered without gaps and later than the one before', async () => {
  const { entries } = await readJournal();
  expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, at) => at));
  expect(entries.every(({ when }, at) => at === 0 || when > (entries[at - 1]?.when ?? when))).toBe(true);
  const frozen = (await baseline()).length;
  for (const { idx, tag } of entries) {
    // A folder holds 14 files; the next one is named after its first.
    const block = Math.floor((idx - frozen) / 14);
    const room = idx < frozen ? '' : block === 0 ? 'forward/' : `forward-${frozen + block * 14}/`;
    expect(tag).toMatch(new RegExp(`^${room}${String(idx).padStart(4, '0')}_[a-z_]+$`));
  }
  const all = await readdir(MIGRATIONS, { recursive: true });
  const files = all.filter((name) => name.endsWith('.sql') && name !== 'schema.sql');
  expect(files.toSorted()).toEqual(entries.map(({ tag }) => `${tag}.sql`).toSorted());
});

it('every later migration is announced in CHANGELOG.md, and a test names it', async () => {
  const later = (await readMigrations()).slice((await baseline()).length).map(({ tag }) => basename(tag));
  const names = (await readdir(join(ROOT, 'test'), { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  const tests = names.map((name) => read(`test/${name}`));
  const changes = read('CHANGELOG.md');
  expect(later.length).toBeGreaterThan(0);
  expect(later.filter((tag) => !changes.includes(`\`${tag}\``))).toEqual([]);
  expect(later.filter((tag) => !tests.some((text) => text.includes(tag)))).toEqual([]);
});
