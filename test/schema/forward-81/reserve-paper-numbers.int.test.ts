/** The migration 0093: numbers reserved for forms on paper. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/manifests/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0093_reserve_paper_numbers dates the size of a block, in the form that the service reads', async () => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, value from law_values where key = 'manifests.paper-blocks'`,
  );
  expect(rows).toEqual([{ since: '2020-01-01', value: { maxNumbers: 1_000 } }]);
  expect(LAW_SHAPES['manifests.paper-blocks']?.parse(rows[0].value)).toEqual(rows[0].value);
});

it.each([
  ['桂A-2026-000101', true],
  ['桂a－2026－ 000150', true],
  ['桂A-2026-000151', false],
  ['桂A-2026-101', false],
  ['桂A-2026-', false],
  ['桂A-2026-000101x', false],
])('0093_reserve_paper_numbers finds the holder of %s, however it is spelt: %s', async (number, held) => {
  const client = await db.owner.$client.connect();
  try {
    await client.query('begin');
    const party = await client.query(
      `insert into parties (id, name, uscc_missing_reason, province_code, division_code, registered_at, state)
       values (gen_random_uuid(), '演示', 'individual', '45', '450100', now(), 'active') returning id`,
    );
    const partyId = party.rows[0].id;
    await client.query(
      `insert into paper_number_blocks (id, party_id, prefix, first_serial, last_serial, digits, recorded_at)
       values (gen_random_uuid(), $1, ' 桂A-2026-', 101, 150, 6, now())`,
      [partyId],
    );
    const { rows } = await client.query('select paper_number_holder($1) as holder', [number]);
    expect(rows).toEqual([{ holder: held ? partyId : null }]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
