/** The migration 0039: targets of recovery rates. */
import { expect, it } from 'vitest';
import { TargetsShape } from '../../../src/recovery/methods/law-schemas.ts';
import { METHODS } from '../../../src/recovery/methods/method.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0039_set_targets dates targets of figures that their methods define', async () => {
  const { rows } = await db.db.$client.query(
    "select value from law_values where key = 'recovery.targets' and valid_to is null",
  );
  expect(rows).toHaveLength(1);
  for (const { method, figure } of TargetsShape.parse(rows[0].value)) {
    expect(METHODS.find(({ id }) => id === method)?.figures).toContain(figure);
  }
});
