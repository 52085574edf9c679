/** A database as it was before a migration, for the tests of one file. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, inject } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';
import { migrationsBefore } from '../migrations.ts';

/** Returns one of the ids of a database of before. */
export const ID = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** An organisation, `ID(1)`, with its recycling site, `ID(2)`. */
export const RECYCLER = `
  insert into parties (id, name, uscc_missing_reason, division_code, province_code, registered_at)
    values ('${ID(1)}', '演示', '个体', '450100', '45', now());
  insert into sites (id, party_id, kind, name, division_code, registered_at)
    values ('${ID(2)}', '${ID(1)}', 'recycler', '演示', '450100', now());`;

/**
 * Makes the database before a migration, enters what the statements say, and deletes it after the tests. Returns its address.
 * The tests migrate it with `migrateDatabase`.
 */
export function useDatabaseBefore(tag: string, statements: string): string {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = Object.assign(new URL(server), { pathname: name }).href;
  let folder: string;
  beforeAll(async () => {
    folder = await migrationsBefore(tag);
    await execute(server, `create database ${name}`);
    await migrateDatabase(url, folder);
    await execute(url, statements);
  });
  afterAll(async () => {
    await execute(server, `drop database if exists ${name} with (force)`);
    await rm(folder, { recursive: true });
  });
  return url;
}
