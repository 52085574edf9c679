/** The migration 0062: loads that wait at the gate, and much lead in emissions. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0062_limit_waiting dates from when on waiting loads and emissions need a review', async () => {
  const { rows } = await db.db.$client.query(
    `select key, value, confidence from law_values where valid_to is null
     and key in ('recovery.gate-review', 'recovery.emission-review') order by key`,
  );
  expect(rows).toEqual([
    { key: 'recovery.emission-review', value: { shareBasisPoints: 5 }, confidence: 'I' },
    { key: 'recovery.gate-review', value: { days: 15 }, confidence: 'I' },
  ]);
  for (const { key, value } of rows) {
    expect(LAW_SHAPES[key as 'recovery.gate-review'].parse(value)).toEqual(value);
  }
});
