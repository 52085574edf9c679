/** Assessments that the caller may see: the list, one of them, and its history. */
import { and, asc, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { dayOf } from '../../core/calendar.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { equals, page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { type Assessment, PENDING } from './assessment.ts';
import { assessmentProblem } from './problems.ts';
import {
  type AssessmentListQuery,
  type AssessmentResponse,
  type AssessmentStepResponse,
  toAssessmentResponse,
  toStepResponse,
} from './schemas.ts';
import { assessmentSteps, assessments } from './tables.ts';

const { partyId, period, method, state, dueOn, openRevision } = assessments;

const onlyVisible = (visibility: Visibility) => whereVisible(visibility, { parties: [partyId] });

/** Finds an assessment. @throws Problem `assessment-missing`, also for one that the caller may not see */
export async function findAssessment(db: Reader, visibility: Visibility, id: string): Promise<Assessment> {
  const [row] = await db
    .select()
    .from(assessments)
    .where(and(eq(assessments.id, id), onlyVisible(visibility)));
  if (!row) throw assessmentProblem('assessment-missing', { id, pointer: '#/params/id' });
  return row;
}

/** Lists assessments, oldest first. */
export function listAssessments(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof AssessmentListQuery> & { readonly now: Date },
): Promise<Page<z.infer<typeof AssessmentResponse>>> {
  const where = [
    onlyVisible(visibility),
    equals(partyId, query.partyId),
    equals(period, query.period),
    equals(method, query.method),
    equals(state, query.state),
    query.hasRevision === undefined ? undefined : hasRevision(query.hasRevision === 'true'),
    query.overdue === undefined ? undefined : overdue(query.overdue === 'true', query.now),
  ];
  return page(db, assessments, { query, where, toItem: (row) => toAssessmentResponse(row, query.now) });
}

const hasRevision = (wanted: boolean): SQL => (wanted ? isNotNull(openRevision) : isNull(openRevision));

function overdue(wanted: boolean, now: Date): SQL | undefined {
  const late = and(inArray(state, [...PENDING]), lt(dueOn, dayOf(now)));
  return wanted ? late : sql`(${late}) is not true`;
}

/** Lists the steps of an assessment, oldest first. @throws Problem `assessment-missing` */
export async function listSteps(
  db: Reader,
  visibility: Visibility,
  id: string,
): Promise<{ items: z.infer<typeof AssessmentStepResponse>[] }> {
  await findAssessment(db, visibility, id);
  const rows = await db
    .select()
    .from(assessmentSteps)
    .where(eq(assessmentSteps.assessmentId, id))
    .orderBy(asc(assessmentSteps.number));
  return { items: rows.map(toStepResponse) };
}
