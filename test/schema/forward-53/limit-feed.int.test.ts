/** The migration 0055: limits of feed without lead. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0055_limit_feed dates the limits of feed without lead, as a choice of this service', async () => {
  const { rows } = await db.db.$client.query(
    "select value, source, confidence from law_values where key = 'recovery.feed-evidence' and valid_to is null",
  );
  const [{ value, source, confidence }] = rows;
  expect([source.startsWith('Choice of this service'), confidence]).toEqual([true, 'I']);
  expect(LAW_SHAPES['recovery.feed-evidence'].parse(value)).toMatchObject({
    shareBasisPoints: 1_700,
    otherShareBasisPoints: 300,
  });
});
