/** Reads and writes confirmations of certificates, and what they confirm. Contains no rule. */
import { and, eq, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '../../platform/database/db.ts';
import { analyses, assays, certificateConfirmations } from '../tables.ts';
import type { CertificateConfirmation, Certified } from './confirmation.ts';

/** Locks the statements on a record until the transaction ends, and reads the record. */
export async function lockCertified(tx: Tx, kind: Certified['kind'], id: string): Promise<Certified | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`certificate:${kind}:${id}`}, 0))`);
  if (kind === 'assay') {
    const [assay] = await tx.select().from(assays).where(eq(assays.id, id));
    return assay && { ...assay, kind };
  }
  const [analysis] = await tx.select().from(analyses).where(eq(analyses.id, id));
  return analysis && { ...analysis, kind, moisturePpm: 0 };
}

const later = alias(certificateConfirmations, 'later');

/** Finds the statement on a record that no other one replaces. */
export async function findValidConfirmation(
  tx: Tx,
  { kind, id }: Pick<Certified, 'kind' | 'id'>,
): Promise<CertificateConfirmation | undefined> {
  const column = kind === 'assay' ? certificateConfirmations.assayId : certificateConfirmations.analysisId;
  const [row] = await tx
    .select()
    .from(certificateConfirmations)
    .where(
      and(
        eq(column, id),
        notExists(tx.select({ id: later.id }).from(later).where(eq(later.replacesId, certificateConfirmations.id))),
      ),
    );
  return row;
}

export async function insertCertificateConfirmation(tx: Tx, one: CertificateConfirmation): Promise<void> {
  await tx.insert(certificateConfirmations).values({
    ...one,
    differences: [...one.differences],
    sampleDifferences: [...one.sampleDifferences],
    seenDifferences: [...one.seenDifferences],
  });
}
