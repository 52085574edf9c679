/** Reads and writes manifests. Contains no rule. */
import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { type Fact, record } from '../platform/journal/index.ts';
import type { LineAccounts, Manifest, StepMessage } from './rules/command.ts';
import type { ManifestDocument } from './rules/document.ts';
import { stepProblem } from './rules/problems.ts';
import type { ManifestStep } from './rules/step.ts';
import { manifestConflicts, manifestLines, manifestSteps, manifests } from './tables.ts';

/** Reads a manifest and locks its row until the transaction ends. */
export async function lockManifest(tx: Tx, id: string): Promise<Manifest | undefined> {
  const [row] = await tx.select().from(manifests).where(eq(manifests.id, id)).for('update');
  if (!row) return undefined;
  const accounts = await tx
    .select()
    .from(manifestLines)
    .where(eq(manifestLines.manifestId, id))
    .orderBy(asc(manifestLines.line));
  return { ...row, accounts: accounts.map(toAccounts) };
}

/** Inserts a manifest with its lines. Returns false when it exists already. */
export async function insertManifest(tx: Tx, manifest: Manifest): Promise<boolean> {
  const inserted = await tx
    .insert(manifests)
    .values(toRow(manifest))
    .onConflictDoNothing({ target: manifests.id })
    .returning({ id: manifests.id });
  if (inserted.length === 0) return false;
  await tx.insert(manifestLines).values(toLineRows(manifest));
  return true;
}

/**
 * Records the new state of a manifest, the step that led to it, and its journal entries.
 * @throws Problem `manifest-number-taken`
 */
export async function saveStep(
  tx: Tx,
  manifest: Manifest,
  { step, at, source, facts }: { step: ManifestStep; at: string; source: string; facts: readonly Fact[] },
): Promise<void> {
  const { document, digest, updatedAt } = manifest;
  await updateManifest(tx, manifest);
  if (document.version > 0) {
    await tx.insert(manifestSteps).values({
      manifestId: document.id,
      version: document.version,
      step,
      digest,
      source,
      takenAt: new Date(at),
      recordedAt: updatedAt,
    });
  }
  await record(tx, facts);
}

/**
 * Notes that the national system has confirmed the number of a manifest.
 * @throws Problem `manifest-number-taken`
 */
export async function confirmNumber(tx: Tx, { id, number }: Pick<ManifestDocument, 'id' | 'number'>): Promise<void> {
  try {
    await tx.update(manifests).set({ numberConfirmed: true }).where(eq(manifests.id, id));
  } catch (error) {
    throw takenNumberOr(error, number);
  }
}

/** Lists the manifests that have a number, and the source of each number. */
export async function listNumbered(
  db: Reader,
  number: string,
): Promise<{ readonly id: string; readonly numberConfirmed: boolean }[]> {
  return db
    .select({ id: manifests.id, numberConfirmed: manifests.numberConfirmed })
    .from(manifests)
    .where(eq(manifests.number, number))
    .orderBy(asc(manifests.id));
}

/**
 * Stores a manifest as it is now.
 * @throws Problem `manifest-number-taken`
 */
export async function updateManifest(tx: Tx, manifest: Manifest): Promise<void> {
  const { id, createdAt: _, ...changed } = toRow(manifest);
  try {
    await tx.update(manifests).set(changed).where(eq(manifests.id, id));
  } catch (error) {
    throw takenNumberOr(error, manifest.document.number);
  }
  for (const { manifestId, line, ...row } of toLineRows(manifest)) {
    await tx
      .update(manifestLines)
      .set(row)
      .where(and(eq(manifestLines.manifestId, manifestId), eq(manifestLines.line, line)));
  }
}

/** Turns a violation of the unique number into a problem. The constraint also stops concurrent transactions. */
function takenNumberOr(error: unknown, number: string | null): unknown {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const taken = cause instanceof Error && 'constraint' in cause && cause.constraint === 'manifests_number_unique';
  return taken ? stepProblem('manifest-number-taken', { number }, error) : error;
}

/** Reads the step that led to a version. */
export async function findStep(
  tx: Tx,
  manifestId: string,
  version: number,
): Promise<{ step: ManifestStep; digest: string } | undefined> {
  const [row] = await tx
    .select({ step: manifestSteps.step, digest: manifestSteps.digest })
    .from(manifestSteps)
    .where(and(eq(manifestSteps.manifestId, manifestId), eq(manifestSteps.version, version)));
  return row;
}

/** Records a version of another authority that contradicts ours. Returns false when it is recorded already. */
export async function recordConflict(
  tx: Tx,
  conflict: StepMessage & { id: string; source: string; reason: string; ourDigest: string | null; recordedAt: Date },
): Promise<boolean> {
  const { digest, document, input: _, ...known } = conflict;
  const rows = await tx
    .insert(manifestConflicts)
    .values({ ...known, theirDigest: digest, theirDocument: document })
    .onConflictDoNothing()
    .returning({ id: manifestConflicts.id });
  return rows.length === 1;
}

function toAccounts(row: typeof manifestLines.$inferSelect): LineAccounts {
  const { line, batchId, transitBatchId, receivedBatchId, returnedBatchId } = row;
  return { line, batchId, transitBatchId, receivedBatchId, returnedBatchId };
}

function toRow({ accounts: _, ...manifest }: Manifest): typeof manifests.$inferInsert {
  const { id, state, version, number, originProvince, destinationProvince, handedOverAt, decidedAt } =
    manifest.document;
  return {
    ...manifest,
    id,
    state,
    version,
    number,
    originProvince,
    destinationProvince,
    handedOverAt: handedOverAt === null ? null : new Date(handedOverAt),
    decidedAt: decidedAt === null ? null : new Date(decidedAt),
  };
}

function toLineRows({ document, accounts }: Manifest): (typeof manifestLines.$inferInsert)[] {
  return document.lines.map((line) => {
    const { batteryKind, riskClass, condition, massGrams, pieces } = line;
    const { acceptedGrams, acceptedPieces, refusedGrams, refusedPieces, returnedGrams, returnedPieces } = line;
    return {
      ...{ batteryKind, riskClass, condition, massGrams, pieces },
      ...{ acceptedGrams, acceptedPieces, refusedGrams, refusedPieces, returnedGrams, returnedPieces },
      ...accounts.find((one) => one.line === line.line),
      manifestId: document.id,
      line: line.line,
    };
  });
}
