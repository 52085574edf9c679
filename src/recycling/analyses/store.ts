/** Reads and writes analyses. Contains no rule. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { analyses } from '../tables.ts';
import type { Analysis } from './analysis.ts';

/** Records an analysis; returns false when another one is already valid in its place. */
export async function insertAnalysis(tx: Tx, analysis: Analysis): Promise<boolean> {
  return (await tx.insert(analyses).values(analysis).onConflictDoNothing().returning()).length === 1;
}

export async function findAnalysis(tx: Tx, id: string): Promise<Analysis | undefined> {
  const [row] = await tx.select().from(analyses).where(eq(analyses.id, id));
  return row;
}
