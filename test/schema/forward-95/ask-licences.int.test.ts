/** The migration 0095: kinds of site that receive, and treatment methods under a licence, with other law from 2027 on. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/manifests/index.ts';
import { SITE_KINDS } from '../../../src/parties/rules.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

async function rowsOf(key: string) {
  const { rows } = await db.db.$client.query(
    'select valid_from::text as since, value from law_values where key = $1 order by valid_from',
    [key],
  );
  for (const { value } of rows) expect(LAW_SHAPES[key]?.parse(value)).toEqual(value);
  return rows;
}

it('0095_ask_licences lets a generator receive with a warning until 2027, and nothing from then on', async () => {
  const rows = await rowsOf('licences.receiving');
  const generator = ({ value }: (typeof rows)[number]) =>
    value.sites.find(({ kind }: { kind: string }) => kind === 'generator').modes;
  expect(rows.map((one) => [one.since, generator(one), one.value.warned])).toEqual([
    ['2020-01-01', ['recycling'], ['generator']],
    ['2027-01-01', [], []],
  ]);
  const kinds = rows.map(({ value }) => value.sites.map(({ kind }: { kind: string }) => kind).toSorted());
  expect(kinds).toEqual([[...SITE_KINDS].toSorted(), [...SITE_KINDS].toSorted()]);
});

it('0095_ask_licences names the same methods in both years, as codes of the list, and refuses others from 2027 on', async () => {
  const [before, after] = await rowsOf('licences.treatment-methods');
  expect([before?.value.effect, after?.since, after?.value.effect]).toEqual(['warned', '2027-01-01', 'refused']);
  expect(after?.value.sites).toEqual(before?.value.sites);
  const { rows } = await db.db.$client.query(
    `select one ->> 'code' as code from law_values cross join jsonb_array_elements(value) one
     where key = 'codes.treatment-methods' and valid_to is null`,
  );
  const named = after?.value.sites.flatMap(({ methods }: { methods: string[] }) => methods);
  expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining(named));
});
