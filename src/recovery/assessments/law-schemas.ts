/** Schema of the deadlines of assessments, in working days (law `recovery.assessment-deadlines`). */
import { z } from 'zod';
import type { LawCache } from '../../platform/law/index.ts';
import type { DeadlineLaw } from './assessment.ts';

const Days = z.int().min(1).max(366);

const DeadlinesShape = z.strictObject({
  ...{ reviewDays: Days, decisionDays: Days, resubmissionDays: Days, objectionDays: Days, answerDays: Days },
});

const DEADLINES = 'recovery.assessment-deadlines';

const REVISION_DEADLINE = 'recovery.revision-deadline';
const RevisionShape = z.strictObject({ decisionDays: Days });

export const ASSESSMENT_SHAPES = { [DEADLINES]: DeadlinesShape, [REVISION_DEADLINE]: RevisionShape };

/** Reads the deadlines in force on a day. @throws Problem `law-missing` */
export const deadlinesIn = (law: LawCache, day: string): DeadlineLaw => law.at(DEADLINES, day, DeadlinesShape);

/** Working days for the decision on a revision that opened on a day; null where the law does not limit it. */
export const revisionDaysIn = (law: LawCache, day: string): number | null =>
  law.find(REVISION_DEADLINE, day, RevisionShape)?.decisionDays ?? null;
