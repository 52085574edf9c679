/** SQL of files: announcing contents, recording files, removing what was never recorded. */
import { and, eq, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../platform/database/db.ts';
import type { AttachedRecord, StoredFile } from './file.ts';
import { fileContents, fileRecords, files } from './tables.ts';

/** The clock of the database: several processes announce and remove contents, and all must read the same one. */
const NOW = sql`clock_timestamp()`;

/** Time after its announcement in which a content may still be recorded, and after which it is removed without a file. */
const RECORDED_WITHIN = sql`interval '12 hours'`;
const REMOVED_AFTER = sql`interval '24 hours'`;

/** Contents that are removed in one pass. */
const REMOVED_AT_ONCE = 20;

/** Announces that the bytes of a content are about to be written. */
export async function announce(db: Db | Tx, { sha256, sizeBytes }: Pick<StoredFile, 'sha256' | 'sizeBytes'>) {
  await db
    .insert(fileContents)
    .values({ sha256, sizeBytes, announcedAt: NOW as never })
    .onConflictDoUpdate({ target: fileContents.sha256, set: { announcedAt: NOW, removedAt: null } });
}

/**
 * Locks an announced content until the transaction ends, so that it is not removed meanwhile, and notes that its bytes are
 * whole again. Returns false when it was removed.
 */
export async function lockContent(tx: Tx, sha256: string): Promise<boolean> {
  const found = await tx
    .update(fileContents)
    .set({ damagedAt: null })
    .where(
      and(
        eq(fileContents.sha256, sha256),
        isNull(fileContents.removedAt),
        sql`${fileContents.announcedAt} > ${NOW} - ${RECORDED_WITHIN}`,
      ),
    )
    .returning({ sha256: fileContents.sha256 });
  return found.length === 1;
}

/** Records a file; returns false when its organisation has the content already. */
export async function insertFile(tx: Tx, file: StoredFile): Promise<boolean> {
  return (await tx.insert(files).values(file).onConflictDoNothing().returning({ id: files.id })).length === 1;
}

/** Finds a file of an organisation by its id or its content. */
export async function findFile(
  tx: Reader,
  partyId: string,
  by: { readonly id: string } | { readonly sha256: string },
): Promise<StoredFile | undefined> {
  const named = 'id' in by ? eq(files.id, by.id) : eq(files.sha256, by.sha256);
  const [file] = await tx
    .select()
    .from(files)
    .where(and(eq(files.partyId, partyId), named));
  return file;
}

export async function insertAttachment(
  tx: Tx,
  { id: fileId, partyId }: StoredFile,
  { kind: recordKind, id: recordId }: AttachedRecord,
  recordedAt: Date,
): Promise<void> {
  await tx.insert(fileRecords).values({ fileId, partyId, recordKind, recordId, recordedAt });
}

/** Notes that the bytes of a content were read and are not what they must be. */
export async function noteDamage(db: Db, sha256: string): Promise<void> {
  await db
    .update(fileContents)
    .set({ damagedAt: NOW })
    .where(and(eq(fileContents.sha256, sha256), isNull(fileContents.damagedAt)));
}

const neverRecorded = (db: Db | Tx) =>
  and(
    isNull(fileContents.removedAt),
    lt(fileContents.announcedAt, sql`${NOW} - ${REMOVED_AFTER}`),
    notExists(db.select({ id: files.id }).from(files).where(eq(files.sha256, fileContents.sha256))),
  );

/** Lists contents whose file was never recorded. */
export async function listUnrecorded(db: Db): Promise<string[]> {
  const found = await db
    .select({ sha256: fileContents.sha256 })
    .from(fileContents)
    .where(neverRecorded(db))
    .limit(REMOVED_AT_ONCE);
  return found.map(({ sha256 }) => sha256);
}

/** Locks a content whose file was never recorded; returns false when another process has it, or it was announced again. */
export async function lockUnrecorded(tx: Tx, sha256: string): Promise<boolean> {
  const found = await tx
    .select({ sha256: fileContents.sha256 })
    .from(fileContents)
    .where(and(eq(fileContents.sha256, sha256), neverRecorded(tx)))
    .for('update', { skipLocked: true });
  return found.length === 1;
}

export async function noteRemoval(tx: Tx, sha256: string): Promise<void> {
  await tx.update(fileContents).set({ removedAt: NOW }).where(eq(fileContents.sha256, sha256));
}
