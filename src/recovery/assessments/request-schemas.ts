/** Wire shapes of requests about assessments: opening one, and its steps. */
import { z } from 'zod';
import { codeText, linesText, lineText, named } from '../../platform/http/index.ts';
import { MethodCode } from '../methods/schemas.ts';
import { PeriodText } from '../periods/schemas.ts';
import {
  ANSWER_OBJECTION,
  DECIDE_ASSESSMENT,
  DECIDE_REVISION,
  OPEN_ASSESSMENT,
  REVIEW_ASSESSMENT,
} from './examples.ts';
import { RecommendationCode } from './schemas.ts';

export const OpenAssessmentRequest = named(
  'OpenAssessment',
  'Closed period of the own organisation whose recovery rate is to be assessed, and the method.',
  z.strictObject({
    period: PeriodText,
    method: MethodCode.default('lead-recovery').describe(
      'Method of GET /v1/recovery/methods, in force on the last day of the period. It is computed without a choice of elements or next recyclers',
    ),
  }),
  OPEN_ASSESSMENT,
);

export const DecideAssessmentRequest = named(
  'DecideAssessment',
  'A step of an assessment, with the reasons in words.',
  z.strictObject({ reason: linesText(2000, 2).describe('Reasons of the step (理由)') }),
  DECIDE_ASSESSMENT,
);

export const SubmitAssessmentRequest = named(
  'SubmitAssessment',
  'Submission of an assessment.',
  z.strictObject({ reason: linesText(2000, 2).optional().describe('What the enterprise wants to say (说明)') }),
  DECIDE_ASSESSMENT,
);

export const ReviewAssessmentRequest = named(
  'ReviewAssessment',
  'Opinion of the expert about a submitted assessment.',
  z.strictObject({
    recommendation: RecommendationCode.describe('What the expert recommends to the deciding office'),
    reason: linesText(2000, 2).describe('Opinion of the expert (评审意见)'),
    flagReasons: z
      .array(
        z.strictObject({
          code: codeText(60).describe('Code of a flag of the evaluation'),
          facts: z
            .array(
              z.strictObject({
                name: codeText(60).describe('Name of a fact of the finding, such as `item`'),
                value: lineText(300).describe('Its value as text'),
              }),
            )
            .max(20)
            .optional()
            .describe(
              'Facts of the flag that is meant, when several have the code; without it the reason is for all of them',
            ),
          reason: linesText(1000, 2).describe('Why it is no obstacle'),
        }),
      )
      .max(500)
      .default([])
      .describe(
        'Reasons for the flags: one for all flags of a code, or one for each. A recommendation to certify needs a reason for every flag',
      ),
  }),
  REVIEW_ASSESSMENT,
);

export const DecideRevisionRequest = named(
  'DecideRevision',
  'A decision on the open revision of a certified figure.',
  z.strictObject({
    revision: z.int().min(1).max(1_000_000).describe('Number of the revision that the decision is about'),
    reason: linesText(2000, 2).describe('Reasons of the decision (理由)'),
  }),
  DECIDE_REVISION,
);

export const AnswerObjectionRequest = named(
  'AnswerObjection',
  'Answer to the objection of an enterprise.',
  z.strictObject({
    upheld: z.boolean().describe('True returns the assessment for a new round; false confirms the decision'),
    reason: linesText(2000, 2).describe('What the province found about the objection (答复)'),
  }),
  ANSWER_OBJECTION,
);
