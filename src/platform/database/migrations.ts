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
 * `created_at` of the first migration that releases before the baseline applied. Their migrations were replaced by the
 * baseline (migrations/README.md) before any of them was deployed.
 */
const FIRST_BEFORE_BASELINE = 1_795_200_000_000;

/**
 * Applies the missing migrations. Waits for another process that is doing the same.
 * @throws StartupError when the database user lacks a right that a migration needs
 * @throws StartupError when a release from before the baseline made the database
 */
export async function migrateDatabase(url: string, folder = FOLDER): Promise<void> {
  const client = await openConnection({ url, applicationName: 'leadloop-migrate' });
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    refuseOldSchema(url, await appliedMigrations(client));
    await migrate(drizzle({ client }), { migrationsFolder: folder }).catch(explainMissingRight);
  } finally {
    await client.end();
  }
}

function explainMissingRight(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof pg.DatabaseError && cause.code === '42501')) throw error;
  throw new StartupError(
    {
      en: `The database user lacks a right. ${cause.message}`,
      zh: `数据库用户缺少所需权限。系统提示：“${cause.message}”`,
    },
    { cause: error },
  );
}

/**
 * Checks that the schema of a database is the one of this code.
 * @throws StartupError when the database was never migrated, is behind, is ahead of this code, or is from before the
 *   baseline
 * @throws StartupError when its user lacks a right, or row-level security would not work for it
 */
export async function checkSchema(url: string): Promise<Login> {
  const expected = migrationsInCode();
  const client = await openConnection({ url, applicationName: 'leadloop-check' });
  try {
    const { count, fromBefore } = await appliedMigrations(client);
    refuseOldSchema(url, { fromBefore });
    if (count < expected) {
      throw new StartupError({
        en: `The database has ${count} of ${expected} migrations; run "npm run migrate" before starting this process.`,
        zh: `数据库已执行 ${count} 项迁移，应为 ${expected} 项；请先执行 npm run migrate，再启动本进程。`,
      });
    }
    if (count > expected) {
      throw new StartupError({
        en: `The database has ${count} migrations and this release knows ${expected}; start a newer release.`,
        zh: `数据库已执行 ${count} 项迁移，本版本只有 ${expected} 项；请启动较新的版本。`,
      });
    }
    return await checkLogin(client);
  } finally {
    await client.end();
  }
}

function refuseOldSchema(url: string, { fromBefore }: Pick<Applied, 'fromBefore'>): void {
  if (!fromBefore) return;
  const { host, pathname } = new URL(url);
  throw new StartupError({
    en: `The database ${pathname.slice(1)} at ${host} was created before version 0.1.0, whose migrations were renumbered; it cannot be migrated. Set DATABASE_URL to an empty database, or for "npm start" move the data folder (LEADLOOP_DATA_DIR) away.`,
    zh: `${host} 上的数据库 ${pathname.slice(1)} 建于 0.1.0 版之前，不能迁移（该版的迁移重新编号）。请将 DATABASE_URL 设为空数据库；使用 npm start 的，请移走数据目录（LEADLOOP_DATA_DIR）。`,
  });
}

/** The user that a process logs in as. `plain`: no superuser, no owner of tables, and not outside of row-level security. */
export type Login = { readonly user: string; readonly plain: boolean };

type Rights = Login & { readonly works: boolean; readonly member: boolean; readonly secured: boolean };

/** A member of the role of services works as machinery, as the owner of the tables does. It answers requests in their two roles. */
async function checkLogin(client: pg.Client): Promise<Login> {
  const { rows } = await client.query<Rights>(`
    select current_user as user,
      coalesce(pg_has_role(current_user, relowner, 'usage') or pg_has_role(current_user, to_regrole('leadloop_service')::oid, 'usage'), false) as works,
      (select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user)
        and not pg_has_role(current_user, relowner, 'usage') as plain,
      coalesce(bool_and(pg_has_role(current_user, role.oid, 'set')) and count(role.oid) = 2, false) as member,
      bool_and(not (role.rolsuper or role.rolbypassrls)) as secured
    from pg_class left join pg_roles role on role.rolname in ('leadloop_request', 'leadloop_city')
    where pg_class.oid = 'parties'::regclass group by relowner`);
  const [row = { user: '', plain: false, works: false, member: false, secured: false }] = rows;
  const { user, works, member, secured, plain } = row;
  if (!works)
    throw new StartupError({
      en: `The database user ${user} has no rights here; let an administrator run: grant leadloop_service to "${user}"`,
      zh: `数据库用户 ${user} 没有所需权限；请由数据库管理员执行：grant leadloop_service to "${user}"`,
    });
  if (!member) {
    throw new StartupError({
      en: `The database user ${user} may not take the roles of requests; let an administrator run: grant leadloop_request, leadloop_city to "${user}"`,
      zh: `数据库用户 ${user} 不能使用请求所需的角色；请由数据库管理员执行：grant leadloop_request, leadloop_city to "${user}"`,
    });
  }
  if (!secured)
    throw new StartupError({
      en: 'The roles leadloop_request and leadloop_city must be neither superuser nor bypassrls; alter them.',
      zh: '角色 leadloop_request 和 leadloop_city 不得为 superuser，也不得有 bypassrls；请修改。',
    });
  return { user, plain };
}

/** Returns the number of migrations in this code. */
export function migrationsInCode(): number {
  const journal: unknown = JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, 'utf8'));
  return (journal as { entries: unknown[] }).entries.length;
}

/** Migrations in the table that drizzle keeps. */
type Applied = { readonly count: number; readonly fromBefore: boolean };

async function appliedMigrations(client: pg.Client): Promise<Applied> {
  const { rows } = await client.query<{ present: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as present`,
  );
  if (!rows[0]?.present) return { count: 0, fromBefore: false };
  const { rows: counts } = await client.query<Applied>(
    `select count(*)::int as count, coalesce(bool_or(created_at = $1), false) as "fromBefore"
     from drizzle.__drizzle_migrations`,
    [FIRST_BEFORE_BASELINE],
  );
  return counts[0] ?? { count: 0, fromBefore: false };
}
