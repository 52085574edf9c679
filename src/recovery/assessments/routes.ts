/** Routes: opening and reading assessments, and the check of their evidence. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import { type ApartDeps, answerApart, callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import type { LawCache } from '../../platform/law/index.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import { chainsOf } from '../evidence/chains.ts';
import { freezeApart } from '../evidence/freezing-service.ts';
import { toFrozen } from '../evidence/queries.ts';
import { evidenceRoutes } from '../evidence/routes.ts';
import { type EvidenceDeps, sign } from '../evidence/service.ts';
import { methodLawOn } from '../methods/law-queries.ts';
import { requireInForce } from '../methods/registry/validity.ts';
import { periodOf } from '../periods/period.ts';
import { isLargePeriod } from '../question/service.ts';
import { findOpenDifference } from '../revisions/queries.ts';
import { revisionRoutes } from '../revisions/routes.ts';
import { checkRoutes, evaluateAssessed } from './check-routes.ts';
import { findAssessment, listAssessments, listSteps } from './queries.ts';
import { OpenAssessmentRequest } from './request-schemas.ts';
import { AssessmentHistoryResponse, AssessmentListQuery, AssessmentResponse, toAssessmentResponse } from './schemas.ts';
import { openAssessment } from './service.ts';
import { stepRoutes } from './step-routes.ts';

export type AssessmentDeps = RequestDeps &
  SecondPersonDeps &
  ApartDeps &
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
    await http.register(largeCheckRoutes(deps));
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
  };

/** Checks as `checkRoutes`; a process of its own checks a large period. */
const largeCheckRoutes =
  (deps: AssessmentDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.addHook('preHandler', async (request, reply) => {
      const { id } = IdParams.parse(request.params);
      if (await isLarge(deps, callerOf(request).visibility, id)) return answerApart(deps, { request, reply }, ROUTES);
    });
    await http.register(checkRoutes(deps));
  };

const ROUTES = { module: new URL('./check-routes.ts', import.meta.url), name: checkRoutes.name };

/** Returns true for an assessment of a period with many records. @throws Problem `assessment-missing` */
async function isLarge(deps: AssessmentDeps, visibility: Visibility, id: string): Promise<boolean> {
  const { partyId, period } = await readAs(deps.db, { visibility }, (tx) => findAssessment(tx, visibility, id));
  return isLargePeriod(deps, visibility, { partyId, period: periodOf(period) });
}

/**
 * Evaluates, and freezes the evaluation with all behind it: that of a large period in a process of its own. It is what the
 * records were at the index of the journal that is frozen with it.
 * @throws Problem as `evaluateAssessed`, `assessment-journal-behind`
 */
async function freezeAssessed(deps: AssessmentDeps, visibility: Visibility, id: string) {
  const { findings, frozen, chains } = (await isLarge(deps, visibility, id))
    ? await freezeApart(deps, visibility, id)
    : await freezeHere(deps, visibility, id);
  return { findings, frozen: await sign(deps, { visibility }, frozen, chains) };
}

async function freezeHere(deps: AssessmentDeps, visibility: Visibility, id: string) {
  const found = await evaluateAssessed(deps, visibility, id);
  return { findings: found.findings, frozen: toFrozen(found), chains: chainsOf(found) };
}
