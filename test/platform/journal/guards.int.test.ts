/** Guards of the database itself: what neither the user of services nor the owner does by mistake. */
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { useTampering } from './tampering.ts';

const { database } = useTampering();

describe('a service', () => {
  it.each([
    `update journal_tree set size = 0, frontier = '{}'`,
    'update journal_tree set size = size - 1',
    'update journal_sealer set next_index = 1',
    `insert into journal_tree_heads values (9999, decode(repeat('00', 32), 'hex'), now())`,
  ])('cannot: %s', async (statement) => {
    await expect(database.db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '23001' } });
  });
});

describe('the owner, with the triggers on', () => {
  it.each([
    'truncate journal_entries_default',
    'truncate journal_heads',
    'delete from journal_heads',
    'truncate idempotency_keys',
    'truncate manifest_steps cascade',
    'truncate assays cascade',
    'delete from journal_tree_heads',
    `update journal_tree set size = 0, frontier = '{}'`,
    `update journal_tree set frontier = '{}'`,
    'update journal_sealer set next_index = 1',
    `insert into journal_tree_heads values (9999, decode(repeat('00', 32), 'hex'), now())`,
    'delete from journal_tree',
    'truncate journal_tree',
    'delete from journal_sealer',
    'truncate journal_sealer',
    'truncate journal_subscriptions',
    'truncate journal_verification',
    'truncate exchange_numbers',
    'truncate exchange_partners',
    'truncate identity_second_factors',
    'drop table journal_seals',
    'drop table assays cascade',
    'drop trigger journal_seals_no_truncate on journal_seals',
    'alter table journal_entries detach partition journal_entries_default',
  ])('cannot: %s', async (statement) => {
    await expect(database.owner.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '23001' } });
  });

  it('cannot empty the partition of a month', async () => {
    await database.db.execute(sql`select prepare_journal_month('2031-05-01')`);
    await expect(database.owner.execute(sql`truncate journal_entries_2031_05`)).rejects.toMatchObject({
      cause: { code: '23001' },
    });
  });
});
