/** Routes: the report of a certified figure, from its frozen evaluation. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Language } from '../../core/messages/language.ts';
import { requireParty } from '../../parties/index.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { assessmentProblem } from '../assessments/problems.ts';
import { findAssessment, listSteps } from '../assessments/queries.ts';
import { findCertified, listAssays } from '../evidence/queries.ts';
import { toReported } from '../methods/evaluation-schemas.ts';
import { peopleOf } from './certificate.ts';
import { toDocument } from './document.ts';
import { CONTENT_TYPES, FILE_PROBLEMS, type FileDeps, printFile, sendFile, writeFile } from './file-service.ts';
import { hashOf, type Report, type ReportedRecovery } from './report.ts';
import { classesIn } from './routes.ts';
import { CertifiedReportQuery } from './schemas.ts';
import { toSheets } from './workbook.ts';

type CertifiedDeps = RequestDeps & FileDeps;

export const certifiedReportRoutes =
  (deps: CertifiedDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/assessments/:id/report',
      {
        config: {
          scope: 'assessments:read',
          problems: ['assessment-missing', 'assessment-not-certified', ...FILE_PROBLEMS],
        },
        schema: {
          summary: 'Download the report of a certified assessment',
          description:
            'The frozen evaluation as a document in Chinese or English: nothing is computed again. It has all methods side by side, the verdicts with their limits, the dioxin of the year before and after BAT/BEP, the reasons of the expert for flags, the people of the certification, the SHA-256 of what was certified, the key of its signature, and an open revision. The name of the enterprise is that at the certification.',
          tags: ['recovery'],
          produces: Object.values(CONTENT_TYPES),
          params: IdParams,
          querystring: CertifiedReportQuery,
          response: { 200: z.string().describe('The report') },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const { format, ...asked } = request.query;
        const report = await certifiedReport(deps, callerOf(request).visibility, { id, ...asked });
        const bytes =
          format === 'pdf' ? printFile(deps, toDocument(report)) : writeFile(deps, toSheets(report, hashOf(report)));
        return sendFile(reply, { name: `assessment-${id}`, format }, await bytes);
      },
    );
  };

type Answer = {
  readonly evaluation: Omit<ReportedRecovery, 'asOf' | 'journalIndex'>;
  /** Absent in what was frozen before all methods were. */
  readonly methods?: readonly Parameters<typeof toReported>[0][];
  /** In English only in what was frozen with findings about it. */
  readonly dioxin?: Omit<NonNullable<Report['dioxin']>, 'classes'> | null;
};
type Snapshot = Answer & {
  readonly assessment: { readonly method: string };
  readonly enterprise?: Report['enterprise'];
};
type Asked = { readonly id: string; readonly round?: number | undefined; readonly language: Language };
type Line = Omit<Report['records'][number], 'occurredAt'> & { readonly occurredAt: string };

async function certifiedReport(
  deps: CertifiedDeps,
  visibility: Visibility,
  { id, round, language }: Asked,
): Promise<Report> {
  const { assessment, certified, party, steps, assays } = await readAs(deps.db, { visibility }, async (tx) => {
    const found = await findAssessment(tx, visibility, id);
    const frozen = await findCertified(tx, id, round);
    if (frozen === undefined) throw assessmentProblem('assessment-not-certified', { id });
    const certificates = JSON.parse(frozen.files['certificates.json'] ?? '[]') as { readonly assayId: string }[];
    return {
      ...{ assessment: found, certified: frozen, steps: (await listSteps(tx, visibility, id)).items },
      party: await requireParty(tx, found.partyId, '#/params/id'),
      assays: await listAssays(
        tx,
        certificates.map(({ assayId }) => assayId),
      ),
    };
  });
  const snapshot = JSON.parse(certified.files['snapshot.json'] ?? '') as Snapshot;
  const english = language === 'en' ? certified.files['snapshot.en.json'] : undefined;
  const answer: Answer = english === undefined ? snapshot : JSON.parse(english);
  const dioxin = answer.dioxin ?? snapshot.dioxin;
  const { takenAt, journalIndex, contentSha256 } = certified;
  const lines = (await promisify(gunzip)(certified.records)).toString().split('\n').slice(0, -1);
  return {
    language,
    enterprise: snapshot.enterprise ?? { name: party.name, uscc: party.uscc },
    recovery: { ...answer.evaluation, asOf: takenAt.toISOString(), journalIndex },
    methods: (answer.methods ?? []).map((one) => toReported(one, language)),
    assessed: snapshot.assessment.method,
    flagReasons: steps.findLast((one) => one.step === 'review' && one.round === certified.round)?.flagReasons ?? [],
    records: lines.map((line) => {
      const record = JSON.parse(line) as Line;
      return { ...record, occurredAt: new Date(record.occurredAt) };
    }),
    assays,
    dioxin: dioxin ? { ...dioxin, classes: classesIn(language) } : null,
    certificate: {
      ...{ assessmentId: id, round: certified.round, people: peopleOf(steps, certified.round), contentSha256 },
      ...{ keyId: String(certified.publicKey.kid ?? ''), journalIndex },
      isRevised: assessment.openRevision !== null,
    },
  };
}
