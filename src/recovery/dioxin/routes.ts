/** Route: dioxin releases of an enterprise in a year. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { seesOneOf } from '../../core/access/visibility.ts';
import { partyProblem, requireParty } from '../../parties/index.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, languageOf } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { periodOf, refuseFuturePeriod } from '../periods/period.ts';
import { dioxinEvidenceOn, dioxinLawOn } from './law-queries.ts';
import { AIR_LIMIT } from './law-schemas.ts';
import { DioxinQuery, DioxinReleasesResponse, toDioxinAnswer } from './schemas.ts';
import { readDioxin } from './service.ts';

type DioxinDeps = RequestDeps & { readonly law: () => Promise<LawCache> };

export const dioxinRoutes =
  (deps: DioxinDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/recovery/dioxin',
      {
        config: {
          scope: 'recovery:read',
          problems: [
            ['party-missing', { pointer: '#/query/partyId' }],
            ['period-in-future', { period: '2099', pointer: '#/query/year' }],
            ['law-missing', { key: AIR_LIMIT }],
          ],
        },
        schema: {
          summary: 'Read the dioxin releases of an enterprise in a year, before and after BAT/BEP',
          description:
            'For each outlet the last measurement of the year counts: concentration times flow times hours of operation. Beside it the release by the UNEP Toolkit 2013 (category 2e, law dioxin.emission-factors), for the class of the year and for the class at the first measurement of the outlet. The limit is held against the concentration in the reference exhaust (law dioxin.reference-exhaust) when the production is known and the exhaust is above it. Findings name what a person must review: hours, production and class are stated by the enterprise, and are held against its processing runs and its other statements (law dioxin.evidence).',
          tags: ['recovery'],
          querystring: DioxinQuery,
          response: { 200: DioxinReleasesResponse },
        },
      },
      async (request) => {
        const { partyId, year } = request.query;
        const { visibility } = callerOf(request);
        const period = periodOf(year);
        const now = deps.clock();
        refuseFuturePeriod(period, now, '#/query/year');
        const cache = await deps.law();
        const law = { ...dioxinLawOn(cache, period.closedOn), evidence: dioxinEvidenceOn(cache, period.closedOn) };
        const read = await readAs(deps.db, { visibility }, async (tx) => {
          const party = await requireParty(tx, partyId, '#/query/partyId');
          if (!seesOneOf(visibility, [party])) {
            throw partyProblem('party-missing', { id: partyId, pointer: '#/query/partyId' });
          }
          return readDioxin(tx, partyId, period, now);
        });
        const language = languageOf(request.headers['accept-language']);
        return toDioxinAnswer({ partyId, year: period, now }, read, law, language);
      },
    );
  };
