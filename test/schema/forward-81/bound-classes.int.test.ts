/** The migration 0082: from when on the sample of a class counts for what laboratories saw. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'recovery.class-evidence';
const db = useDatabase();

it('0082_bound_classes dates from when on a class counts for the mass that laboratories saw', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value, confidence from law_values
     where key = $1 order by valid_from`,
    [KEY],
  );
  const tolerance = { toleranceBasisPoints: 200 };
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2026-01-01', value: { seenShareBasisPoints: 0, ...tolerance }, confidence: 'I' },
    { since: '2026-01-01', until: null, value: { seenShareBasisPoints: 10_000, ...tolerance }, confidence: 'I' },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY].parse(value)).toEqual(value);
});
