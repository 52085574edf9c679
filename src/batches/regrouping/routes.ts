/** Routes: splitting and merging batches in stock. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { dayOf } from '../../core/calendar.ts';
import { toGrams } from '../../core/mass.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { describeBatch } from '../batch.ts';
import { KEPT_APART, keptApartIn } from '../recording/law-schemas.ts';
import { BatchResponse, MergeBatchesRequest, SplitBatchRequest } from '../schemas.ts';
import { PIECE_MASS, pieceMassIn } from '../weights/law-schemas.ts';
import { mergeBatches, splitBatch } from './service.ts';

const TAGS = ['batches'];

const SPLIT_PROBLEMS = [
  'batch-missing',
  ['batch-withdrawn', { pointer: '#/params/id' }],
  'batch-not-stock',
  'batch-mass-exceeded',
  'batch-pieces-exceeded',
  'batch-quantities-apart',
  'batch-piece-mass-differs',
  'batch-pieces-missing',
  'party-not-active',
  ['law-missing', { key: PIECE_MASS }],
] as const;
const MERGE_PROBLEMS = [
  'batch-missing',
  ['batch-withdrawn', { pointer: '#/body/batchIds/0' }],
  'batch-not-stock',
  'batch-not-mergeable',
  'batches-not-alike',
  'batches-kept-apart',
  ['batch-pieces-missing', { pointer: '#/body/batchIds' }],
  'batch-too-large',
  'party-not-active',
  ['law-missing', { key: KEPT_APART }],
] as const;

type RegroupingDeps = RequestDeps & { readonly law: () => Promise<LawCache> };

export const regroupingRoutes =
  (deps: RegroupingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/batches/:id/split',
      {
        config: {
          scope: 'batches:write',
          problems: SPLIT_PROBLEMS,
          creates: '/batches/:id',
        },
        schema: {
          summary: 'Split a part of a batch off into a batch of its own',
          description:
            'Moves mass and pieces of a batch in stock into a new batch of the same kind on the same site. The batch must hold what is split off, and the mass of a piece must agree with that of the batch (`batteries.piece-mass`).',
          tags: TAGS,
          params: IdParams,
          body: SplitBatchRequest,
          response: { 201: BatchResponse },
        },
      },
      async (request, reply) => {
        const limits = pieceMassIn(await deps.law(), dayOf(deps.clock()));
        return once(deps, request, reply.status(201), async (tx) => {
          const part = { ...request.body, massGrams: toGrams(request.body.massGrams) };
          const command = { actor: callerOf(request).actor, id: request.params.id, part, limits };
          return { ...describeBatch(await splitBatch(tx, deps, command)), corrections: 0 };
        });
      },
    );

    http.post(
      '/batches/merge',
      {
        config: {
          scope: 'batches:write',
          problems: MERGE_PROBLEMS,
          creates: '/batches/:id',
        },
        schema: {
          summary: 'Merge batches of the same kind on one site into a new batch',
          description:
            'Moves the whole mass of 2 to 200 batches into a new one; the old ones hold 0 afterwards. Material, battery kind, risk class, condition and site must be equal. Warranty returns are not merged with waste.',
          tags: TAGS,
          body: MergeBatchesRequest,
          response: { 201: BatchResponse },
        },
      },
      async (request, reply) => {
        const keptApart = keptApartIn(await deps.law(), dayOf(deps.clock()));
        return once(deps, request, reply.status(201), async (tx) => {
          const command = { actor: callerOf(request).actor, ids: request.body.batchIds, keptApart };
          return { ...describeBatch(await mergeBatches(tx, deps, command)), corrections: 0 };
        });
      },
    );
  };
