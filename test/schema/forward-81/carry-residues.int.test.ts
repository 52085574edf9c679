/** The migration 0085: which own intermediates travel as waste, and which treatment methods fit a waste. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/manifests/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0085_carry_residues has forms and methods that the service reads, of codes and materials that the lists name', async () => {
  const { rows } = await db.db.$client.query(
    `select key, value from law_values where key in ('manifests.waste-forms', 'manifests.treatment-methods') order by key`,
  );
  for (const { key, value } of rows) expect(LAW_SHAPES[key]?.parse(value)).toEqual(value);
  const [methods, forms] = rows.map(({ value }) => value);
  const listed = async (text: string) =>
    (await db.db.$client.query<{ code: string }>(text)).rows.map(({ code }) => code);
  const codes = await listed('select distinct code from waste_codes');
  const materials = await listed(
    `select one ->> 'code' as code from law_values cross join jsonb_array_elements(value) one
     where key = 'recycling.materials' and one ->> 'role' = 'intermediate' and valid_to is null`,
  );
  expect(methods.wastes.map(({ wasteCode }: { wasteCode: string }) => wasteCode).toSorted()).toEqual(codes.toSorted());
  for (const form of forms.materials)
    expect([codes, materials]).toEqual([
      expect.arrayContaining([form.wasteCode]),
      expect.arrayContaining([form.material]),
    ]);
});
