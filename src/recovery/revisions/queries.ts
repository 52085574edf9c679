/** Revisions of assessments that the caller may see. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Reader } from '../../platform/database/db.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { findAssessment } from '../assessments/queries.ts';
import { assessmentSteps } from '../assessments/tables.ts';
import type { Difference } from './difference.ts';
import { type RevisionDecision, stateOf } from './revision.ts';
import { type RevisionListResponse, toRevisionResponse } from './schemas.ts';
import { assessmentRevisions } from './tables.ts';

const { assessmentId, number, difference } = assessmentRevisions;

/** Lists the revisions of an assessment, oldest first. @throws Problem `assessment-missing` */
export async function listRevisions(
  db: Reader,
  visibility: Visibility,
  id: string,
  now: Date,
): Promise<z.infer<typeof RevisionListResponse>> {
  const { openRevision } = await findAssessment(db, visibility, id);
  const rows = await db.select().from(assessmentRevisions).where(eq(assessmentId, id)).orderBy(asc(number));
  const decisions = await listDecisions(db, id);
  return { items: rows.map((row) => toRevisionResponse(row, stateOf(row, openRevision, decisions), now)) };
}

async function listDecisions(db: Reader, id: string): Promise<RevisionDecision[]> {
  const { step, details } = assessmentSteps;
  const rows = await db
    .select({ step, details })
    .from(assessmentSteps)
    .where(and(eq(assessmentSteps.assessmentId, id), inArray(step, ['confirm', 'reopen'])));
  return rows.map((row) => ({
    revision: row.details.revision ?? 0,
    state: row.step === 'confirm' ? 'confirmed' : 'reopened',
  }));
}

/** Finds the difference of the open revision of an assessment that the caller may see; null without one. */
export async function findOpenDifference(
  db: Reader,
  { id, openRevision }: Pick<Assessment, 'id' | 'openRevision'>,
): Promise<Difference | null> {
  if (openRevision === null) return null;
  const [row] = await db
    .select({ difference })
    .from(assessmentRevisions)
    .where(and(eq(assessmentId, id), eq(number, openRevision)));
  return row?.difference ?? null;
}
