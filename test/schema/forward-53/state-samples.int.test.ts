/** The migration 0063: the samples of records, and of what laboratories state. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0063_state_samples lets the release before record samples without a mark, and statements without a sample', async () => {
  const { rows } = await db.db.$client.query(
    `select table_name || '.' || column_name as name, is_nullable as nullable, column_default as value
    from information_schema.columns where column_name in ('sample_mark', 'sample_material', 'sampled_on', 'sample_differences')
      and table_schema = 'public' order by 1`,
  );
  const free = { nullable: 'YES', value: null };
  expect(rows).toEqual([
    { name: 'analyses.sample_mark', ...free },
    { name: 'assays.sample_mark', ...free },
    { name: 'certificate_confirmations.sample_differences', nullable: 'NO', value: "'{}'::text[]" },
    { name: 'certificate_confirmations.sample_mark', ...free },
    { name: 'certificate_confirmations.sample_material', ...free },
    { name: 'certificate_confirmations.sampled_on', ...free },
  ]);
});

it('0063_state_samples keeps the codes of differences that the release before reads', async () => {
  const { rows } = await db.db.$client.query(
    `select pg_get_constraintdef(oid) as rule from pg_constraint
    where conrelid = 'certificate_confirmations'::regclass and pg_get_constraintdef(oid) like '%differences <@%' order by 1`,
  );
  expect(rows.map(({ rule }) => rule.match(/'(\w+)'/g))).toEqual([
    ["'ppm'", "'moisturePpm'", "'certificateNumber'", "'certificateSha256'"],
    ["'sampleMaterial'", "'sampleMark'", "'sampledOn'"],
    // A later migration has its own column for those of the batch.
    ["'seenMassGrams'", "'seenManifestNumber'"],
  ]);
});
