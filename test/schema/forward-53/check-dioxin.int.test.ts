/** The migration 0057: evidence of dioxin measurements. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0056_check_dioxin dates what a measurement needs as evidence, as a choice of this service', async () => {
  const { rows } = await db.db.$client.query(
    "select value, source, confidence from law_values where key = 'dioxin.evidence' and valid_to is null",
  );
  const [{ value, source, confidence }] = rows;
  expect([source.startsWith('Choice of this service'), confidence]).toEqual([true, 'I']);
  expect(LAW_SHAPES['dioxin.evidence'].parse(value)).toEqual({
    ...{
      productShareBasisPoints: 500,
      hoursShareBasisPoints: 5_000,
      exhaustShareBasisPoints: 1_000,
      recordDays: 90,
      unseparatedClasses: ['1', '4'],
    },
  });
});
