/** Routes: rates of an enterprise over a year, and enterprises in the order of their rates. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { seesOneOf, type Visibility } from '../../core/access/visibility.ts';
import type { Language } from '../../core/messages/language.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, languageOf } from '../../platform/http/index.ts';
import { listRecyclers } from '../../recycling/index.ts';
import { exactOf } from '../figure-schemas.ts';
import type { KeptFigure } from '../kept/figure.ts';
import { monthsOf, periodOf, refuseFuturePeriod } from '../periods/period.ts';
import { CONTENT_TYPES, FILE_PROBLEMS, type FileDeps, sendFile, writeFile } from '../report/file-service.ts';
import { rateSheet } from '../report/rate-rows.ts';
import { WORDS } from '../report/words.ts';
import type { RecoveryResponse } from '../schemas.ts';
import { rank } from './ranking.ts';
import { RankingQuery, RankingResponse, SeriesQuery, SeriesResponse } from './schemas.ts';

type SeriesDeps = Pick<RequestDeps, 'db' | 'clock'> &
  FileDeps & {
    /** Gives the kept rate of a period, or computes it. */
    readonly rateOf: (
      visibility: Visibility,
      query: { readonly partyId: string; readonly period: string },
    ) => Promise<KeptFigure<z.infer<typeof RecoveryResponse>>>;
  };

const LAW_MISSING = ['law-missing', { key: 'recovery.lead-controls' }] as const;
const TAGS = ['recovery'];
const PRODUCES = ['application/json', CONTENT_TYPES.xlsx];

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
            ...FILE_PROBLEMS,
          ],
        },
        schema: {
          summary: 'Read the lead recovery rates of an enterprise in the months of a year, or over several years',
          description:
            'Every month that has begun, each as GET /v1/recovery answers it: of one `year`, or `from` one year `to` another, at most five. `step=year` has years instead. The terms of twelve months add up to the terms of the year, except stocks, which are those of its ends. `format=xlsx` gives a workbook whose formulas lead from the lead of each month to its rates and to their sum.',
          tags: TAGS,
          produces: PRODUCES,
          querystring: SeriesQuery,
          response: { 200: SeriesResponse },
        },
      },
      async (request, reply) => {
        const { partyId, year = null, step, format } = request.query;
        const [from, to] = [request.query.from ?? year ?? '', request.query.to ?? year ?? ''];
        const now = deps.clock();
        refuseFuturePeriod(periodOf(from), now, year === null ? '#/query/from' : '#/query/year');
        const years = Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => String(Number(from) + at));
        const all = step === 'year' ? years : years.flatMap(monthsOf);
        const periods = all.filter((one) => periodOf(one).from <= now);
        const items = [];
        for (const period of periods) {
          items.push(await answerFor(deps, readerOf(request), { partyId, period }));
        }
        if (format === 'json') return { partyId, year, from, to, items };
        const sheet = seriesSheet(items, readerOf(request).language);
        return sendFile(
          reply,
          { name: year === null ? `recovery-${from}-${to}` : `recovery-${year}`, format },
          await writeFile(deps, [sheet]),
        );
      },
    );

    http.get(
      '/recovery/ranking',
      {
        config: { scope: 'recovery:read', problems: ['period-in-future', LAW_MISSING, ...FILE_PROBLEMS] },
        schema: {
          summary: 'List enterprises in the order of their lead recovery rates',
          description:
            'Every enterprise with a recycling site that the caller may see, by its exact conservative rate: a bought feed of pure lead lifts no place. An enterprise sees itself alone. A rate that needs a review comes after those that are clear, and one that a finding blocks has no place and is in no sum; `findings` say why. `format=xlsx` gives a workbook with formulas.',
          tags: TAGS,
          produces: PRODUCES,
          querystring: RankingQuery,
          response: { 200: RankingResponse },
        },
      },
      async (request, reply) => {
        const { period, format } = request.query;
        const reader = readerOf(request);
        refuseFuturePeriod(periodOf(period), deps.clock());
        const all = await readAs(deps.db, { visibility: reader.visibility }, listRecyclers);
        const seen = all.filter((party) => seesOneOf(reader.visibility, [party]));
        const found = [];
        for (const { id: partyId, name } of seen.slice(0, RANKED_MAX)) {
          const answer = await answerFor(deps, reader, { partyId, period });
          const { status, rates } = answer;
          const conservative = exactOf(rates?.conservative ?? null);
          found.push({ ...{ partyId, name, answer, status }, conservative });
        }
        const items = rank(found).map(({ answer, name, place }) => ({ ...answer, name, place }));
        const omitted = Math.max(seen.length - RANKED_MAX, 0);
        if (format === 'json') return { period, items, omitted };
        const sheet = rankingSheet(items, omitted, reader.language);
        return sendFile(reply, { name: `ranking-${period}`, format }, await writeFile(deps, [sheet]));
      },
    );
  };

type Answer = z.infer<typeof RecoveryResponse>;

function seriesSheet(items: readonly Answer[], language: Language) {
  const names = [WORDS.month[language], WORDS.method[language]] as const;
  const rows = items.map((recovery) => ({
    names: [recovery.period, `${recovery.method.id} ${recovery.method.version}`] as const,
    recovery,
  }));
  return rateSheet({ name: WORDS.series[language], names }, rows, language);
}

type Placed = Answer & { readonly name: string; readonly place: number | null };

function rankingSheet(items: readonly Placed[], omitted: number, language: Language) {
  const names = [WORDS.place[language], WORDS.enterprise[language]] as const;
  const rows = items.map((recovery) => ({
    names: [recovery.place ?? '—', recovery.name] as const,
    recovery,
    why: recovery.findings
      .filter(({ severity }) => severity === (recovery.status === 'blocked' ? 'block' : 'flag'))
      .map(({ title }) => title)
      .join(language === 'zh' ? '；' : '; '),
  }));
  const summed = items.filter(({ place }) => place !== null).length;
  const sheet = rateSheet({ name: WORDS.ranking[language], names, summed }, rows, language);
  return omitted === 0 ? sheet : { ...sheet, rows: [...sheet.rows, [], [omitted, WORDS.omitted[language]]] };
}

type Caller = { readonly visibility: Visibility; readonly language: Language };

function readerOf(request: Parameters<typeof callerOf>[0]): Caller {
  return { visibility: callerOf(request).visibility, language: languageOf(request.headers['accept-language']) };
}

/** Gives the rate of an enterprise in a period, as GET /v1/recovery does. */
async function answerFor(
  { rateOf }: SeriesDeps,
  { visibility, language }: Caller,
  query: { readonly partyId: string; readonly period: string },
) {
  const { answers, computedAt, journalIndex } = await rateOf(visibility, query);
  return { ...answers[language], asOf: computedAt.toISOString(), journalIndex };
}
