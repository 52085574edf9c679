/** Books of the province: a check that all mass is accounted for. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { BOUNDARIES } from '../movement.ts';

export type Books = {
  /** Sum over all accounts, the boundary accounts included: 0, or the books are wrong. */
  readonly sumOfAccountsGrams: number;
  /** Accounts with a negative sum of movements. */
  readonly negativeAccounts: number;
  /** Accounts with a balance that differs from the sum of their movements. */
  readonly deviatingAccounts: number;
  readonly accounts: number;
  readonly movements: number;
  /** Balance of each boundary account: negative where mass came from, positive where it went. */
  readonly boundaries: readonly { readonly name: (typeof BOUNDARIES)[number]; readonly massGrams: number }[];
};

const Sums = z.object({
  sumOfAccountsGrams: z.coerce.number(),
  negativeAccounts: z.coerce.number(),
  deviatingAccounts: z.coerce.number(),
  accounts: z.coerce.number(),
  movements: z.coerce.number(),
});
const Boundary = z.object({ name: z.enum(BOUNDARIES), massGrams: z.coerce.number() });

/**
 * Adds up every movement and compares the sums with every balance. Balances and movements are added up separately, so an
 * error in either is visible.
 */
export async function readBooks(db: Reader): Promise<Books> {
  const { rows } = await db.execute(sql`
    with legs as (
      select to_batch_id as id, mass_grams from movements where to_batch_id is not null
      union all select from_batch_id, -mass_grams from movements where from_batch_id is not null
    ), moved as (select id, sum(mass_grams) as mass from legs group by id),
    compared as (select b.mass_grams as balance, coalesce(moved.mass, 0) as mass from batches b left join moved using (id))
    select (select coalesce(sum(balance), 0) from compared) + (
        select coalesce(sum(mass_grams), 0) from movements where to_boundary is not null) - (
        select coalesce(sum(mass_grams), 0) from movements where from_boundary is not null) as "sumOfAccountsGrams",
      (select count(*) from compared where mass < 0) as "negativeAccounts",
      (select count(*) from compared where balance <> mass) as "deviatingAccounts",
      (select count(*) from compared) as accounts, (select count(*) from movements) as movements`);
  return { ...Sums.parse(rows[0]), boundaries: await readBoundaries(db) };
}

async function readBoundaries(db: Reader): Promise<Books['boundaries']> {
  const { rows } = await db.execute(sql`
    select name, sum(mass) as "massGrams" from (
      select to_boundary as name, mass_grams as mass from movements where to_boundary is not null
      union all select from_boundary, -mass_grams from movements where from_boundary is not null
    ) legs group by name order by name`);
  return z.array(Boundary).parse(rows);
}
