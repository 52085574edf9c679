/** The migration 0049: assays of runs and materials, and the evidence of assays. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0049_judge_assays dates the evidence of assays, as a choice of this service', async () => {
  const { rows } = await db.db.$client.query(
    "select value, source, confidence from law_values where key = 'recovery.assay-evidence' and valid_to is null",
  );
  const [{ value, source, confidence }] = rows;
  expect([source.startsWith('Choice of this service'), confidence]).toEqual([true, 'I']);
  expect(LAW_SHAPES['recovery.assay-evidence'].parse(value).graceDays).toBeGreaterThan(0);
});

it('0049_judge_assays leaves the columns of before as they were, so that the release before keeps writing', async () => {
  const { rows } = await db.db.$client.query(
    `select column_name from information_schema.columns where table_name = 'assays' and is_nullable = 'NO'
       and column_name in ('run_id', 'material', 'laboratory_kind')`,
  );
  expect(rows).toEqual([]);
});
