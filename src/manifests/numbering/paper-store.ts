/** Reads which loads go under the number of a form on paper. Contains no rule. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';

/** A manifest that is to go under the number of a form. */
type PaperQuery = { readonly id: string; readonly consignorId: string; readonly number: string };

/**
 * Locks the number of a form for its consignor until the transaction ends. Returns true when another load of that consignor, which was
 * not cancelled, has it on paper or as its national number.
 */
export async function isOnOtherPaper(tx: Tx, { id, consignorId, number }: PaperQuery): Promise<boolean> {
  const key = sql`manifest_key(${number})`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`paper:${consignorId}:`} || ${key}, 0))`);
  const { rows } = await tx.execute<{ found: boolean }>(sql`
    with named as (
      select id, consignor_id, state from manifests where number = ${key}
      union all
      select id, consignor_id, state from manifests
      where manifest_key(document -> 'paper' ->> 'number') = ${key} and document -> 'paper' ->> 'number' is not null
    )
    select exists (select from named where consignor_id = ${consignorId} and id <> ${id} and state <> 'cancelled') as found`);
  return rows[0]?.found ?? false;
}
