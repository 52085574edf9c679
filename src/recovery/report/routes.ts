/** Routes: the report of a recovery rate as a file. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Language } from '../../core/messages/language.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { listAssaysByIds, TECHNOLOGY_WORDS } from '../../recycling/index.ts';
import { toDioxinAnswer } from '../dioxin/schemas.ts';
import { assessedLawOf, methodsOf } from '../evidence/queries.ts';
import { evaluateWhole } from '../evidence/reading-service.ts';
import { toByMethod, toReported } from '../methods/evaluation-schemas.ts';
import { periodOf, refuseFuturePeriod } from '../periods/period.ts';
import { toRecoveryResponse } from '../schemas.ts';
import { toDocument } from './document.ts';
import { CONTENT_TYPES, FILE_PROBLEMS, type FileDeps, printFile, sendFile, writeFile } from './file-service.ts';
import { hashOf, type Report } from './report.ts';
import { ReportQuery } from './schemas.ts';
import { toSheets } from './workbook.ts';

type ReportDeps = RequestDeps & { readonly law: () => Promise<LawCache> } & FileDeps;

const PROBLEMS = [
  ['party-missing', { pointer: '#/query/partyId' }],
  'period-in-future',
  ['law-missing', { key: 'recovery.lead-controls' }],
  ...FILE_PROBLEMS,
] as const;

export const reportRoutes =
  (deps: ReportDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/recovery/report',
      {
        config: { scope: 'recovery:read', problems: PROBLEMS },
        schema: {
          summary: 'Download the report of a lead recovery rate',
          description:
            'The answer of GET /v1/recovery as a document: figure with its uncertainty, flow of lead, terms, balance, all methods side by side with the comprehensive rate, verdicts, findings and an index of the assays with the SHA-256 of their certificates. The PDF is an archival file (PDF/A-3b); the same data give the same bytes. A character that the font lacks is printed as its code point and listed at the end. The workbook has every record, and formulas that lead from the records to terms, balance and rates.',
          tags: ['recovery'],
          produces: Object.values(CONTENT_TYPES),
          querystring: ReportQuery,
          response: { 200: z.string().describe('The report') },
        },
      },
      async (request, reply) => {
        const { format, period } = request.query;
        const report = await reportFor(deps, callerOf(request).visibility, request.query);
        const bytes =
          format === 'pdf' ? printFile(deps, toDocument(report)) : writeFile(deps, toSheets(report, hashOf(report)));
        return sendFile(reply, { name: `recovery-${period}`, format }, await bytes);
      },
    );
  };

/** Reads the data of a report, on one snapshot of the database. */
async function reportFor(
  deps: ReportDeps,
  visibility: Visibility,
  { partyId, period: text, language }: z.infer<typeof ReportQuery>,
): Promise<Report> {
  const period = periodOf(text);
  const asOf = deps.clock();
  refuseFuturePeriod(period, asOf);
  const cache = await deps.law();
  const law = assessedLawOf(cache, period);
  const { conditions, fractionLaw } = law;
  const { more, ...read } = await evaluateWhole(
    deps,
    visibility,
    { partyId, period, asOf, conditions, fractionLaw, months: [] },
    async (tx, found) => ({
      assays: await listAssaysByIds(tx, [...new Set(found.evaluation.records.flatMap(({ assayId }) => assayId ?? []))]),
    }),
  );
  const { evaluation, provisional, journalIndex, party } = read;
  const year = periodOf(text.slice(0, 4));
  const { coverageFactor } = law.shown.uncertainties;
  return {
    language,
    enterprise: { name: party.name, uscc: party.uscc },
    recovery: toRecoveryResponse(partyId, period, evaluation, {
      ...{ ...law.shown, language, asOf, provisional, journalIndex },
    }),
    records: evaluation.records,
    methods: methodsOf({ ...read, law, period, asOf }).map((one) =>
      toReported(toByMethod(one, { language, period, coverageFactor }), language),
    ),
    ...{ certificate: null, assessed: null, flagReasons: [] },
    dioxin: {
      ...toDioxinAnswer({ partyId, year, now: asOf }, read.dioxin, law.dioxinLaw, language),
      classes: classesIn(language),
    },
    assays: more.assays.map(
      ({ id, ppm, moisturePpm, laboratory, method, certificateNumber, certificateSha256, sampledAt }) => ({
        ...{ id, ppm, moisturePpm, laboratory, method, certificateNumber, certificateSha256, sampledAt },
      }),
    ),
  };
}

/** Returns the words for the classes of furnaces. */
export const classesIn = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(TECHNOLOGY_WORDS).map(([code, words]) => [code, words[language]]));
