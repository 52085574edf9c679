/** The migrations 0029 and 0035: limits on the mass of a piece, of all batteries and by kind. */
import { expect, it } from 'vitest';
import { KindPieceMassShape, PieceMassShape } from '../../../src/batches/weights/law-schemas.ts';
import { contradict } from '../../../src/batches/weights/piece-mass.ts';
import { BATTERY_KINDS } from '../../../src/core/identifiers/battery-kind.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

const rowOf = async (key: string) => {
  const { rows } = await db.db.$client.query(
    'select value, source, confidence from law_values where key = $1 and valid_to is null',
    [key],
  );
  expect(rows).toHaveLength(1);
  const [{ value, source, confidence }] = rows;
  expect([source.startsWith('Choice of this service'), confidence]).toEqual([true, 'I']);
  return value;
};

it('0029_limit_mass_of_pieces dates the limits, with their reason, as a choice of this service', async () => {
  const limits = { ...PieceMassShape.parse(await rowOf('batteries.piece-mass')), kinds: {} };
  expect(contradict({ massGrams: 1, pieces: 10 }, { massGrams: 1_000_000, pieces: 10 }, limits)).toBe(true);
});

it('0035_limit_mass_by_kind dates a range for every kind of batteries, inside that of all', async () => {
  const kinds = KindPieceMassShape.parse(await rowOf('batteries.kind-piece-mass'));
  const { fromGrams, toGrams } = PieceMassShape.parse(await rowOf('batteries.piece-mass'));
  expect(Object.keys(kinds).toSorted()).toEqual(BATTERY_KINDS.toSorted());
  for (const kind of Object.values(kinds)) {
    expect(kind.fromGrams).toBeGreaterThan(fromGrams);
    expect(kind.toGrams).toBeLessThanOrEqual(toGrams);
  }
});
