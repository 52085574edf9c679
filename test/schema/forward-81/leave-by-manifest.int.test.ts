/** The migration 0087: from when on hazardous waste leaves and comes by manifest only, and the sites of disposers. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recycling/index.ts';
import { useDatabase } from '../../setup/database.ts';

const KEY = 'recycling.waste-by-manifest';
const db = useDatabase();

it('0087_leave_by_manifest dates from when on waste needs a manifest, in the form that the service reads', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value from law_values where key = $1 order by valid_from`,
    [KEY],
  );
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2027-01-01', value: { moves: 'recorded' } },
    { since: '2027-01-01', until: null, value: { moves: 'by_manifest' } },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[KEY].parse(value)).toEqual(value);
});

it('0087_leave_by_manifest lets a site be that of a disposer', async () => {
  const { rows } = await db.db.$client.query<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'sites_kind_check'`,
  );
  expect(rows[0]?.text).toContain("'disposer'");
});
