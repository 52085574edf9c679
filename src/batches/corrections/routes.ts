/** Routes: corrections of batches. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { dayOf } from '../../core/calendar.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, PageQuery, pageOf, VersionHeaders, versionOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { codesIn, type LawCache } from '../../platform/law/index.ts';
import { readBatch } from '../queries.ts';
import { pieceMassIn } from '../weights/law-schemas.ts';
import { listCorrections, readCorrection, yearClosingIn } from './queries.ts';
import { CorrectBatchRequest, CorrectionResponse, toCorrectionResponse } from './schemas.ts';
import { correctBatch, type JudgingDeps } from './service.ts';

/** Dependencies of routes that correct records. */
export type CorrectionRouteDeps = RequestDeps &
  DependantsDeps &
  JudgingDeps & { readonly law: () => Promise<LawCache> };

const LAW_MISSING = ['law-missing', { key: 'corrections.year-closing' }] as const;

/** Problems of every correction. */
export const CORRECTION_PROBLEMS = [
  'party-not-active',
  'precondition-failed',
  'correction-year-closed',
  'correction-changes-nothing',
  'stock-adjustment-limit-passed',
  LAW_MISSING,
] as const;

const BATCH_PROBLEMS = [
  ...CORRECTION_PROBLEMS,
  'batch-missing',
  'correction-of-withdrawn',
  'correction-elsewhere',
  'correction-description-used',
  'correction-description-received',
  'correction-below-moved',
  'correction-mass-promised',
  'correction-quantities-apart',
  'correction-piece-mass-impossible',
  'batch-piece-mass-impossible',
  'batch-not-batteries',
  'batch-class-contradicts-condition',
  'batch-pieces-missing',
  'code-unknown',
] as const;

export const correctionRoutes =
  (deps: CorrectionRouteDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/batches/:id/corrections',
      {
        config: { scope: 'batches:write', personal: 'holding', problems: BATCH_PROBLEMS, creates: '/corrections/:id' },
        schema: {
          summary: 'Correct a batch that was recorded wrongly',
          description:
            'States what the batch should have been recorded with: mass and pieces by a counter-entry dated as the batch, the description on the batch itself. The record stays readable with its old values in the corrections. A correction to 0 g and 0 pieces withdraws it: it shows `state: withdrawn`, and counts nowhere. Refused are masses below what has left, descriptions that manifests repeat, and years that are declared. `If-Match` is the number of corrections that you have read.',
          tags: ['batches'],
          params: IdParams,
          headers: VersionHeaders,
          body: CorrectBatchRequest,
          response: { 201: CorrectionResponse },
        },
      },
      async (request, reply) => {
        const { reason, ...stated } = request.body;
        const law = await deps.law();
        const now = deps.clock();
        const command = {
          ...{ actor: callerOf(request).actor, id: request.params.id, reason, stated },
          ifVersion: versionOf(request.headers['if-match']),
          ...{ law, closing: yearClosingIn(law, now) },
          sourceTypes: codesIn(law, 'batteries.source-types', dayOf(now)),
          pieceMass: pieceMassIn(law, dayOf(now)),
        };
        return once(deps, request, reply.status(201), async (tx) =>
          toCorrectionResponse(await correctBatch(tx, deps, command)),
        );
      },
    );

    http.get(
      '/batches/:id/corrections',
      {
        config: { scope: 'batches:read', personal: 'holding', problems: ['batch-missing'] },
        schema: {
          summary: 'List the corrections of a batch, first to last',
          description:
            'Each correction with the values that it replaced, the reason, and what it changed elsewhere. Empty for a batch that was never corrected.',
          tags: ['batches'],
          params: IdParams,
          querystring: PageQuery,
          response: { 200: pageOf(CorrectionResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { visibility } = callerOf(request);
          const { id } = await readBatch(db, visibility, request.params.id);
          return listCorrections(db, visibility, `batch:${id}`, request.query);
        }),
    );

    http.get(
      '/corrections/:id',
      {
        config: { scope: 'batches:read', personal: 'holding', problems: ['correction-missing'] },
        schema: {
          summary: 'Read a correction of any record',
          description:
            'One correction with the values before and after it, the reason, and what it changed elsewhere. `subject` names the record: a batch, a feed, an output, a supply, a disposition or an emission.',
          tags: ['batches'],
          params: IdParams,
          response: { 200: CorrectionResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => readCorrection(db, callerOf(request).visibility, request.params.id)),
    );
  };
