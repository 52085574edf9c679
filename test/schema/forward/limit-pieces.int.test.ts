/** The migration 0029 on the law of before. */
import { expect, it } from 'vitest';
import { PieceMassShape } from '../../../src/batches/weights/law-schemas.ts';
import { contradict } from '../../../src/batches/weights/piece-mass.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0029_limit_mass_of_pieces dates the limits, with their reason, as a choice of this service', async () => {
  const { rows } = await db.db.$client.query(
    "select value, source, confidence from law_values where key = 'batteries.piece-mass' and valid_to is null",
  );
  expect(rows).toHaveLength(1);
  const [{ value, source, confidence }] = rows;
  const limits = PieceMassShape.parse(value);
  expect(contradict({ massGrams: 1, pieces: 10 }, { massGrams: 1_000_000, pieces: 10 }, limits)).toBe(true);
  expect([source.startsWith('Choice of this service'), confidence]).toEqual([true, 'I']);
});
