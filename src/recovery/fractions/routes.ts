/** HTTP: what batteries became besides lead. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, languageOf } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { periodOf, refuseFuturePeriod } from '../periods/period.ts';
import { RecoveryQuery } from '../periods/schemas.ts';
import { recoveryLawOf } from '../question/law-queries.ts';
import { evaluateAs } from '../question/service.ts';
import { gapFindings, sulphurFindings } from './findings.ts';
import { fractionLawIn } from './law-queries.ts';
import { FractionsResponse, toFractionsResponse } from './schemas.ts';
import { readFractions } from './service.ts';

const PROBLEMS = [
  ['party-missing', { pointer: '#/query/partyId' }],
  'period-in-future',
  ['law-missing', { key: 'recycling.material-fractions' }],
] as const;

export const fractionRoutes =
  (deps: RequestDeps & { readonly law: () => Promise<LawCache> }): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/recovery/fractions',
      {
        config: { scope: 'recovery:read', problems: PROBLEMS },
        schema: {
          summary: 'Read what the batteries of an enterprise became besides lead in a period',
          description:
            'Plastics, separators, acid, sulphates, slag and other by-products by their fate, and the mass, water and sulphur of the batteries fed: the inputs of comprehensive rates. Only mass whose use as a material is confirmed counts as recovered; fuel, landfill and backfill are losses. Mass of an unknown water content, acid strength or purity counts as none.',
          tags: ['recovery'],
          querystring: RecoveryQuery,
          response: { 200: FractionsResponse },
        },
      },
      async (request) => {
        const { partyId } = request.query;
        const period = periodOf(request.query.period);
        const asOf = deps.clock();
        refuseFuturePeriod(period, asOf);
        const law = await deps.law();
        const asked = { partyId, period, asOf, conditions: recoveryLawOf(law, period).conditions };
        const fractionLaw = fractionLawIn(law, period);
        const { more } = await evaluateAs(deps, callerOf(request).visibility, asked, (tx, { evaluation }) =>
          readFractions(tx, partyId, period, { law: fractionLaw, leadRecords: evaluation.records }),
        );
        const { records, input } = more;
        const findings = [...gapFindings(records, input), ...sulphurFindings(records, input), ...more.findings];
        return toFractionsResponse({
          ...{
            records,
            input,
            findings,
            partyId,
            period,
            asOf,
            language: languageOf(request.headers['accept-language']),
          },
        });
      },
    );
  };
