/** Reads and writes deliveries as sets: due ones, attempts, receipts. */

import { and, eq, sql } from 'drizzle-orm';
import type { StepEntryKind } from '../../manifests/index.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { deliveries } from '../tables.ts';
import { type Delivery, type DeliveryState, type Settlement, STATE_AFTER } from './delivery.ts';

/** Inserts deliveries that are due at once. An existing delivery is left unchanged. */
export async function insertDeliveries(
  tx: Tx,
  drafts: readonly (Omit<Delivery, 'envelope' | 'attempts'> & { createdAt: Date; replaces?: string })[],
): Promise<void> {
  if (drafts.length === 0) return;
  await tx
    .insert(deliveries)
    .values(drafts.map((draft) => ({ ...draft, nextAttemptAt: sql`now()` })))
    .onConflictDoNothing();
}

/**
 * Lists the deliveries that can be sent to a partner now, in the order of the journal. A manifest with an earlier message
 * that is parked or not yet due is skipped; it does not hold up others.
 */
export async function listDue(db: Reader, partnerCode: string, limit: number): Promise<Delivery[]> {
  const { rows } = await db.execute<Row>(sql`
    select d.id, d.partner_code, d.entry_index, d.kind, d.manifest_id, d.manifest_version, d.message, d.envelope,
      d.attempts
    from exchange_deliveries d
    where d.partner_code = ${partnerCode} and d.state = 'due' and d.next_attempt_at <= now()
      and not exists (select from exchange_deliveries e
        where e.partner_code = d.partner_code and e.manifest_id = d.manifest_id and e.entry_index < d.entry_index
          and (e.state = 'parked' or (e.state = 'due' and e.next_attempt_at > now())))
    order by d.entry_index limit ${limit}`);
  return rows.map((row) => ({
    id: row.id,
    partnerCode: row.partner_code,
    entryIndex: Number(row.entry_index),
    kind: row.kind,
    manifestId: row.manifest_id,
    manifestVersion: row.manifest_version,
    message: row.message,
    envelope: row.envelope,
    attempts: row.attempts,
  }));
}

/** Stores envelopes before they are sent, and counts the attempt. Returns the number of first attempts. */
export async function recordAttempt(
  tx: Tx,
  sent: readonly { readonly id: string; readonly envelope: string }[],
): Promise<number> {
  const { rows } = await tx.execute<{ attempts: number }>(sql`
    update exchange_deliveries d set envelope = coalesce(d.envelope, s.envelope), attempts = d.attempts + 1,
      sent_at = now()
    from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as s(id uuid, envelope text)
    where d.id = s.id and d.state = 'due' returning d.attempts`);
  return rows.filter(({ attempts }) => attempts === 1).length;
}

/** Records receipts. A waiting message is due again after its pause. */
export async function recordSettlements(
  tx: Tx,
  settlements: readonly (Settlement & { readonly pauseMs: number })[],
): Promise<void> {
  const rows = settlements.map((one) => ({ ...one, state: STATE_AFTER[one.outcome] }));
  await tx.execute(sql`
    update exchange_deliveries d set state = s.state, outcome = s.outcome, digest = s.digest, problem = s.problem,
      receipt = s.receipt, next_attempt_at = now() + s."pauseMs" * interval '1 millisecond',
      settled_at = case when s.state = 'due' then null else now() end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as s(id uuid, state text, outcome text, digest text, problem jsonb, receipt text, "pauseMs" bigint)
    where d.id = s.id and d.state = 'due'`);
}

export type StoredDelivery = typeof deliveries.$inferSelect;

/** Reads a delivery and locks its row until the transaction ends. */
export async function lockDelivery(tx: Tx, id: string): Promise<StoredDelivery | undefined> {
  const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, id)).for('update');
  return row;
}

export async function moveDelivery(tx: Tx, id: string, from: DeliveryState, to: DeliveryState): Promise<void> {
  await tx
    .update(deliveries)
    .set({ state: to })
    .where(and(eq(deliveries.id, id), eq(deliveries.state, from)));
}

type Row = {
  id: string;
  partner_code: string;
  entry_index: string;
  kind: StepEntryKind;
  manifest_id: string;
  manifest_version: number;
  message: string;
  envelope: string | null;
  attempts: number;
};
