/** The migration 0054: what weak evidence may move. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0054_weigh_evidence dates what weak evidence may move, as a choice of this service', async () => {
  const { rows } = await db.db.$client.query(
    "select value, source, confidence from law_values where key = 'recovery.weak-evidence' and valid_to is null",
  );
  const [{ value, source, confidence }] = rows;
  expect([source.startsWith('Choice of this service'), confidence]).toEqual([true, 'I']);
  expect(LAW_SHAPES['recovery.weak-evidence'].parse(value).ownWords).toContain('本厂');
});
