/** The migrations of targets of recovery rates, and of the dates, elements and targets of the methods by mass. */
import { expect, it } from 'vitest';
import {
  ElementsShape,
  EU_ELEMENTS,
  EU_TARGETS,
  METHOD_VALIDITY,
  TargetsShape,
  ValidityShape,
} from '../../../src/recovery/methods/law-schemas.ts';
import { METHODS } from '../../../src/recovery/methods/registry/registry.ts';
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

const rowsOf = async (key: string) =>
  (
    await db.db.$client.query(
      'select valid_from::text, valid_to::text, value from law_values where key = $1 order by valid_from',
      [key],
    )
  ).rows;

it('0045_date_methods dates every method, and targets of figures that it defines', async () => {
  const [{ value }] = await rowsOf(METHOD_VALIDITY);
  expect(ValidityShape.parse(value).map(({ code }) => code)).toEqual(METHODS.map(({ id }) => id));
  const rows = await rowsOf(EU_TARGETS);
  const limits = rows.map((row) =>
    TargetsShape.parse(row.value).map(({ method, figure, limitBasisPoints }) => {
      expect(METHODS.find(({ id }) => id === method)?.figures).toContain(figure);
      return limitBasisPoints;
    }),
  );
  expect(rows.map(({ valid_from }) => valid_from)).toEqual([
    ...['2020-01-01', '2025-12-31', '2027-12-31', '2030-12-31', '2031-12-31'],
  ]);
  expect(limits).toEqual([[6_500], [6_500, 7_500], [7_500, 9_000], [8_000, 9_000], [8_000, 9_500]]);
});

it('lets carbon, iron and phosphorus be left out until the end of 2029', async () => {
  const rows = await rowsOf(EU_ELEMENTS);
  const must = rows.map(({ valid_from, valid_to, value }) => [
    ...[valid_from, valid_to],
    ElementsShape.parse(value).flatMap(({ code, rule }) => (rule === 'shall' ? code : [])),
  ]);
  expect(must).toEqual([
    ['2025-07-24', '2030-01-01', []],
    ['2030-01-01', null, ['carbon', 'iron', 'phosphorus']],
  ]);
});
