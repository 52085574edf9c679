/** Wire shapes of assessments. */
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { Flag, Id, InstantOut, named, namedCodes, PageQuery, SeverityCode } from '../../platform/http/index.ts';
import { StatusCode } from '../figure-schemas.ts';
import type { Finding } from '../lead-recovery.ts';
import { MethodCode } from '../methods/schemas.ts';
import { PeriodText } from '../periods/schemas.ts';
import { recoveryFinding } from '../problems.ts';
import type { FlagReason } from '../question/flag-reason.ts';
import type { Difference } from '../revisions/difference.ts';
import { DifferenceOut, toDifference } from '../revisions/schemas.ts';
import {
  ALL_STEPS,
  type Assessment,
  isOverdue,
  OUTCOMES,
  RECOMMENDATIONS,
  STATES,
  type StepTaken,
} from './assessment.ts';
import { ASSESSMENT, ASSESSMENT_CHECK, ASSESSMENT_STEP } from './examples.ts';
import { ASSESSMENT_STATES, ASSESSMENT_STEPS, RECOMMENDATION_WORDS } from './terms.ts';

const StateCode = namedCodes('AssessmentState', 'State of an assessment', STATES, ASSESSMENT_STATES);
const StepCode = namedCodes('AssessmentStepName', 'Step of an assessment', ['open', ...ALL_STEPS], ASSESSMENT_STEPS);
export const RecommendationCode = namedCodes(
  'AssessmentRecommendation',
  'Recommendation of the expert',
  RECOMMENDATIONS,
  RECOMMENDATION_WORDS,
);
const OutcomeCode = namedCodes('AssessmentOutcome', 'Decision on an assessment', OUTCOMES, {
  certified: ASSESSMENT_STATES.certified,
  refused: ASSESSMENT_STATES.refused,
});

export const AssessmentResponse = named(
  'Assessment',
  'Assessment (认定) of the recovery rate of an enterprise in a closed period.',
  z.object({
    id: Id,
    partyId: Id.describe('The enterprise'),
    period: z.string().describe('Month, quarter or year that is assessed'),
    method: z.string().describe('Method of the rate'),
    state: StateCode.describe('Where the assessment is in its life'),
    round: z.int().describe('Number of submissions so far'),
    stateSince: InstantOut.describe('Time of the last step'),
    dueOn: z
      .string()
      .nullable()
      .describe(
        'Last day of the deadline of the state, in working days (law recovery.assessment-deadlines): of the review, the decision, the new submission, the objection or its answer. Null without a deadline, and while the holiday notice of its year is not loaded',
      ),
    overdue: z.boolean().describe('True when a review, decision, new submission or answer is late'),
    openedBy: z.string().describe('Subject of the token that opened it'),
    openedAt: InstantOut.describe('Time at which the draft was made'),
    submittedBy: z.string().nullable().describe('Person who submitted the present round'),
    submittedAt: InstantOut.nullable().describe('Time of the submission of the present round'),
    flags: z.array(z.string()).describe('Codes of the flags of the submitted evaluation'),
    reviewedBy: z.string().nullable().describe('Expert who reviewed the present round'),
    reviewedAt: InstantOut.nullable().describe('Time of the opinion of the expert'),
    recommendation: RecommendationCode.nullable().describe('What the expert recommends; null before the review'),
    decidedBy: z.string().nullable().describe('Person who decided the present round'),
    decidedAt: InstantOut.nullable().describe('Time of the decision'),
    outcome: OutcomeCode.nullable().describe('Decision of the present round'),
    objectedBy: z.string().nullable().describe('Person who objected to the decision of the present round'),
    openRevision: z
      .int()
      .nullable()
      .describe('Number of the open revision: later records would change the certified figure. Null for none'),
    comparedIndex: z
      .int()
      .nullable()
      .describe('Index of the journal up to which the certified figure was compared; null before the first time'),
    difference: DifferenceOut.nullable().describe(
      'Of one assessment with an open revision: the present records against the certified figure. Of a certification that sent the assessment back: against the submission. Null otherwise, and in lists',
    ),
  }),
  ASSESSMENT,
);

export const AssessmentStepResponse = named(
  'AssessmentStep',
  'One step that was taken, with its reasons.',
  z.object({
    number: z.int().describe('Place in the history, from 1'),
    step: StepCode.describe('The step that was taken'),
    round: z.int().describe('Round to which the step belongs'),
    state: StateCode.describe('State after the step'),
    takenBy: z.string().describe('Subject of the token that took it'),
    takenAt: InstantOut.describe('Time of the step'),
    reason: z.string().nullable().describe('Reasons in words'),
    recommendation: RecommendationCode.nullable().describe('Of a review'),
    flagReasons: z
      .array(
        z.object({
          code: z.string().describe('Code of the flag'),
          facts: z
            .array(
              z.object({
                name: z.string().describe('Name of a fact of the flag'),
                value: z.string().describe('Its value as text'),
              }),
            )
            .optional()
            .describe('Facts of the flag that is meant; absent in a reason for all flags of the code'),
          reason: z.string().describe('Why it is no obstacle, in the words of the expert'),
        }),
      )
      .describe('Of a review: why a flag is no obstacle'),
    upheld: z.boolean().nullable().describe('Of an answer: whether the objection was right'),
    contentSha256: z
      .string()
      .nullable()
      .describe('Of a submission or certification: SHA-256 of the frozen evaluation with its records and law'),
    changedSinceSubmission: z
      .boolean()
      .describe('True when a certification sent the assessment back, because records had changed since the submission'),
    difference: DifferenceOut.nullable().describe('Of that case: the records against the submission'),
    revision: z.int().nullable().describe('Of a decision on a revision: its number'),
  }),
  ASSESSMENT_STEP,
);

