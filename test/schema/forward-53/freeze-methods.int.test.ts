/** The migration 0059: frozen fractions, and the deadline of revisions. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0059_freeze_methods lets the release before freeze without fractions and open revisions without a deadline', async () => {
  const { rows } = await db.db.$client.query(
    `select column_name as name, is_nullable as nullable from information_schema.columns
     where (table_name, column_name) in (('assessment_snapshots', 'fractions'), ('assessment_revisions', 'due_on')) order by 1`,
  );
  expect(rows).toEqual([
    { name: 'due_on', nullable: 'YES' },
    { name: 'fractions', nullable: 'YES' },
  ]);
});

it('0059_freeze_methods dates the deadline of a revision, as a choice of this service', async () => {
  const { rows } = await db.db.$client.query(
    "select value, source, confidence from law_values where key = 'recovery.revision-deadline' and valid_to is null",
  );
  const [{ value, source, confidence }] = rows;
  expect([source.startsWith('Choice of this service'), confidence]).toEqual([true, 'I']);
  expect(LAW_SHAPES['recovery.revision-deadline'].parse(value)).toEqual({ decisionDays: 20 });
});
