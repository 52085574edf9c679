/** Row-level security on a separate server: several databases migrated at once, and owners that are not superusers. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/platform/database/db.ts';
import { checkSchema, migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { readAs, writeAs } from '../../../src/platform/database/row-security.ts';
import { actorOf, addTrade, depsOf, draftOne } from '../../manifests/province.ts';
import { execute, startTestPostgres, type TestPostgres } from '../../setup/postgres-server.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
});
afterAll(() => server.stop());

const urlOf = (database: string, user?: string): string =>
  Object.assign(new URL(server.url), {
    pathname: database,
    ...(user !== undefined && { username: user, password: 'secret' }),
  }).href;

/** Adds a user that may only log in, with a database of its own. */
async function addOwner(name: string): Promise<string> {
  await execute(server.url, `create role ${name} login password 'secret'`);
  await execute(server.url, `create database ${name} owner ${name}`);
  return urlOf(name, name);
}

describe('the roles of requests', () => {
  it('are created by the first of the databases of a server that migrate at once', async () => {
    const names = ['one', 'two', 'three', 'four'];
    for (const name of names) await execute(server.url, `create database ${name}`);
    await Promise.all(names.map((name) => migrateDatabase(urlOf(name))));
    for (const name of names) await checkSchema(urlOf(name));
    for (const name of names) await execute(server.url, `drop database ${name}`);
    await execute(server.url, 'drop role leadloop_request, leadloop_city');
  });

  it('must exist and be granted before a user without the right to create them migrates', async () => {
    const url = await addOwner('plain');
    const needed =
      'create role leadloop_request nologin; create role leadloop_city nologin; grant leadloop_request, leadloop_city to plain;';
    await expect(migrateDatabase(url)).rejects.toThrow(needed);
    await execute(server.url, 'create role leadloop_request nologin; create role leadloop_city nologin');
    await expect(migrateDatabase(url)).rejects.toThrow(needed);
    await execute(server.url, 'grant leadloop_request, leadloop_city to plain');
    await migrateDatabase(url);
    await checkSchema(url);
  });
});

describe('an owner that is not a superuser', () => {
  it('works as machinery, and serves requests within their visibility', async () => {
    const db = openDatabase({ url: urlOf('plain', 'plain') });
    try {
      const deps = depsOf(db, '45');
      const trade = await addTrade(deps, '45', { massGrams: 1_000_000, pieces: 60 });
      await draftOne(deps, trade, 900_000, 50);
      const found = async (partyId: string) => {
        const batches = await readAs(db, { visibility: { of: 'party', partyId } }, (tx) =>
          tx.execute(sql`select id from batches`),
        );
        return batches.rows.map(({ id }) => id);
      };
      expect(await found(actorOf(trade.consignor).partyId ?? '')).toEqual([trade.batchId]);
      expect(await found(trade.receiver.id)).toEqual([]);
      const making = writeAs(db, { visibility: { of: 'all' } }, (tx) =>
        tx.execute(sql`create temporary table parties ()`),
      );
      await expect(making).rejects.toMatchObject({ cause: { code: '42501' } });
    } finally {
      await db.$client.end();
    }
  });

  it('is rejected at the start without the roles; so is a user that is not the owner', async () => {
    await execute(server.url, 'revoke leadloop_city from plain');
    await expect(checkSchema(urlOf('plain', 'plain'))).rejects.toThrow(
      'grant leadloop_request, leadloop_city to "plain"',
    );
    await execute(server.url, "create role guest login password 'secret'");
    await execute(urlOf('plain'), 'grant usage on schema drizzle to guest');
    await execute(urlOf('plain'), 'grant select on all tables in schema drizzle to guest');
    await expect(checkSchema(urlOf('plain', 'guest'))).rejects.toThrow('grant leadloop_service to "guest"');
    await execute(server.url, 'grant leadloop_request, leadloop_city to plain');
    await execute(server.url, 'alter role leadloop_request bypassrls');
    await expect(checkSchema(urlOf('plain', 'plain'))).rejects.toThrow('neither superuser nor bypassrls');
  });
});
