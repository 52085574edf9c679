/** SQL of stored imports: taking their parts one after the other, each once. */
import { and, asc, count, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../platform/database/db.ts';
import { importParts, imports } from '../../tables.ts';
import type { ImportKind } from '../columns.ts';
import type { Candidate, Rows } from '../record-kind.ts';
import { ATTEMPTS_MAX, type PartFindings, type StoredImport } from './import.ts';

type StoredRows = readonly Candidate<Rows[ImportKind]>[];

const OPEN = ['waiting', 'running'] as const;

/** Inserts an import with its rows in parts. */
export async function insertImport(tx: Tx, stored: StoredImport, parts: readonly StoredRows[]): Promise<void> {
  await tx.insert(imports).values({ ...stored, touchedAt: stored.createdAt });
  if (parts.length === 0) return;
  await tx.insert(importParts).values(parts.map((rows, number) => ({ importId: stored.id, number, rows })));
}

/** Locks an import that is not finished; undefined when it is, or when another process works on it. */
export async function lockOpenImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  const [stored] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), inArray(imports.state, OPEN)))
    .for('update', { skipLocked: true });
  return stored;
}

type Part = { readonly number: number; readonly rows: StoredRows };

/** Returns the first part without findings. */
export async function nextPart(tx: Tx, id: string): Promise<Part | undefined> {
  const [part] = await tx
    .select({ number: importParts.number, rows: importParts.rows })
    .from(importParts)
    .where(and(eq(importParts.importId, id), isNull(importParts.findings)))
    .orderBy(asc(importParts.number))
    .limit(1);
  return part && { number: part.number, rows: part.rows ?? [] };
}

/** Returns the rows of the parts before a number, or of all parts, in their order. */
export async function storedRows(tx: Tx, id: string, before?: number): Promise<StoredRows> {
  const parts = await tx
    .select({ rows: importParts.rows })
    .from(importParts)
    .where(and(eq(importParts.importId, id), before === undefined ? undefined : lt(importParts.number, before)))
    .orderBy(asc(importParts.number));
  return parts.flatMap(({ rows }) => rows ?? []);
}

/** Stores the findings of a part. */
export async function notePart(tx: Tx, id: string, number: number, findings: PartFindings): Promise<void> {
  await tx
    .update(importParts)
    .set({ findings })
    .where(and(eq(importParts.importId, id), eq(importParts.number, number)));
}

/** Marks progress, and forgets earlier failures. */
export async function noteProgress(tx: Tx, id: string, touchedAt: Date): Promise<void> {
  await tx.update(imports).set({ state: 'running', touchedAt, attempts: 0 }).where(eq(imports.id, id));
}

/** Stores the findings of all rows in the first part, in the place of those of each part. */
export async function replaceFindings(tx: Tx, id: string, findings: PartFindings): Promise<void> {
  await tx
    .update(importParts)
    .set({ findings: { rows: [], faults: [] } })
    .where(eq(importParts.importId, id));
  await notePart(tx, id, 0, findings);
}

/** Ends an import. Its rows are removed, because they have personal data; the outcomes stay. */
export async function endImport(
  tx: Tx,
  id: string,
  { applied, state, at }: { readonly applied: boolean; readonly state: 'finished' | 'failed'; readonly at: Date },
): Promise<void> {
  await tx.update(imports).set({ state, applied, finishedAt: at, touchedAt: at }).where(eq(imports.id, id));
  await tx.update(importParts).set({ rows: null }).where(eq(importParts.importId, id));
}

/** Counts a failed attempt, and ends the import after the last one. What it has registered stays. */
export async function noteAttempt(tx: Tx, id: string, at: Date): Promise<void> {
  const [counted] = await tx
    .update(imports)
    .set({ attempts: sql`${imports.attempts} + 1`, touchedAt: at })
    .where(and(eq(imports.id, id), inArray(imports.state, OPEN)))
    .returning({ attempts: imports.attempts, mode: imports.mode, dryRun: imports.dryRun });
  if (counted === undefined || counted.attempts < ATTEMPTS_MAX) return;
  await endImport(tx, id, { applied: counted.mode === 'rows' && !counted.dryRun, state: 'failed', at });
}

/** Lists imports that are not finished, and on which no process has worked since. */
export async function listIdle(db: Reader, since: Date): Promise<string[]> {
  const idle = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(inArray(imports.state, OPEN), lt(imports.touchedAt, since)))
    .orderBy(asc(imports.touchedAt))
    .limit(20);
  return idle.map(({ id }) => id);
}

/** Returns true when a judged part has a refused row. */
export async function hasRefusal(tx: Tx, id: string): Promise<boolean> {
  const [refused] = await tx
    .select({ parts: count() })
    .from(importParts)
    .where(
      and(
        eq(importParts.importId, id),
        isNotNull(importParts.findings),
        sql`${importParts.findings} @> '{"rows": [{"outcome": "refused"}]}'`,
      ),
    );
  return refused !== undefined && refused.parts > 0;
}
