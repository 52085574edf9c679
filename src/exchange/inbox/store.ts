/** Reads and writes the inbox: every verified message once, by sender and message id, with its outcome. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import { inbox } from '../tables.ts';

export type Received = typeof inbox.$inferSelect;

/** Outcome of a message. */
export type Decision = Pick<Received, 'outcome' | 'problem' | 'digest' | 'kind' | 'manifestId' | 'manifestVersion'>;

/**
 * Claims a message for this transaction and returns its row, and whether it came for the first time. A second one with the same id waits here until the first
 * transaction has ended, and then finds its outcome.
 */
export async function claimMessage(
  tx: Tx,
  message: Pick<Received, 'sender' | 'messageId' | 'envelope' | 'envelopeDigest' | 'receivedAt'>,
): Promise<Received & { readonly isNew: boolean }> {
  const inserted = await tx
    .insert(inbox)
    .values({ ...message, outcome: 'waiting' })
    .onConflictDoNothing()
    .returning({ messageId: inbox.messageId });
  const row = await lockMessage(tx, message.sender, message.messageId);
  if (!row) throw new Error(`the message ${message.messageId} was claimed and has disappeared`);
  return { ...row, isNew: inserted.length === 1 };
}

export async function lockMessage(tx: Tx, sender: string, messageId: string): Promise<Received | undefined> {
  const [row] = await tx
    .select()
    .from(inbox)
    .where(and(eq(inbox.sender, sender), eq(inbox.messageId, messageId)))
    .for('update');
  return row;
}

/** Records the outcome of a message. An earlier receipt differs from it and is withdrawn. */
export async function recordDecision(
  tx: Tx,
  { sender, messageId }: Pick<Received, 'sender' | 'messageId'>,
  decision: Decision & { readonly settledAt: Date | null },
): Promise<void> {
  await tx
    .update(inbox)
    .set({ ...decision, receipt: null })
    .where(and(eq(inbox.sender, sender), eq(inbox.messageId, messageId)));
}

/** Stores receipts and returns the ones that were stored first: a repeated message gets the same bytes. */
export async function keepReceipts(
  db: Db,
  receipts: readonly { sender: string; messageId: string; outcome: string; receipt: string; replaces: string | null }[],
): Promise<Map<string, string>> {
  if (receipts.length === 0) return new Map();
  const { rows } = await db.execute<{ sender: string; message_id: string; receipt: string }>(sql`
    update exchange_inbox i set receipt = case when i.receipt is distinct from g.replaces then i.receipt else g.receipt end
    from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb)
      as g(sender text, "messageId" uuid, outcome text, receipt text, replaces text)
    where i.sender = g.sender and i.message_id = g."messageId" and i.outcome = g.outcome
    returning i.sender, i.message_id, i.receipt`);
  return new Map(rows.map((row) => [`${row.sender}/${row.message_id}`, row.receipt]));
}

/** Lists the messages of a manifest that wait for an earlier step, in the order of its versions. */
export async function listWaiting(db: Reader, manifestId: string): Promise<Received[]> {
  return db
    .select()
    .from(inbox)
    .where(and(eq(inbox.manifestId, manifestId), eq(inbox.outcome, 'waiting')))
    .orderBy(asc(inbox.manifestVersion))
    .limit(100);
}
