/** Finds certified figures to compare, and records revisions. Contains no rule. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../platform/database/db.ts';
import { assessments } from '../assessments/tables.ts';
import type { Revision } from './revision.ts';
import { assessmentRevisions } from './tables.ts';

/** A certified assessment whose organisation the journal touched, or whose law changed, after the last comparison. */
export type Touched = { readonly id: string; readonly partyId: string; readonly period: string };

/** Figures that one pass compares. */
const PASS_MAX = 100;

/** Lists certified assessments that need a comparison, by their ids after one. */
export async function listTouched(db: Db, after: string, comparedLaw: string): Promise<Touched[]> {
  const { rows } = await db.execute<Touched>(sql`
    select a.id, a.party_id as "partyId", a.period from assessments a
      left join recovery_touches t on t.party_id = a.party_id
      join assessment_snapshots s on s.assessment_id = a.id and s.round = a.round and s.purpose = 'certification'
    where a.state = 'certified' and a.id > ${after}
      and (t.journal_index > greatest(coalesce(a.compared_index, 0), s.journal_index) or a.compared_law is distinct from ${comparedLaw})
    order by a.id limit ${PASS_MAX}`);
  return rows;
}

/** Finds the last revision of the figure of a round. */
export async function findLast(tx: Tx, assessmentId: string, round: number): Promise<Revision | undefined> {
  const [row] = await tx
    .select()
    .from(assessmentRevisions)
    .where(and(eq(assessmentRevisions.assessmentId, assessmentId), eq(assessmentRevisions.round, round)))
    .orderBy(desc(assessmentRevisions.number))
    .limit(1);
  return row;
}

/** Counts the revisions of all rounds. */
export const countRevisions = (tx: Tx, assessmentId: string): Promise<number> =>
  tx.$count(assessmentRevisions, eq(assessmentRevisions.assessmentId, assessmentId));

export async function insertRevision(tx: Tx, revision: Revision): Promise<void> {
  await tx.insert(assessmentRevisions).values(revision);
}

/** Notes up to which index of the journal, and by which law, a figure was compared. */
export async function noteCompared(tx: Tx, id: string, comparedIndex: number, comparedLaw: string): Promise<void> {
  await tx.update(assessments).set({ comparedIndex, comparedLaw }).where(eq(assessments.id, id));
}

/** Notes the revision that is open; null for none. */
export async function noteOpen(tx: Tx, id: string, openRevision: number | null): Promise<void> {
  await tx.update(assessments).set({ openRevision }).where(eq(assessments.id, id));
}
