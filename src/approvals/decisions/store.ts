/** Reads and writes approvals. Contains no rule. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { approvalQuantities, approvals, approvalWithdrawals } from '../tables.ts';
import type { Approval, Validity, Withdrawal } from './approval.ts';

/** Inserts an approval with its quantities. Returns false, and inserts nothing, when its number is already registered. */
export async function insertApproval(tx: Tx, { quantities, withdrawal: _, ...approval }: Approval): Promise<boolean> {
  const row = { ...approval, treatmentMethods: [...approval.treatmentMethods], documents: [...approval.documents] };
  const inserted = await tx.insert(approvals).values(row).onConflictDoNothing().returning({ id: approvals.id });
  if (inserted.length === 0) return false;
  await tx.insert(approvalQuantities).values(quantities.map((one) => ({ ...one, approvalId: approval.id })));
  return true;
}

/** Reads the validity of an approval, and locks its quantities until the transaction ends: hand-overs under it wait. */
export async function lockValidity(tx: Tx, id: string): Promise<Validity | undefined> {
  await tx.select().from(approvalQuantities).where(eq(approvalQuantities.approvalId, id)).for('no key update');
  const [row] = await tx
    .select({ approval: approvals, withdrawal: approvalWithdrawals })
    .from(approvals)
    .leftJoin(approvalWithdrawals, eq(approvalWithdrawals.approvalId, approvals.id))
    .where(eq(approvals.id, id));
  return row && { ...row.approval, withdrawal: row.withdrawal };
}

export async function insertWithdrawal(tx: Tx, approvalId: string, withdrawal: Withdrawal): Promise<void> {
  await tx.insert(approvalWithdrawals).values({ approvalId, ...withdrawal });
  await tx
    .update(approvalQuantities)
    .set({ withdrawnOn: withdrawal.withdrawnOn })
    .where(eq(approvalQuantities.approvalId, approvalId));
}
