/** The migration 0046: limits of evidence for recovery rates. */
import { expect, it } from 'vitest';
import { EVIDENCE_SHAPES } from '../../../src/recovery/terms/law-schemas.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0046_limit_evidence dates one row, in the form that the code reads', async () => {
  const { rows } = await db.db.$client.query(
    "select value from law_values where key = 'recovery.evidence-limits' and valid_to is null",
  );
  expect(rows).toHaveLength(1);
  expect(EVIDENCE_SHAPES['recovery.evidence-limits'].parse(rows[0].value)).toMatchObject({
    unconfirmedFloorGrams: 20_000,
  });
});