export const AssessmentHistoryResponse = named(
  'AssessmentHistory',
  'Steps of an assessment, oldest first.',
  z.object({ items: z.array(AssessmentStepResponse).describe('Every step of every round') }),
  { items: [ASSESSMENT_STEP] },
);

export const AssessmentCheckResponse = named(
  'AssessmentCheck',
  'Check of the evidence of an assessment, as the records are now.',
  z.object({
    assessmentId: Id.describe('The assessment'),
    asOf: InstantOut.describe('Time of the check'),
    journalIndex: z.int().describe('Index of the journal up to which everything is in the check'),
    status: StatusCode.describe('blocked: cannot be submitted; flagged: the expert explains each flag; clear: neither'),
    findings: z
      .array(
        z.object({
          code: z.string().describe('Code of the finding in /problems'),
          severity: SeverityCode.describe('`block` stops the submission, `flag` needs a reason of the expert'),
          title: z.string().describe('In the language of the request'),
          detail: z.string().describe('In the language of the request'),
        }),
      )
      .describe('Findings of the evaluation'),
    missingCertificates: z
      .array(
        z.object({
          assayId: Id.describe('The assay'),
          certificateNumber: z.string().nullable().describe('Number of its certificate, if it names one'),
        }),
      )
      .describe('Assays behind the figure whose certificate is not stored here'),
  }),
  ASSESSMENT_CHECK,
);

export const AssessmentListQuery = PageQuery.extend({
  partyId: Id.optional().describe('Only assessments of one enterprise'),
  period: PeriodText.optional(),
  method: MethodCode.optional().describe('Only assessments by one method'),
  state: StateCode.optional().describe('Only assessments in one state'),
  hasRevision: Flag.optional().describe('Only those with an open revision of the certified figure, or only the others'),
  overdue: Flag.optional().describe('Only those that are late, or only the others'),
});

const at = (instant: Date | null) => instant?.toISOString() ?? null;

export const toAssessmentResponse = (
  assessment: Assessment,
  now: Date,
  difference: Difference | null = null,
): z.infer<typeof AssessmentResponse> => {
  const { dueDays: _, comparedLaw: __, ...shown } = assessment;
  return {
    ...{ ...shown, flags: [...shown.flags], overdue: isOverdue(assessment, now), difference: toDifference(difference) },
    stateSince: shown.stateSince.toISOString(),
    openedAt: shown.openedAt.toISOString(),
    ...{ submittedAt: at(shown.submittedAt), reviewedAt: at(shown.reviewedAt), decidedAt: at(shown.decidedAt) },
  };
};

export const toStepResponse = (taken: StepTaken): z.infer<typeof AssessmentStepResponse> => {
  const { number, step, round, state, takenBy, takenAt, reason, details } = taken;
  const { recommendation = null, flagReasons = [], upheld = null, contentSha256 = null } = details;
  return {
    ...{ number, step, round, state, takenBy, takenAt: takenAt.toISOString(), reason },
    ...{ recommendation, flagReasons: flagReasons.map(toReason), upheld, contentSha256 },
    changedSinceSubmission: details.changedSinceSubmission ?? false,
    ...{ difference: toDifference(details.difference ?? null), revision: details.revision ?? null },
  };
};

const toReason = ({ code, reason, facts }: FlagReason) => ({
  ...{ code, reason },
  ...(facts && { facts: [...facts] }),
});

type Checked = {
  readonly assessment: Pick<Assessment, 'id'>;
  readonly asOf: Date;
  readonly journalIndex: number;
  readonly findings: readonly Finding[];
  readonly assays: readonly {
    readonly id: string;
    readonly certificateNumber: string | null;
    readonly certificateFileId: string | null;
  }[];
};

export function toCheckResponse(
  { assessment, asOf, journalIndex, findings, assays }: Checked,
  language: Language,
): z.infer<typeof AssessmentCheckResponse> {
  const severities = new Set(findings.map(({ severity }) => severity));
  return {
    ...{ assessmentId: assessment.id, asOf: asOf.toISOString(), journalIndex },
    status: severities.has('block') ? 'blocked' : severities.has('flag') ? 'flagged' : 'clear',
    findings: findings.map((finding) => {
      const { code, severity } = finding;
      return { code, severity, ...recoveryFinding.text(finding, language) };
    }),
    missingCertificates: assays
      .filter(({ certificateFileId }) => certificateFileId === null)
      .map(({ id, certificateNumber }) => ({ assayId: id, certificateNumber })),
  };
}
