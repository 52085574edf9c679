/** migrations/schema.sql. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConnection } from '../../src/platform/database/db.ts';
import { useDatabase } from '../setup/database.ts';
import { SCHEMA_FILE } from './migrations.ts';
import { readSchema } from './schema.ts';

const database = useDatabase();
let client: Awaited<ReturnType<typeof openConnection>>;
beforeAll(async () => {
  client = await openConnection({ url: database.ownerUrl });
});
afterAll(() => client?.end());

it('is what the migrations make; refresh it with "npm run schema"', async () => {
  expect(await readSchema(client)).toBe(await readFile(SCHEMA_FILE, 'utf8'));
});

/** One change of each kind that a migration may make. */
const CHANGES = [
  'alter table parties add column note text',
  'alter table parties alter column name drop not null',
  `alter table parties alter column name set default ''`,
  'alter table parties alter column name type varchar(10)',
  'alter table parties drop constraint parties_uscc_or_reason',
  'alter table sites drop constraint sites_party_id_fkey',
  'drop index parties_province',
  'create unique index more on parties (name)',
  'drop trigger movements_append_only on movements',
  'alter table movements disable row level security',
  'alter table movements force row level security',
  'drop policy movements_select on movements',
  'alter policy movements_select on movements using (true)',
  'alter policy movements_select on movements to leadloop_city',
  'grant delete on movements to leadloop_request',
  'grant update (kind) on movements to leadloop_request',
  'grant select on journal_heads to public',
  'grant create on schema public to leadloop_city',
  'create table one_more (id uuid)',
  'create view one_more as select 1 as one',
  `create or replace function visibility_all() returns boolean language sql stable as 'select true'`,
  'alter function apply_movements() security invoker',
  'alter domain law_confidence drop constraint law_confidence_check',
  'alter sequence journal_sequence cache 20',
  'alter table batches reset (fillfactor)',
  `comment on table parties is 'Changed'`,
  `comment on column parties.uscc is 'Changed'`,
];

it.each(CHANGES)('shows the change: %s', async (change) => {
  await client.query('begin');
  try {
    await client.query(change);
    expect(await readSchema(client)).not.toBe(await readFile(SCHEMA_FILE, 'utf8'));
  } finally {
    await client.query('rollback');
  }
});
