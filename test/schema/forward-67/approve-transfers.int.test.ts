/** The migration 0076: approvals of transfers to another province. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/approvals/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0076_approve_transfers dates the law on approvals, in the form that the service reads', async () => {
  const { rows } = await db.db.$client.query(
    `select key, valid_from::text as since, value from law_values where key like 'approvals.%' order by key`,
  );
  expect(rows).toEqual([
    { key: 'approvals.required', since: '2020-01-01', value: { required: true } },
    { key: 'approvals.validity', since: '2020-01-01', value: { months: 12 } },
  ]);
  for (const { key, value } of rows) expect(LAW_SHAPES[key as 'approvals.validity']?.parse(value)).toEqual(value);
});

it('0076_approve_transfers keeps decisions, withdrawals and exemptions as they were recorded', async () => {
  const { rows } = await db.db.$client.query(
    `select tgrelid::regclass::text as table, tgname as name from pg_trigger
     where not tgisinternal and tgname like any (array['approval%', 'transfer%']) order by 2`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    ...['approval_quantities_no_removal', 'approval_quantities_no_truncate'],
    ...['approval_withdrawals_append_only', 'approval_withdrawals_no_truncate'],
    ...['approvals_append_only', 'approvals_no_truncate'],
    ...['transfer_covers_no_removal', 'transfer_covers_no_truncate'],
    ...['transfer_exemption_ends_append_only', 'transfer_exemption_ends_no_truncate'],
    ...['transfer_exemptions_append_only', 'transfer_exemptions_no_truncate'],
  ]);
});
