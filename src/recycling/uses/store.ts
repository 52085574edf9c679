/** Reads and writes confirmations of use, and the deliveries that they confirm. Contains no rule. */
import { asc, eq, sql } from 'drizzle-orm';
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../platform/database/db.ts';
import { dispositions, useConfirmations } from '../tables.ts';
import type { Delivery, UseConfirmation } from './use.ts';

/** Locks a delivery and its corrections until the transaction ends, and reads it as it counts. */
export async function lockDelivery(tx: Tx, id: string): Promise<Delivery | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`disposition:${id}`}, 0))`);
  const [row] = await tx.select().from(dispositions).where(eq(dispositions.id, id));
  if (row === undefined) return undefined;
  const { rows } = await tx.execute<{ grams: string }>(sql`
    select coalesce(sum(case when from_batch_id = ${row.batchId} then mass_grams else -mass_grams end), 0) as grams
    from movements where evidence = ${`disposition:${id}`}`);
  const { kind, partyId, receiverId, batchId, occurredAt } = row;
  const massGrams = Number(rows[0]?.grams ?? 0);
  return { id, kind, partyId, receiverId, batchId, massGrams, leftOn: dayOf(occurredAt), leftAt: occurredAt };
}

/** Lists the confirmations of a delivery, first to last. */
export function listConfirmationsOf(tx: Tx, dispositionId: string): Promise<UseConfirmation[]> {
  return tx
    .select()
    .from(useConfirmations)
    .where(eq(useConfirmations.dispositionId, dispositionId))
    .orderBy(asc(useConfirmations.id));
}

export async function insertConfirmation(tx: Tx, confirmation: UseConfirmation): Promise<void> {
  await tx.insert(useConfirmations).values(confirmation);
}
