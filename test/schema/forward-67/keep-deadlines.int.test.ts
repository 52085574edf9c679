/** The migration 0079: notices of last days once each, and indexes that lead to unknown terms. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0079_keep_deadlines has one notice of a kind for each manifest and duty', async () => {
  const { rows } = await db.db.$client.query(
    `select pg_get_constraintdef(oid) as key from pg_constraint where conname = 'manifest_deadline_notices_pkey'`,
  );
  expect(rows).toEqual([{ key: 'PRIMARY KEY (manifest_id, duty, kind)' }]);
});

it('0079_keep_deadlines finds unknown terms by indexes of few rows', async () => {
  const { rows } = await db.db.$client.query(
    `select indexname from pg_indexes where indexname like 'manifests_unknown_%' and indexdef like '% WHERE %' order by 1`,
  );
  expect(rows.map(({ indexname }) => indexname)).toEqual([
    'manifests_unknown_backfill',
    'manifests_unknown_confirmation',
  ]);
});
