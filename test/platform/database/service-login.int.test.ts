/** The user that services log in as (`0018_let_services_log_in`): what it may not do, and how it is made. */
import { afterAll, describe, expect, inject, it } from 'vitest';
import { openConnection } from '../../../src/platform/database/db.ts';
import { checkSchema, migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { ensureServiceLogin, grantService } from '../../../src/platform/database/service-login.ts';
import { useDatabase } from '../../setup/database.ts';
import { execute } from '../../setup/postgres-server.ts';

const database = useDatabase();
const server = inject('postgresUrl');
const asUser = (username: string, password: string) =>
  Object.assign(new URL(database.url), { username, password }).href;
const made = ['leadloop_test_one', 'leadloop_test_two'];
afterAll(async () => {
  for (const name of made) await execute(server, `drop role if exists ${name}`);
});

/** Rights of a user on each table, by the kind of the table. */
const RIGHTS = `
  select c.relname as name, has_table_privilege('leadloop_service', c.oid, 'update') as changes,
    has_table_privilege('leadloop_service', c.oid, 'delete') as deletes,
    has_table_privilege('leadloop_service', c.oid, 'truncate') as truncates,
    has_table_privilege('leadloop_service', c.oid, 'trigger') as triggers,
    has_table_privilege('leadloop_service', c.oid, 'select, insert') as adds,
    exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = c.relname || '_append_only'
      and (t.tgtype & 16) <> 0) as permanent,
    not c.relrowsecurity or exists (select from pg_policy where polrelid = c.oid and polname = 'service') as open
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;

describe('a service', () => {
  it.each([
    [`copy (select 1) to program 'true'`, 'permission denied to COPY to or from an external program'],
    [
      `create temporary table t (line text); copy t from program 'id'`,
      'permission denied to COPY to or from an external program',
    ],
    [`copy (select 1) to '/tmp/leadloop'`, 'permission denied to COPY to a file'],
    ['set role leadloop', 'permission denied to set role "leadloop"'],
    ['set session authorization leadloop', 'permission denied to set session authorization "leadloop"'],
    ['set session_replication_role = replica', 'permission denied to set parameter "session_replication_role"'],
    ['create table more (id int)', 'permission denied for schema public'],
    ['alter table movements disable trigger all', 'must be owner of table movements'],
    ['alter table parties disable row level security', 'must be owner of table parties'],
    ['drop policy parties_select on parties', 'must be owner of relation parties'],
    ['create role more superuser', 'permission denied to create role'],
    ['alter role leadloop_service bypassrls', 'permission denied to alter role'],
    ['grant select on movements to public', undefined],
    [`update movements set mass_grams = 1`, 'permission denied for table movements'],
    [`delete from manifest_steps`, 'permission denied for table manifest_steps'],
    [`delete from parties`, 'permission denied for table parties'],
    [`truncate journal_seals`, 'permission denied for table journal_seals'],
    [`update journal_entries_default set kind = 'x'`, 'permission denied for table journal_entries_default'],
    [
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('', 0)`,
      'permission denied for table __drizzle_migrations',
    ],
    ['select grant_service()', 'permission denied for function grant_service'],
  ])('%s is refused', async (statement, reason) => {
    const client = await openConnection({ url: database.url });
    const notices: string[] = [];
    client.on('notice', ({ message }) => notices.push(message ?? ''));
    const answer = await client.query(statement).then(
      () => undefined,
      (error: Error) => error.message,
    );
    await client.end();
    expect(answer).toBe(reason);
    // PostgreSQL answers a grant without effect with a warning.
    if (reason === undefined) expect(notices).toEqual(['no privileges were granted for "movements"']);
  });

  it('adds to every table, and changes those alone whose rows may change', async () => {
    const rows = await execute(database.ownerUrl, RIGHTS);
    expect(rows.length).toBeGreaterThan(35);
    for (const { name, permanent, ...row } of rows) {
      const deletes = ['identity_attempts', 'identity_revocations', 'oidc_records', 'oidc_states'].includes(
        String(name),
      );
      const expected = { adds: true, open: true, changes: !permanent, deletes, truncates: false, triggers: false };
      expect({ name, ...row }).toEqual({ name, ...expected });
    }
    expect(rows.filter(({ permanent }) => permanent).length).toBeGreaterThan(8);
  });

  it('makes the next months of the journal', async () => {
    const client = await openConnection({ url: database.url });
    const { rows } = await client.query(`select prepare_journal_month('2044-05-01') as name`);
    await client.end();
    expect(rows).toEqual([{ name: 'journal_entries_2044_05' }]);
  });
});

describe('migrate', () => {
  it('makes the user of a service, which is then known as plain, and changes its password', async () => {
    const [first, second] = [asUser('leadloop_test_one', "o'ne"), asUser('leadloop_test_one', 'two "2"')];
    await ensureServiceLogin(database.ownerUrl, first);
    expect(await checkSchema(first)).toEqual({ user: 'leadloop_test_one', plain: true });
    await ensureServiceLogin(database.ownerUrl, second);
    expect(await checkSchema(second)).toEqual({ user: 'leadloop_test_one', plain: true });
    await expect(checkSchema(first)).rejects.toThrow('password authentication failed');
    expect(await checkSchema(database.ownerUrl)).toMatchObject({ plain: false });
  });

  it('names what an administrator runs when the owner may not make the user', async () => {
    const failing = ensureServiceLogin(database.url, asUser('leadloop_test_two', 'x'));
    await expect(failing).rejects.toThrow('create role "leadloop_test_two" login');
  });

  it('gives a table of a later migration its rights', async () => {
    await execute(database.ownerUrl, 'create table later (id int); alter table later enable row level security');
    const count = async () => (await execute(database.url, 'select count(*)::int as count from later'))[0]?.count;
    await expect(count()).rejects.toThrow('permission denied');
    expect(await grantService(database.ownerUrl)).toBeUndefined();
    await migrateDatabase(database.ownerUrl);
    expect(await count()).toBe(0);
    await execute(database.ownerUrl, 'drop table later');
  });
});
