/** Routes: the steps of an assessment. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { dayOf } from '../../core/calendar.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import type { LawCache } from '../../platform/law/index.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import type { AssessmentStep, StepDetails } from './assessment.ts';
import { ASSESSMENTS, REVISED } from './examples.ts';
import { deadlinesIn } from './law-schemas.ts';
import {
  AnswerObjectionRequest,
  DecideAssessmentRequest,
  DecideRevisionRequest,
  ReviewAssessmentRequest,
  SubmitAssessmentRequest,
} from './request-schemas.ts';
import { AssessmentResponse, toAssessmentResponse } from './schemas.ts';
import { type TakeStep, takeStep } from './service.ts';

type StepDeps = RequestDeps &
  SecondPersonDeps & {
    readonly law: () => Promise<LawCache>;
    readonly evaluateAssessed: (
      visibility: Visibility,
      id: string,
    ) => Promise<{
      readonly findings: NonNullable<TakeStep['findings']>;
      readonly frozen: NonNullable<TakeStep['frozen']>;
    }>;
  };

const LAW_MISSING = ['law-missing', { key: 'recovery.assessment-deadlines' }] as const;
const COMMON = ['assessment-missing', 'assessment-step-not-allowed', LAW_MISSING] as const;
const WRITING = ['party-not-active', ...COMMON] as const;
const INDEPENDENT = [
  ...COMMON,
  'assessment-not-independent',
  'second-person-not-logged-in',
  'second-person-dependent',
] as const;

const STEP = { tags: ['recovery'], params: IdParams, response: { 200: AssessmentResponse } };

/** Takes the step of a request once. Steps that look at the figure get the findings of an evaluation before. */
async function taken(
  deps: StepDeps,
  request: FastifyRequest,
  reply: Parameters<typeof once>[2],
  { step, evaluated = false, ...said }: Taken,
) {
  const { id } = request.params as { readonly id: string };
  const { actor, visibility } = callerOf(request);
  const law = await deps.law();
  const found = evaluated ? await deps.evaluateAssessed(visibility, id) : undefined;
  return once(deps, request, reply.status(200), async (tx) => {
    const command: TakeStep = {
      ...{ actor, id, step, reason: said.reason ?? null, details: said.details ?? {} },
      ...{ law: deadlinesIn(law, dayOf(deps.clock())), calendar: law.calendar },
      ...(found && { findings: found.findings, frozen: found.frozen }),
    };
    const { assessment, difference } = await takeStep(tx, deps, command);
    return toAssessmentResponse(assessment, deps.clock(), difference);
  });
}

type Taken = {
  readonly step: AssessmentStep;
  readonly evaluated?: boolean;
  readonly reason?: string | undefined;
  readonly details?: StepDetails;
};

export const stepRoutes =
  (deps: StepDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(enterpriseRoutes(deps));
    await http.register(expertRoutes(deps));
    await http.register(decisionRoutes(deps));
    await http.register(revisionRoutes(deps));
  };

/** Steps of the enterprise. */
const enterpriseRoutes =
  (deps: StepDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const scope = 'assessments:write' as const;
    http.post(
      '/assessments/:id/submit',
      {
        config: {
          ...{ scope, example: ASSESSMENTS.submitted },
          problems: [...WRITING, 'assessment-person-needed', 'assessment-blocked', 'assessment-journal-behind'],
        },
        schema: {
          ...STEP,
          summary: 'Submit an assessment for review',
          description:
            'Begins a round. An evaluation with a finding that blocks is refused. A person who logged in submits; the expert and the person who decides are others.',
          body: SubmitAssessmentRequest,
        },
      },
      (request, reply) => taken(deps, request, reply, { step: 'submit', evaluated: true, reason: request.body.reason }),
    );
    http.post(
      '/assessments/:id/withdraw',
      {
        config: { scope, problems: WRITING, example: ASSESSMENTS.withdrawn },
        schema: {
          ...STEP,
          summary: 'Withdraw an assessment that is not reviewed yet',
          description: 'Ends it. The period can then be assessed again.',
          body: DecideAssessmentRequest,
        },
      },
      (request, reply) => taken(deps, request, reply, { step: 'withdraw', reason: request.body.reason }),
    );
    http.post(
      '/assessments/:id/object',
      {
        config: {
          ...{ scope, example: ASSESSMENTS.objected },
          problems: [
            ...WRITING,
            'assessment-person-needed',
            'assessment-objection-late',
            'assessment-objection-exists',
            'assessment-exists',
          ],
        },
        schema: {
          ...STEP,
          summary: 'Object to the decision on an assessment',
          description: 'Until `dueOn`, once in each round. The province answers within the deadline of the law.',
          body: DecideAssessmentRequest,
        },
      },
      (request, reply) => taken(deps, request, reply, { step: 'object', reason: request.body.reason }),
    );
  };

