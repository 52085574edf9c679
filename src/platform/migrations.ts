/** Brings a database to the schema of this code, once, however many processes try at the same time. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { openConnection } from './db.ts';
import { StartupError } from './startup-error.ts';

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));
const LOCK_KEY = 4_501_001;

/** Applies what is missing. Waits for another process that is doing the same. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = await openConnection({ url, applicationName: 'leadloop-migrate' });
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await migrate(drizzle({ client }), { migrationsFolder: FOLDER });
  } finally {
    await client.end();
  }
}

/**
 * Refuses a database whose schema is not the one of this code.
 * @throws StartupError when the database was never migrated, is behind, or is ahead of this code
 */
export async function checkSchema(url: string): Promise<void> {
  const expected = migrationsInCode();
  const client = await openConnection({ url, applicationName: 'leadloop-check' });
  try {
    const applied = await appliedMigrations(client);
    if (applied < expected) {
      throw new StartupError(
        `The database has ${applied} of ${expected} migrations; run "npm run migrate" before starting this process.`,
      );
    }
    if (applied > expected) {
      throw new StartupError(
        `The database has ${applied} migrations and this release knows ${expected}; start a newer release.`,
      );
    }
  } finally {
    await client.end();
  }
}

/** How many migrations this code knows. */
export function migrationsInCode(): number {
  const journal: unknown = JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, 'utf8'));
  return (journal as { entries: unknown[] }).entries.length;
}

async function appliedMigrations(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ present: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as present`,
  );
  if (!rows[0]?.present) return 0;
  const { rows: counts } = await client.query<{ count: number }>(
    'select count(*)::int as count from drizzle.__drizzle_migrations',
  );
  return counts[0]?.count ?? 0;
}
