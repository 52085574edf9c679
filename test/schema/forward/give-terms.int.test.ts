/** The migration 0037 on the law of before. */
import { expect, it } from 'vitest';
import { TERM_SHAPES } from '../../../src/recovery/terms/law-schemas.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0037_give_every_gram_a_term dates the rules on terms, with their reasons', async () => {
  const { rows } = await db.db.$client.query(
    'select key, value, source from law_values where key = any ($1) and valid_to is null order by key',
    [['recovery.batteries-without-manifest', 'recovery.disposal-methods', 'recovery.weighing-difference']],
  );
  const found = rows.map(({ key, value }: { key: keyof typeof TERM_SHAPES; value: unknown }) => [
    key,
    TERM_SHAPES[key].parse(value),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    'recovery.batteries-without-manifest': { treatment: 'count' },
    'recovery.disposal-methods': { firstLetters: ['D'] },
    'recovery.weighing-difference': { shareBasisPoints: 50, floorGrams: 20_000 },
  });
  expect(rows.every(({ source }: { source: string }) => source.length > 20)).toBe(true);
});