/** Steps of the expert. */
const expertRoutes =
  (deps: StepDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const scope = 'assessments:review' as const;
    http.post(
      '/assessments/:id/review',
      {
        config: {
          ...{ scope, example: ASSESSMENTS.reviewed },
          problems: [...INDEPENDENT, 'assessment-flag-unexplained'],
        },
        schema: {
          ...STEP,
          summary: 'Give the opinion of the expert',
          description:
            'The expert acts for no organisation, logged in, and is neither the submitter nor a person whose account the submitter could use. A recommendation to certify needs a reason for each flag: one for all flags of a code, or, with `facts`, one for each of them.',
          body: ReviewAssessmentRequest,
        },
      },
      (request, reply) => {
        const { reason, recommendation, flagReasons } = request.body;
        return taken(deps, request, reply, { step: 'review', reason, details: { recommendation, flagReasons } });
      },
    );
    http.post(
      '/assessments/:id/return',
      {
        config: { scope, problems: INDEPENDENT, example: ASSESSMENTS.returned },
        schema: {
          ...STEP,
          summary: 'Return a submitted assessment to the enterprise',
          description: 'For what the enterprise must add or correct. It submits a new round until `dueOn`.',
          body: DecideAssessmentRequest,
        },
      },
      (request, reply) => taken(deps, request, reply, { step: 'return', reason: request.body.reason }),
    );
  };

/** Steps of the deciding office of the province. */
const decisionRoutes =
  (deps: StepDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const scope = 'assessments:decide' as const;
    http.post(
      '/assessments/:id/certify',
      {
        config: {
          ...{ scope, example: ASSESSMENTS.certified },
          problems: [...INDEPENDENT, 'assessment-not-recommended', 'assessment-blocked', 'assessment-journal-behind'],
        },
        schema: {
          ...STEP,
          summary: 'Certify a reviewed assessment',
          description:
            'Needs the recommendation of the expert, and a third person. A finding that blocks forbids it. What is certified is frozen and signed; when records have changed since the submission, the assessment is sent back instead, and `difference` shows what differs.',
          body: DecideAssessmentRequest,
        },
      },
      (request, reply) =>
        taken(deps, request, reply, { step: 'certify', evaluated: true, reason: request.body.reason }),
    );
    for (const [step, path, summary, description, example] of DECISIONS) {
      http.post(
        `/assessments/:id/${path}`,
        {
          config: { scope, problems: INDEPENDENT, example },
          schema: { ...STEP, summary, description, body: DecideAssessmentRequest },
        },
        (request, reply) => taken(deps, request, reply, { step, reason: request.body.reason }),
      );
    }
    http.post(
      '/assessments/:id/answer',
      {
        config: { scope, problems: INDEPENDENT, example: ASSESSMENTS.answered },
        schema: {
          ...STEP,
          summary: 'Answer an objection',
          description:
            'An objection that is upheld returns the assessment for a new round. Otherwise the decision is confirmed.',
          body: AnswerObjectionRequest,
        },
      },
      (request, reply) => {
        const { reason, upheld } = request.body;
        return taken(deps, request, reply, { step: 'answer', reason, details: { upheld } });
      },
    );
  };

/** Decisions of the deciding office on the revision of a certified figure. */
const revisionRoutes =
  (deps: StepDeps): FastifyPluginAsyncZod =>
  async (http) => {
    for (const [step, summary, description, example] of REVISION_DECISIONS) {
      http.post(
        `/assessments/:id/${step}`,
        {
          config: {
            ...{ scope: 'assessments:decide' as const, example },
            problems: [...INDEPENDENT, 'assessment-revision-missing', 'assessment-revision-replaced'],
          },
          schema: { ...STEP, summary, description, body: DecideRevisionRequest },
        },
        (request, reply) => {
          const { reason, revision } = request.body;
          return taken(deps, request, reply, { step, reason, details: { revision } });
        },
      );
    }
  };

const REVISION_DECISIONS = [
  [
    ...(['confirm', 'Confirm a certified figure against its open revision'] as const),
    'The certified figure stays, with reasons. The person is neither the submitter nor the expert of the round. Another revision opens when records change again.',
    REVISED.confirmed,
  ],
  [
    ...(['reopen', 'Reopen a certified assessment because of its open revision'] as const),
    'Begins the way to a new certification: the enterprise submits a new round, an expert reviews it, and its certification names the one that it replaces. The evidence of both stays readable.',
    REVISED.reopened,
  ],
] as const;

const DECISIONS = [
  [
    ...(['refuse', 'refuse', 'Refuse a reviewed assessment'] as const),
    'Ends the assessment with reasons. The enterprise may object until `dueOn`, or open another one.',
    ASSESSMENTS.refused,
  ],
  [
    ...(['send_back', 'send-back', 'Send a reviewed assessment back to the enterprise'] as const),
    'Asks for a new round. The enterprise submits again until `dueOn`, and an expert reviews it again.',
    ASSESSMENTS.sentBack,
  ],
] as const;
