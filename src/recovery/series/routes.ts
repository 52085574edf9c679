/** Routes: rates of an enterprise over a year, and enterprises in the order of their rates. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { seesOneOf, type Visibility } from '../../core/access/visibility.ts';
import type { Language } from '../../core/messages/language.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, languageOf } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { listRecyclers } from '../../recycling/index.ts';
import { monthsOf, periodOf, refuseFuturePeriod } from '../periods/period.ts';
import { recoveryLawOf } from '../question/law-queries.ts';
import { evaluateAs } from '../question/service.ts';
import { toRecoveryResponse } from '../schemas.ts';
import { rank } from './ranking.ts';
import { RankingQuery, RankingResponse, SeriesQuery, SeriesResponse } from './schemas.ts';

type SeriesDeps = RequestDeps & { readonly law: () => Promise<LawCache> };

const LAW_MISSING = ['law-missing', { key: 'recovery.lead-controls' }] as const;
const TAGS = ['recovery'];

/** Enterprises that one request evaluates. */
const RANKED_MAX = 100;

export const seriesRoutes =
  (deps: SeriesDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/recovery/series',
      {
        config: {
          scope: 'recovery:read',
          problems: [
            ['party-missing', { pointer: '#/query/partyId' }],
            ['period-in-future', { period: '2099', pointer: '#/query/year' }],
            LAW_MISSING,
          ],
        },
        schema: {
          summary: 'Read the lead recovery rates of an enterprise in the months of a year',
          description:
            'Every month that has begun, each as GET /v1/recovery answers it. The terms of twelve months add up to the terms of the year, except stocks, which are those of its ends.',
          tags: TAGS,
          querystring: SeriesQuery,
          response: { 200: SeriesResponse },
        },
      },
      async (request) => {
        const { partyId, year } = request.query;
        const now = deps.clock();
        refuseFuturePeriod(periodOf(year), now, '#/query/year');
        const months = monthsOf(year).filter((month) => periodOf(month).from <= now);
        const items = [];
        for (const period of months) {
          const { answer } = await answerFor(deps, readerOf(request), { partyId, period });
          items.push(answer);
        }
        return { partyId, year, items };
      },
    );

    http.get(
      '/recovery/ranking',
      {
        config: { scope: 'recovery:read', problems: ['period-in-future', LAW_MISSING] },
        schema: {
          summary: 'List enterprises in the order of their lead recovery rates',
          description:
            'Every enterprise with a recycling site that the caller may see, by its exact conservative rate: a bought feed of pure lead lifts no place. An enterprise sees itself alone. A rate that a finding blocks has no place.',
          tags: TAGS,
          querystring: RankingQuery,
          response: { 200: RankingResponse },
        },
      },
      async (request) => {
        const { period } = request.query;
        const reader = readerOf(request);
        refuseFuturePeriod(periodOf(period), deps.clock());
        const all = await readAs(deps.db, { visibility: reader.visibility }, listRecyclers);
        const seen = all.filter((party) => seesOneOf(reader.visibility, [party]));
        const found = [];
        for (const { id: partyId, name } of seen.slice(0, RANKED_MAX)) {
          const { answer, evaluation } = await answerFor(deps, reader, { partyId, period });
          const { status } = answer;
          found.push({
            ...{ partyId, name, answer, blocked: status === 'blocked' },
            conservative: evaluation.rates?.conservative ?? null,
          });
        }
        const items = rank(found).map(({ answer, name, place }) => ({ ...answer, name, place }));
        return { period, items, omitted: Math.max(seen.length - RANKED_MAX, 0) };
      },
    );
  };

type Caller = { readonly visibility: Visibility; readonly language: Language };

function readerOf(request: Parameters<typeof callerOf>[0]): Caller {
  return { visibility: callerOf(request).visibility, language: languageOf(request.headers['accept-language']) };
}

/** Evaluates an enterprise in a period, as GET /v1/recovery does. */
async function answerFor(
  deps: SeriesDeps,
  { visibility, language }: Caller,
  { partyId, period: text }: { readonly partyId: string; readonly period: string },
) {
  const period = periodOf(text);
  const asOf = deps.clock();
  const { conditions, uncertainties, targets } = recoveryLawOf(await deps.law(), period);
  const asked = { partyId, period, asOf, conditions };
  const { evaluation, provisional, journalIndex } = await evaluateAs(deps, visibility, asked, async () => undefined);
  const { controls } = conditions;
  const how = { controls, uncertainties, targets, language, asOf, provisional, journalIndex };
  return { evaluation, answer: toRecoveryResponse(partyId, period, evaluation, how) };
}
