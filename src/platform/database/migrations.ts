/** Brings a database to the schema of this code, once, however many processes try at the same time. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { StartupError } from '../process/startup-error.ts';
import { openConnection } from './db.ts';

const FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url));
const LOCK_KEY = 4_501_001;

/**
 * Applies what is missing. Waits for another process that is doing the same.
 * @throws StartupError when the database user lacks a right that a migration needs
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = await openConnection({ url, applicationName: 'leadloop-migrate' });
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await migrate(drizzle({ client }), { migrationsFolder: FOLDER }).catch(tellMissingRight);
  } finally {
    await client.end();
  }
}

function tellMissingRight(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof pg.DatabaseError && cause.code === '42501')) throw error;
  throw new StartupError(`The database user lacks a right. ${cause.message}`, { cause: error });
}

/**
 * Refuses a database whose schema is not the one of this code.
 * @throws StartupError when the database was never migrated, is behind, or is ahead of this code, or when its user cannot
 *   keep the wall between organisations
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
    await checkWall(client);
  } finally {
    await client.end();
  }
}

/** Who is not the owner would be shown nothing as machinery, and who may not take the role answers no request. */
async function checkWall(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ who: string; owns: boolean; may: boolean; sound: boolean }>(`
    select current_user as who, pg_has_role(current_user, relowner, 'usage') as owns,
      coalesce(bool_and(pg_has_role(current_user, role.oid, 'set')) and count(role.oid) = 2, false) as may,
      bool_and(not (role.rolsuper or role.rolbypassrls)) as sound
    from pg_class left join pg_roles role on role.rolname in ('leadloop_request', 'leadloop_city')
    where pg_class.oid = 'parties'::regclass group by relowner`);
  const [{ who, owns, may, sound } = { who: '', owns: false, may: false, sound: false }] = rows;
  if (!owns)
    throw new StartupError(`The database user ${who} does not own the tables; log in as the one that migrated.`);
  if (!may) {
    throw new StartupError(
      `The database user ${who} may not take the roles of requests; let an administrator run: grant leadloop_request, leadloop_city to "${who}"`,
    );
  }
  if (!sound)
    throw new StartupError(
      'The roles leadloop_request and leadloop_city must be neither superuser nor bypassrls; alter them.',
    );
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
