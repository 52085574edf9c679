/** Route: the check of the evidence of an assessment. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, languageOf } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { assessedLawOf, findingsOf, methodsOf, readFreezing } from '../evidence/queries.ts';
import { evaluateWhole } from '../evidence/reading-service.ts';
import { periodOf } from '../periods/period.ts';
import { findAssessment } from './queries.ts';
import { AssessmentCheckResponse, toCheckResponse } from './schemas.ts';

type CheckDeps = RequestDeps & { readonly law: () => Promise<LawCache> };

export const checkRoutes =
  (deps: CheckDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/assessments/:id/check',
      {
        config: {
          scope: 'assessments:read',
          problems: ['assessment-missing', ['law-missing', { key: 'recovery.lead-controls' }]],
        },
        schema: {
          summary: 'Check the evidence of an assessment',
          description:
            'Evaluates the period as the records are now, and lists what blocks a submission, what is flagged and needs a reason of the expert, and the assays without a certificate. The check stores nothing.',
          tags: ['recovery'],
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
export async function evaluateAssessed(deps: CheckDeps, visibility: Visibility, id: string) {
  const asOf = deps.clock();
  const found = await readAs(deps.db, { visibility }, (tx) => findAssessment(tx, visibility, id));
  const period = periodOf(found.period);
  const law = assessedLawOf(await deps.law(), period);
  const { conditions, fractionLaw, months } = law;
  const asked = { partyId: found.partyId, period, asOf, conditions, fractionLaw, months };
  const { more, ...read } = await evaluateWhole(deps, visibility, asked, (tx, found) =>
    readFreezing(tx, visibility, id, { ...found, day: period.closedOn }),
  );
  const whole = { ...read, ...more, law, period, asOf };
  const methods = methodsOf(whole);
  return { ...whole, methods, findings: findingsOf(methods, found) };
}
