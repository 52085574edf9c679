/** A migrated database for one test file. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Db, openDatabase } from '../../src/platform/database/db.ts';
import { execute } from './postgres-server.ts';
import { TEMPLATE } from './servers.ts';

export type TestDatabase = {
  /** Address for the plain user of services. */
  readonly url: string;
  /** Address for the owner of the tables, for tests that change what services may not. */
  readonly ownerUrl: string;
  /** A pool of the default size. Open others with `openDatabase({ url })` and close them. */
  readonly db: Db;
  /** A pool of the owner, opened when it is first used. */
  readonly owner: Db;
};

/**
 * Copies the migrated template before the tests of this file and drops the copy after them. A connection left open by
 * the tests fails the file: a pool, a queue or a worker was not closed.
 */
export function useDatabase(): TestDatabase {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const urlOf = (login: string) => Object.assign(new URL(login), { pathname: name }).href;
  const [url, ownerUrl] = [urlOf(inject('serviceUrl')), urlOf(server)];
  let db: Db | undefined;
  let owner: Db | undefined;
  beforeAll(async () => {
    await copyTemplate(server, name);
    db = openDatabase({ url });
  });
  afterAll(async () => {
    await Promise.all([db?.$client.end(), owner?.$client.end()]);
    const leaks = await openConnections(server, name);
    await execute(server, `drop database if exists ${name} with (force)`);
    if (leaks.length > 0) throw new Error(`The tests left connections open: ${leaks.join(', ')}`);
  });
  return {
    url,
    ownerUrl,
    get db() {
      if (db === undefined) throw new Error('The database is there inside tests and hooks only');
      return db;
    },
    get owner() {
      owner ??= openDatabase({ url: ownerUrl, poolMax: 2 });
      return owner;
    },
  };
}

async function copyTemplate(server: string, name: string): Promise<void> {
  await execute(server, `create database ${name} template ${TEMPLATE} strategy file_copy`);
}

async function openConnections(server: string, name: string): Promise<string[]> {
  const look = async () => {
    const rows = await execute(
      server,
      `select application_name || ': ' || left(query, 60) as open from pg_stat_activity
       where datname = '${name}' and backend_type = 'client backend'`,
    );
    return rows.map((row) => String(row.open));
  };
  // A session ends a moment after its connection was closed.
  for (let wait = 0; wait < 20; wait++) {
    if ((await look()).length === 0) return [];
    await new Promise((done) => setTimeout(done, 25));
  }
  return look();
}
