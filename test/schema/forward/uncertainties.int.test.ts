/** The migration 0036: standard uncertainties of recovery rates. */
import { expect, it } from 'vitest';
import { UncertaintiesShape } from '../../../src/recovery/uncertainty/law-schemas.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0036_state_uncertainties dates them as a choice of this service; weaker evidence is never more certain', async () => {
  const { rows } = await db.db.$client.query(
    "select value, source, confidence from law_values where key = 'recovery.uncertainties' and valid_to is null",
  );
  expect(rows).toHaveLength(1);
  const [{ value, source, confidence }] = rows;
  expect([source.startsWith('Choice of this service'), confidence]).toEqual([true, 'I']);
  for (const { batch, supplier_class, declared_default } of Object.values(UncertaintiesShape.parse(value).contents)) {
    expect([batch, supplier_class, declared_default]).toEqual(
      [batch, supplier_class, declared_default].toSorted((a, b) => a - b),
    );
  }
});
