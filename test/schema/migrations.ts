/** The migrations of this code, and folders with some of them. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
export const SCHEMA_FILE = join(MIGRATIONS, 'schema.sql');
export const BASELINE_FILE = join(MIGRATIONS, 'meta', 'baseline.json');
const journalOf = (folder: string) => join(folder, 'meta', '_journal.json');

/** One migration as the journal of drizzle lists it: `when` in milliseconds, in growing order. */
type JournalEntry = { readonly idx: number; readonly when: number; readonly tag: string };
type Journal = { readonly entries: readonly JournalEntry[] };

export type Migration = { readonly tag: string; readonly when: number; readonly sha256: string };

export async function readJournal(folder = MIGRATIONS): Promise<Journal> {
  return JSON.parse(await readFile(journalOf(folder), 'utf8'));
}

/** Returns the migrations in their order, each with the SHA-256 of its file. */
export async function readMigrations(folder = MIGRATIONS): Promise<Migration[]> {
  const { entries } = await readJournal(folder);
  return Promise.all(
    entries.map(async ({ tag, when }) => {
      const sha256 = createHash('sha256')
        .update(await readFile(join(folder, `${tag}.sql`)))
        .digest('hex');
      return { tag, when, sha256 };
    }),
  );
}

/**
 * Makes a temporary folder with the migrations before one of them: `migrateDatabase(url, folder)` then builds the database
 * of before. A tag that is unknown is the next one: the folder has all migrations.
 */
export async function migrationsBefore(tag: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leadloop-migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
  const journal = await readJournal(folder);
  const end = journal.entries.findIndex((entry) => entry.tag === tag);
  const entries = end === -1 ? journal.entries : journal.entries.slice(0, end);
  await writeFile(journalOf(folder), JSON.stringify({ ...journal, entries }));
  return folder;
}

/** Adds a migration at the end of a folder. */
export async function addMigration(folder: string, tag: string, statements: string): Promise<void> {
  const journal = await readJournal(folder);
  const when = (journal.entries.at(-1)?.when ?? 0) + 1_000;
  const entries = [...journal.entries, { idx: journal.entries.length, version: '7', when, tag, breakpoints: true }];
  await writeFile(join(folder, `${tag}.sql`), statements);
  await writeFile(journalOf(folder), JSON.stringify({ ...journal, entries }));
}
