/** Databases with another schema than this code: empty, behind, ahead, from before the baseline, or foreign. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { checkSchema, migrateDatabase, migrationsInCode } from '../../../src/platform/database/migrations.ts';
import { StartupError } from '../../../src/platform/process/startup-error.ts';
import { migrationsBefore } from '../../schema/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';

const server = inject('postgresUrl');
let name: string;
let url: string;
beforeEach(async () => {
  name = `test_${randomBytes(6).toString('hex')}`;
  url = Object.assign(new URL(server), { pathname: name }).href;
  await execute(server, `create database ${name}`);
});
afterEach(() => execute(server, `drop database ${name} with (force)`));

const failure = (trying: Promise<unknown>): Promise<unknown> =>
  trying.then(
    () => 'succeeded',
    (error: unknown) => error,
  );

/** The table of drizzle in releases before the baseline, after a number of their eighteen migrations. */
async function migrateBefore(count: number): Promise<void> {
  await execute(url, 'create schema drizzle');
  await execute(
    url,
    'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  );
  await execute(
    url,
    `insert into drizzle.__drizzle_migrations (hash, created_at)
     select case at when 0 then '${HASH}' else md5(at::text) end, 1795200000000 + at * 1000 from generate_series(0, ${count - 1}) at`,
  );
}
/** Hash of the first migration of that time, as drizzle wrote it. */
const HASH = 'e9d34997e52c0733cb64a6f020f7ddd68b3b03245139858327f13bb8b0374221';

describe('a database from before the baseline', () => {
  it.each([1, 11, 18])(
    'is rejected with one sentence after %i of its migrations, and left unchanged',
    async (count) => {
      await migrateBefore(count);
      for (const trying of [migrateDatabase, checkSchema]) {
        const error = await failure(trying(url));
        expect(error).toBeInstanceOf(StartupError);
        const { message } = error as StartupError;
        expect(message).toContain(`The database ${name} at ${new URL(server).host} was created before version 0.1.0`);
        expect(message).toContain('Set DATABASE_URL to an empty database');
        expect(message).not.toContain(new URL(server).password);
      }
      expect(await execute(url, `select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual(
        [],
      );
    },
  );
});

describe('a database of the baseline', () => {
  it('that is empty is behind until it is migrated, and migrating it again changes nothing', async () => {
    const all = migrationsInCode();
    expect(await failure(checkSchema(url))).toMatchObject({
      message: `The database has 0 of ${all} migrations; run "npm run migrate" before starting this process.`,
    });
    await migrateDatabase(url);
    await migrateDatabase(url);
    await checkSchema(url);
    const [row] = await execute(url, 'select count(*)::int as count from drizzle.__drizzle_migrations');
    expect(row).toEqual({ count: all });
  });

  it('that is half migrated is behind, and can be migrated', async () => {
    await migrateDatabase(url, await migrationsBefore('0004_batches'));
    expect(await failure(checkSchema(url))).toMatchObject({ message: expect.stringContaining('has 4 of') });
    await migrateDatabase(url);
    await checkSchema(url);
  });

  it('that is newer than the code needs a newer release', async () => {
    await migrateDatabase(url);
    await execute(url, `insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`);
    expect(await failure(checkSchema(url))).toMatchObject({
      message: expect.stringContaining('start a newer release'),
    });
  });
});

describe('a database of something else', () => {
  it('is not migrated when it has a table of the same name, and gains nothing', async () => {
    await execute(url, 'create table parties (id integer)');
    expect(await failure(migrateDatabase(url))).toMatchObject({ cause: { code: '42P07' } });
    const tables = `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
    expect(await execute(url, tables)).toEqual([{ relname: 'parties' }]);
    expect(await failure(checkSchema(url))).toMatchObject({ message: expect.stringContaining('has 0 of') });
  });

  it('with migrations of its own is compared by their number', async () => {
    await migrateBefore(1);
    await execute(url, 'update drizzle.__drizzle_migrations set created_at = 1700000000000');
    expect(await failure(checkSchema(url))).toMatchObject({ message: expect.stringContaining('has 1 of') });
  });
});
