/** Routes: the report of a recovery rate as a file. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Language } from '../../core/messages/language.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { listAssaysByIds, listDioxinBefore, TECHNOLOGY_WORDS } from '../../recycling/index.ts';
import { dioxinLawOn } from '../dioxin/law-queries.ts';
import { releasesOf } from '../dioxin/release.ts';
import { toDioxinReleases } from '../dioxin/schemas.ts';
import { type Period, periodOf, refuseFuturePeriod } from '../periods/period.ts';
import { recoveryLawOf } from '../question/law-queries.ts';
import { evaluateAs } from '../question/service.ts';
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
            'The answer of GET /v1/recovery as a document: figure with its uncertainty, flow of lead, terms, balance, verdicts, findings and an index of the assays with the SHA-256 of their certificates. The PDF is an archival file (PDF/A-3b); the same data give the same bytes. A character that the font lacks is printed as its code point and listed at the end. The workbook has every record, and formulas that lead from the records to terms, balance and rates.',
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
  const law = await deps.law();
  const year = periodOf(text.slice(0, 4));
  const { conditions, uncertainties, targets } = recoveryLawOf(law, period);
  const read = await evaluateAs(deps, visibility, { partyId, period, asOf, conditions }, async (tx, found) => ({
    party: found.party,
    dioxin: await listDioxinBefore(tx, partyId, year.to),
    assays: await listAssaysByIds(tx, [...new Set(found.evaluation.records.flatMap(({ assayId }) => assayId ?? []))]),
  }));
  const { evaluation, provisional, journalIndex, more } = read;
  const { controls } = conditions;
  const answer = { controls, uncertainties, targets, language, asOf, provisional, journalIndex };
  return {
    language,
    enterprise: { name: more.party.name, uscc: more.party.uscc },
    recovery: toRecoveryResponse(partyId, period, evaluation, answer),
    records: evaluation.records,
    certificate: null,
    dioxin: dioxinOf(more.dioxin, { partyId, year, law, language }),
    assays: more.assays.map(
      ({ id, ppm, moisturePpm, laboratory, method, certificateNumber, certificateSha256, sampledAt }) => ({
        ...{ id, ppm, moisturePpm, laboratory, method, certificateNumber, certificateSha256, sampledAt },
      }),
    ),
  };
}

type DioxinQuestion = {
  readonly partyId: string;
  readonly year: Period;
  readonly law: LawCache;
  readonly language: Language;
};

function dioxinOf(
  measurements: Parameters<typeof releasesOf>[0],
  { partyId, year, law, language }: DioxinQuestion,
): Report['dioxin'] {
  if (measurements.length === 0) return null;
  const on = dioxinLawOn(law, year.closedOn);
  const releases = releasesOf(measurements, year, on);
  const classes = Object.fromEntries(Object.entries(TECHNOLOGY_WORDS).map(([code, words]) => [code, words[language]]));
  return { ...toDioxinReleases({ partyId, year: year.period }, releases, on.limitFemtograms), classes };
}
