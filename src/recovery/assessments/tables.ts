/** Tables of assessments, as the migrations make them. */
import { bigint, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { ALL_STEPS, OUTCOMES, RECOMMENDATIONS, STATES, type StepDetails } from './assessment.ts';

const instant = () => timestamp({ withTimezone: true });

export const assessments = pgTable('assessments', {
  id: uuid().primaryKey(),
  partyId: uuid().notNull(),
  period: text().notNull(),
  method: text().notNull(),
  state: text({ enum: STATES }).notNull(),
  round: integer().notNull(),
  openedBy: text().notNull(),
  openedAt: instant().notNull(),
  stateSince: instant().notNull(),
  dueDays: integer(),
  dueOn: date(),
  submittedBy: text(),
  submittedAt: instant(),
  flags: jsonb().$type<readonly string[]>().notNull(),
  reviewedBy: text(),
  reviewedAt: instant(),
  recommendation: text({ enum: RECOMMENDATIONS }),
  decidedBy: text(),
  decidedAt: instant(),
  outcome: text({ enum: OUTCOMES }),
  objectedBy: text(),
  openRevision: integer(),
  comparedIndex: bigint({ mode: 'number' }),
  comparedLaw: text(),
});

export const assessmentSteps = pgTable(
  'assessment_steps',
  {
    assessmentId: uuid().notNull(),
    partyId: uuid().notNull(),
    number: integer().notNull(),
    step: text({ enum: ['open', ...ALL_STEPS] }).notNull(),
    round: integer().notNull(),
    state: text({ enum: STATES }).notNull(),
    takenBy: text().notNull(),
    takenAt: instant().notNull(),
    reason: text(),
    details: jsonb().$type<StepDetails>().notNull(),
  },
  ({ assessmentId, number }) => [primaryKey({ columns: [assessmentId, number] })],
);
