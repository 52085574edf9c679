/** Routes: splitting and merging batches in stock. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { toGrams } from '../../core/mass.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { describeBatch } from '../batch.ts';
import { BatchResponse, MergeBatchesRequest, SplitBatchRequest } from '../schemas.ts';
import { mergeBatches, splitBatch } from './service.ts';

const TAGS = ['batches'];

const SPLIT_PROBLEMS = [
  'batch-missing',
  'batch-not-stock',
  'batch-mass-exceeded',
  'batch-pieces-exceeded',
  'batch-quantities-apart',
  'batch-pieces-missing',
  'party-not-active',
];
const MERGE_PROBLEMS = [
  'batch-missing',
  'batch-not-stock',
  'batch-not-mergeable',
  'batches-not-alike',
  ['batch-pieces-missing', { pointer: '#/body/batchIds' }],
  'batch-too-large',
  'party-not-active',
] as const;

export const regroupingRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
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
            'Moves mass and pieces of a batch in stock into a new batch of the same kind on the same site. The batch must hold what is split off.',
          tags: TAGS,
          params: IdParams,
          body: SplitBatchRequest,
          response: { 201: BatchResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) => {
          const part = { ...request.body, massGrams: toGrams(request.body.massGrams) };
          const split = await splitBatch(tx, deps, { actor: callerOf(request).actor, id: request.params.id, part });
          return { ...describeBatch(split), corrections: 0 };
        }),
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
            'Moves the whole mass of 2 to 200 batches into a new one; the old ones hold 0 afterwards. Material, battery kind, risk class, condition and site must be equal.',
          tags: TAGS,
          body: MergeBatchesRequest,
          response: { 201: BatchResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) => {
          const command = { actor: callerOf(request).actor, ids: request.body.batchIds };
          return { ...describeBatch(await mergeBatches(tx, deps, command)), corrections: 0 };
        }),
    );
  };
