/** An example of a batch, and the code of the problem that a rule throws. */
import type { Batch } from '../../src/batches/batch.ts';
import type { PieceMassLimits } from '../../src/batches/weights/piece-mass.ts';
import { toGrams } from '../../src/core/mass.ts';
import { Problem } from '../../src/core/messages/problem.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');

/** A batch of 1 000 g and 10 pieces on a site. */
export const exampleBatch = (changes: Partial<Batch> = {}): Batch => ({
  id: 'batch',
  partyId: 'party',
  siteId: 'site',
  kind: 'battery',
  material: '900-052-31',
  batteryKind: 'starter',
  riskClass: 'I',
  condition: 'whole',
  sourceType: 'repair-shop',
  supplierName: '演示汽修店',
  evidence: null,
  massGrams: toGrams(1_000),
  pieces: 10,
  occurredAt: AT,
  recordedAt: AT,
  ...changes,
});

/** The limits on the mass of a battery that a new database has. */
export const PIECE_MASS: PieceMassLimits = { fromGrams: 25, toGrams: 10_000_000, factor: 5, kinds: {} };

/** Returns the problem that a rule throws, or undefined. */
export function problemOf(rule: () => unknown): Problem | undefined {
  try {
    rule();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

export const codeOf = (rule: () => unknown): string | undefined => problemOf(rule)?.code;
