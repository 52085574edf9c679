/** The books of the province: whether all mass is accounted for. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../platform/database/db.ts';

export type Books = {
  /** Sum over all accounts, the boundary accounts included: 0, or the books are wrong. */
  readonly sumOfAccountsGrams: number;
  /** Accounts whose movements add up to less than nothing. */
  readonly negativeAccounts: number;
  /** Accounts whose balance is not the sum of their movements. */
  readonly deviatingAccounts: number;
  readonly accounts: number;
  readonly movements: number;
  /** Balance of each boundary account: negative where mass came from, positive where it went. */
  readonly boundaries: readonly { readonly name: string; readonly massGrams: number }[];
};

/**
 * Adds up every movement and compares it with every balance. The balances and the movements are added up apart, so an
 * error in either shows.
 */
export async function readBooks(db: Reader): Promise<Books> {
  const { rows } = await db.execute<Record<'sum' | 'negative' | 'deviating' | 'accounts' | 'movements', string>>(sql`
    with legs as (
      select to_batch_id as id, mass_grams from movements where to_batch_id is not null
      union all select from_batch_id, -mass_grams from movements where from_batch_id is not null
    ), moved as (select id, sum(mass_grams) as mass from legs group by id),
    compared as (select b.mass_grams as balance, coalesce(moved.mass, 0) as mass from batches b left join moved using (id))
    select (select coalesce(sum(balance), 0) from compared) + (
        select coalesce(sum(mass_grams), 0) from movements where to_boundary is not null) - (
        select coalesce(sum(mass_grams), 0) from movements where from_boundary is not null) as sum,
      (select count(*) from compared where mass < 0) as negative,
      (select count(*) from compared where balance <> mass) as deviating,
      (select count(*) from compared) as accounts, (select count(*) from movements) as movements`);
  const [row] = rows;
  return {
    sumOfAccountsGrams: Number(row?.sum),
    negativeAccounts: Number(row?.negative),
    deviatingAccounts: Number(row?.deviating),
    accounts: Number(row?.accounts),
    movements: Number(row?.movements),
    boundaries: await readBoundaries(db),
  };
}

async function readBoundaries(db: Reader): Promise<Books['boundaries']> {
  const { rows } = await db.execute<{ name: string; mass: string }>(sql`
    select name, sum(mass) as mass from (
      select to_boundary as name, mass_grams as mass from movements where to_boundary is not null
      union all select from_boundary, -mass_grams from movements where from_boundary is not null
    ) legs group by name order by name`);
  return rows.map(({ name, mass }) => ({ name, massGrams: Number(mass) }));
}
