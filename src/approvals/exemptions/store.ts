/** Reads and writes exemptions from approval. Contains no rule. */
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { transferExemptionEnds, transferExemptions } from '../tables.ts';
import type { Ending, Exemption } from './exemption.ts';

export async function insertExemption(tx: Tx, { ending: _, ...exemption }: Exemption): Promise<void> {
  const { wasteCodes, receivers } = exemption;
  await tx.insert(transferExemptions).values({ ...exemption, wasteCodes: [...wasteCodes], receivers: [...receivers] });
}

/** Reads an exemption, and keeps others from ending it until the transaction ends. */
export async function lockExemption(tx: Tx, id: string): Promise<Exemption | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`exemption:${id}`}, 0))`);
  const [row] = await tx
    .select({ exemption: transferExemptions, ending: transferExemptionEnds })
    .from(transferExemptions)
    .leftJoin(transferExemptionEnds, eq(transferExemptionEnds.exemptionId, transferExemptions.id))
    .where(eq(transferExemptions.id, id));
  return row && { ...row.exemption, ending: row.ending };
}

export async function insertEnding(tx: Tx, exemptionId: string, ending: Ending): Promise<void> {
  await tx.insert(transferExemptionEnds).values({ exemptionId, ...ending });
}
