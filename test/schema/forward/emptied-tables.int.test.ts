/** Every table is guarded against being emptied in one statement, unless it is listed here with its reason. */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const database = useDatabase();

const MAY_BE_EMPTIED: Readonly<Record<string, string>> = {
  flow_records: 'figures, which are recomputed from the journal',
  identity_attempts: 'counts of failed logins, which expire',
  oidc_records: 'memory of the authorisation server about machines, which expires',
  oidc_states: 'sessions and codes of people, which expire',
  recovery_figures: 'kept figures, which are computed again',
};

async function tables(): Promise<string[]> {
  const { rows } = await database.owner.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`);
  return rows.map(({ name }) => name);
}

it('a table with records cannot be emptied, not even by its owner', async () => {
  await database.db.execute(sql`select prepare_journal_month('2031-05-01')`);
  const names = await tables();
  expect(names.length).toBeGreaterThan(45);
  const emptied: string[] = [];
  for (const name of names) {
    // Each is undone, so that no other test finds a table empty.
    const refusal = await database.owner
      .transaction(async (tx) => {
        await tx.execute(sql`truncate ${sql.identifier(name)} cascade`);
        tx.rollback();
      })
      .catch((error: { readonly cause?: { readonly code?: string } }) => error.cause?.code);
    if (refusal !== '23001') emptied.push(name);
  }
  expect(emptied).toEqual(Object.keys(MAY_BE_EMPTIED));
});

it('each guard is of the table itself, whatever refers to it', async () => {
  const { rows } = await database.owner.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
      -- 32 is "truncate".
      select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'refuse_change'::regproc
        and t.tgtype & 32 = 32 and t.tgenabled = 'O')
    order by 1`);
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(MAY_BE_EMPTIED));
});
