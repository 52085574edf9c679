/** The migration 0057: old and high stock, and hazardous residues without a manifest. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0057_review_stock dates the limits of old and high stock, and what residues without a manifest mean', async () => {
  const { rows } = await db.db.$client.query(
    `select key, value, confidence from law_values where valid_to is null
     and key in ('recovery.stock-review', 'recovery.residues-without-manifest') order by key`,
  );
  expect(rows).toEqual([
    { key: 'recovery.residues-without-manifest', value: { use: 'flag', disposal: 'note' }, confidence: 'I' },
    { key: 'recovery.stock-review', value: { days: 183, yearShareBasisPoints: 1_667 }, confidence: 'I' },
  ]);
  for (const { key, value } of rows) {
    expect(LAW_SHAPES[key as 'recovery.stock-review'].parse(value)).toEqual(value);
  }
});
