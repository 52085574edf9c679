/** The migration 0074: who took a sample, and the batch that a laboratory saw. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { LAW_SHAPES as RECYCLING_SHAPES } from '../../../src/recycling/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0074_state_sampling lets the release before record statements without a batch', async () => {
  const { rows } = await db.db.$client.query(
    `select column_name as name, is_nullable as nullable, column_default as value from information_schema.columns
    where table_name = 'certificate_confirmations' and (column_name = 'sampling' or column_name like 'seen%') order by 1`,
  );
  const free = { nullable: 'YES', value: null };
  expect(rows).toEqual([
    { name: 'sampling', ...free },
    { name: 'seen_differences', nullable: 'NO', value: "'{}'::text[]" },
    { name: 'seen_manifest_number', ...free },
    { name: 'seen_mass_grams', ...free },
  ]);
});

it('0074_state_sampling dates from when on delivered samples are weak', async () => {
  const { rows } = await db.db.$client.query(
    `select key, valid_from::text as since, value from law_values
     where key in ('recovery.sampling-evidence', 'recycling.sampled-mass') order by key, valid_from`,
  );
  expect(rows).toEqual([
    { key: 'recovery.sampling-evidence', since: '2020-01-01', value: { samples: 'delivered' } },
    { key: 'recovery.sampling-evidence', since: '2026-01-01', value: { samples: 'by_laboratory' } },
    { key: 'recycling.sampled-mass', since: '2020-01-01', value: { toleranceBasisPoints: 200 } },
  ]);
  const shapes = { ...LAW_SHAPES, ...RECYCLING_SHAPES };
  for (const { key, value } of rows) {
    expect(shapes[key as 'recycling.sampled-mass'].parse(value)).toEqual(value);
  }
});
