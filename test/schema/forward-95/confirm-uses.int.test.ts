/** The migration 0098: from when on receivers must confirm uses in the rates by mass. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'recovery.unconfirmed-uses';
const db = useDatabase();

it('0098_confirm_uses dates from when on uses that no independent receiver confirmed are found', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value, confidence from law_values
     where key = $1 order by valid_from`,
    [KEY],
  );
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2026-01-01', value: { uses: 'believed' }, confidence: 'I' },
    { since: '2026-01-01', until: null, value: { uses: 'confirmed' }, confidence: 'I' },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY].parse(value)).toEqual(value);
});
