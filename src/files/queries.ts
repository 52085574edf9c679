/** Reads files, within the visibility of the caller. */
import { and, asc, eq, exists, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { Visibility } from '../core/access/visibility.ts';
import { whereVisible } from '../parties/index.ts';
import type { Reader } from '../platform/database/db.ts';
import type { ShownFile } from './file.ts';
import { fileProblem } from './problems.ts';
import { fileRecords, files } from './tables.ts';

/** A file of the own organisation, or one that belongs to a record; row-level security looks at the record itself. */
function visible(visibility: Visibility): SQL | undefined {
  const attached = new QueryBuilder({ casing: 'snake_case' })
    .select({ id: fileRecords.fileId })
    .from(fileRecords)
    .where(and(eq(fileRecords.fileId, files.id), attachedFor(visibility)));
  const own = visibility.of === 'party' ? eq(files.partyId, visibility.partyId) : sql`false`;
  return or(own, exists(attached));
}

/** The records of files that a caller may see; undefined for all of them. */
function attachedFor(visibility: Visibility): SQL | undefined {
  const { recordKind, partyId } = fileRecords;
  if (visibility.of === 'all') return undefined;
  const others = or(whereVisible(visibility, { parties: [partyId] }), confirmedTo(visibility));
  return or(and(ne(recordKind, 'manifest'), others), and(eq(recordKind, 'manifest'), manifestOf(visibility)));
}

/** A photograph is seen with its manifest: by the organisations that this names, and by the cities of these and of its sites. */
function manifestOf(visibility: Visibility): SQL {
  const { recordId } = fileRecords;
  if (visibility.of === 'party') {
    const { partyId } = visibility;
    return sql`exists (select from manifests m where m.id = ${recordId}
      and (m.consignor_id = ${partyId} or m.version > 0 and ${partyId} in (m.carrier_id, m.receiver_id)))`;
  }
  if (visibility.of !== 'city') return sql`false`;
  const within = sql`like ${`${visibility.division}%`}`;
  return sql`exists (select from manifests m where m.id = ${recordId} and m.version > 0 and (
    exists (select from parties p where p.id in (m.consignor_id, m.carrier_id, m.receiver_id) and p.division_code ${within})
    or exists (select from sites s where s.id in (m.consignor_site_id, m.receiver_site_id) and s.division_code ${within})))`;
}

/** The recycler sees the proof with which a receiver confirmed a use, and a laboratory the certificates that it is to confirm. */
function confirmedTo(visibility: Visibility): SQL | undefined {
  if (visibility.of !== 'party') return undefined;
  const { recordKind, recordId } = fileRecords;
  const { partyId } = visibility;
  return or(
    and(
      eq(recordKind, 'use_confirmation'),
      sql`exists (select from use_confirmations u where u.id = ${recordId} and u.party_id = ${partyId})`,
    ),
    and(
      eq(recordKind, 'assay'),
      sql`exists (select from assays a where a.id = ${recordId} and a.laboratory_id = ${partyId})`,
    ),
    and(
      eq(recordKind, 'analysis'),
      sql`exists (select from analyses a where a.id = ${recordId} and a.laboratory_id = ${partyId})`,
    ),
  );
}

const isOwner = (visibility: Visibility, { partyId }: { readonly partyId: string }): boolean =>
  visibility.of === 'party' && visibility.partyId === partyId;

/** @throws Problem `file-missing` */
export async function readFile(db: Reader, visibility: Visibility, id: string): Promise<ShownFile> {
  const [file] = await db
    .select()
    .from(files)
    .where(and(eq(files.id, id), visible(visibility)));
  if (file === undefined) throw fileProblem('file-missing', { id });
  const records = await db
    .select({ kind: fileRecords.recordKind, id: fileRecords.recordId })
    .from(fileRecords)
    .where(and(eq(fileRecords.fileId, id), isOwner(visibility, file) ? undefined : attachedFor(visibility)))
    .orderBy(asc(fileRecords.recordId));
  return { ...file, records };
}

/** Lists files that the caller may see by the hashes of their bytes, one for each hash, by hash. */
export function listFilesByHash(db: Reader, visibility: Visibility, hashes: readonly string[]) {
  return db
    .selectDistinctOn([files.sha256])
    .from(files)
    .where(and(inArray(files.sha256, [...hashes]), visible(visibility)))
    .orderBy(asc(files.sha256), asc(files.id));
}
