/** Reads and writes assessments and their steps. Contains no rule. */
import { and, count, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { type Assessment, LIVE, type StepTaken } from './assessment.ts';
import { assessmentProblem } from './problems.ts';
import { assessmentSteps, assessments } from './tables.ts';

/** Locks an assessment. @throws Problem `assessment-missing`, also for one that the caller may not see */
export async function lockAssessment(tx: Tx, id: string, partyId: string | undefined): Promise<Assessment> {
  const [row] = await tx.select().from(assessments).where(eq(assessments.id, id)).for('update');
  if (row === undefined || (partyId !== undefined && row.partyId !== partyId)) {
    throw assessmentProblem('assessment-missing', { id, pointer: '#/params/id' });
  }
  return row;
}

/** Finds the assessment that leaves no room for another of the same enterprise, period and method. */
export async function findLive(
  tx: Tx,
  { partyId, period, method }: Pick<Assessment, 'partyId' | 'period' | 'method'>,
): Promise<{ readonly id: string } | undefined> {
  const same = and(
    eq(assessments.partyId, partyId),
    eq(assessments.period, period),
    eq(assessments.method, method),
    inArray(assessments.state, [...LIVE]),
  );
  const [row] = await tx.select({ id: assessments.id }).from(assessments).where(same);
  return row;
}

/** Inserts an assessment. Returns false when another one was opened at the same moment. */
export async function insertAssessment(tx: Tx, assessment: Assessment): Promise<boolean> {
  const { rowCount } = await tx.insert(assessments).values(assessment).onConflictDoNothing();
  return rowCount === 1;
}

export async function updateAssessment(tx: Tx, { id, ...assessment }: Assessment): Promise<void> {
  const { partyId: _, period: __, method: ___, openedBy: ____, openedAt: _____, ...changed } = assessment;
  await tx.update(assessments).set(changed).where(eq(assessments.id, id));
}

/** Appends a step to the history of an assessment that is locked. */
export async function appendStep(tx: Tx, step: Omit<StepTaken, 'number'>): Promise<void> {
  const [row] = await tx
    .select({ steps: count() })
    .from(assessmentSteps)
    .where(eq(assessmentSteps.assessmentId, step.assessmentId));
  await tx.insert(assessmentSteps).values({ ...step, number: (row?.steps ?? 0) + 1 });
}

/** Lists the people who reviewed or returned an assessment, in any round. */
export async function listExperts(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ takenBy: assessmentSteps.takenBy })
    .from(assessmentSteps)
    .where(and(eq(assessmentSteps.assessmentId, id), inArray(assessmentSteps.step, ['review', 'return'])));
  return rows.map(({ takenBy }) => takenBy);
}
