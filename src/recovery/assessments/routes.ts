/** Routes: opening and reading assessments, and the check of their evidence. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import { callerOf, IdParams, languageOf, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import type { LawCache } from '../../platform/law/index.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import { chainCollector, namingOf } from '../evidence/chains.ts';
import { assessedLawOf, findingsOf, methodsOf, readFreezing, toFrozen } from '../evidence/queries.ts';
import { evaluateWhole } from '../evidence/reading-service.ts';
import { evidenceRoutes } from '../evidence/routes.ts';
import { type EvidenceDeps, sign } from '../evidence/service.ts';
import { methodLawOn } from '../methods/law-queries.ts';
import { requireInForce } from '../methods/registry/validity.ts';
import { periodOf } from '../periods/period.ts';
import { findOpenDifference } from '../revisions/queries.ts';
import { revisionRoutes } from '../revisions/routes.ts';
import { findAssessment, listAssessments, listSteps } from './queries.ts';
import { OpenAssessmentRequest } from './request-schemas.ts';
import {
  AssessmentCheckResponse,
  AssessmentHistoryResponse,
  AssessmentListQuery,
  AssessmentResponse,
  toAssessmentResponse,
  toCheckResponse,
} from './schemas.ts';
import { openAssessment } from './service.ts';
import { stepRoutes } from './step-routes.ts';

export type AssessmentDeps = RequestDeps &
  SecondPersonDeps &
  EvidenceDeps & { readonly law: () => Promise<LawCache>; readonly fileStore: FileStore };

const METHOD_REFUSED = ['method-not-in-force', { pointer: '#/body/method' }] as const;
const TAGS = ['recovery'];
const READING = { scope: 'assessments:read', problems: ['assessment-missing'] } as const;

export const assessmentRoutes =
  (deps: AssessmentDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/assessments',
      {
        config: {
          ...{ scope: 'assessments:write', creates: '/assessments/:id' },
          problems: ['party-not-active', 'assessment-period-open', 'assessment-exists', METHOD_REFUSED],
        },
        schema: {
          summary: 'Open an assessment of the own recovery rate in a closed period',
          description:
            'Makes a draft. GET /v1/assessments/{id}/check shows what blocks it, what is flagged and which certificates are missing; POST /v1/assessments/{id}/submit submits it. An enterprise has one assessment of a period and method at a time.',
          tags: TAGS,
          body: OpenAssessmentRequest,
          response: { 201: AssessmentResponse },
        },
      },
      async (request, reply) => {
        const { method } = request.body;
        const period = periodOf(request.body.period);
        const law = await deps.law();
        return once(deps, request, reply.status(201), async (tx) => {
          requireInForce(method, methodLawOn(law, period.closedOn).validities, period, '#/body/method');
          const command = { actor: callerOf(request).actor, period, method };
          return toAssessmentResponse(await openAssessment(tx, deps, command), deps.clock());
        });
      },
    );
    await http.register(readingRoutes(deps));
    await http.register(evidenceRoutes(deps));
    await http.register(revisionRoutes(deps));
    await http.register(
      stepRoutes({ ...deps, evaluateAssessed: (visibility, id) => freezeAssessed(deps, visibility, id) }),
    );
  };

const readingRoutes =
  (deps: AssessmentDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/assessments',
      {
        config: { scope: 'assessments:read' },
        schema: {
          summary: 'List assessments',
          description:
            'Assessments, oldest first, narrowed by enterprise, period, method or state. `overdue=true` lists those whose review, decision, new submission or answer is late, `hasRevision=true` certified ones whose figure later records would change.',
          tags: TAGS,
          querystring: AssessmentListQuery,
          response: { 200: pageOf(AssessmentResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          listAssessments(db, callerOf(request).visibility, { ...request.query, now: deps.clock() }),
        ),
    );
    http.get(
      '/assessments/:id',
      {
        config: READING,
        schema: {
          summary: 'Read an assessment',
          description:
            'Its state, round and deadline, and the people who submitted, reviewed and decided it. While a revision is open, `difference` shows what later records would change of the certified figure. An assessment of another organisation does not exist for the caller.',
          tags: TAGS,
          params: IdParams,
          response: { 200: AssessmentResponse },
        },
      },
      async (request) => {
        const { visibility } = callerOf(request);
        return readAs(deps.db, callerOf(request), async (db) => {
          const found = await findAssessment(db, visibility, request.params.id);
          return toAssessmentResponse(found, deps.clock(), await findOpenDifference(db, found));
        });
      },
    );
    http.get(
      '/assessments/:id/history',
      {
        config: { ...READING, personal: 'holding' },
        schema: {
          summary: 'List the steps of an assessment',
          description:
            'Every step of every round with its reasons: submissions, opinions, decisions, objections, answers. Steps are never changed or removed.',
          tags: TAGS,
          params: IdParams,
          response: { 200: AssessmentHistoryResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => listSteps(db, callerOf(request).visibility, request.params.id)),
    );
    http.get(
      '/assessments/:id/check',
      {
        config: { ...READING, problems: ['assessment-missing', ['law-missing', { key: 'recovery.lead-controls' }]] },
        schema: {
          summary: 'Check the evidence of an assessment',
          description:
            'Evaluates the period as the records are now, and lists what blocks a submission, what is flagged and needs a reason of the expert, and the assays without a certificate. The check stores nothing.',
          tags: TAGS,
          params: IdParams,
          response: { 200: AssessmentCheckResponse },
        },
      },
      async (request) => {
        const found = await evaluateAssessed(deps, callerOf(request).visibility, request.params.id);
        return toCheckResponse(found, languageOf(request.headers['accept-language']));
      },
    );
  };

/** Evaluates the period of an assessment on one snapshot of the database. @throws Problem `assessment-missing`, `law-missing` */
async function evaluateAssessed(deps: AssessmentDeps, visibility: Visibility, id: string) {
  const asOf = deps.clock();
  const found = await readAs(deps.db, { visibility }, (tx) => findAssessment(tx, visibility, id));
  const period = periodOf(found.period);
  const law = assessedLawOf(await deps.law(), period);
  const { conditions, fractionLaw, months } = law;
  const asked = { partyId: found.partyId, period, asOf, conditions, fractionLaw, months };
  const { more, ...read } = await evaluateWhole(deps, visibility, asked, (tx, { evaluation }) =>
    readFreezing(tx, visibility, id, { evaluation, day: period.closedOn }),
  );
  const whole = { ...read, ...more, law, period, asOf };
  const methods = methodsOf(whole);
  return { ...whole, methods, findings: findingsOf(methods, found) };
}

/** Evaluates, and freezes the evaluation with all behind it. @throws Problem as `evaluateAssessed`, `assessment-journal-behind` */
async function freezeAssessed(deps: AssessmentDeps, visibility: Visibility, id: string) {
  const found = await evaluateAssessed(deps, visibility, id);
  const { add, chains } = chainCollector();
  found.evaluation.records.forEach(add);
  for (const record of [...found.fractions.records, ...found.fractions.input.records]) add(namingOf(record));
  return { findings: found.findings, frozen: await sign(deps, { visibility }, toFrozen(found), chains()) };
}
