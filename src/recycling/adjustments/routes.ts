/** Routes: adjusting stock to a count, and the decision of the second person. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { yearClosingIn } from '../../batches/index.ts';
import { dayOf } from '../../core/calendar.ts';
import { exampleCodes } from '../../core/example-codes.ts';
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import { CONFIRMED_ADJUSTMENT, REJECTED_ADJUSTMENT } from './examples.ts';
import { adjustmentLawIn, listAdjustments, readAdjustment } from './queries.ts';
import {
  AdjustStockRequest,
  DecideAdjustmentRequest,
  StockAdjustmentListQuery,
  StockAdjustmentResponse,
  toAdjustmentResponse,
} from './schemas.ts';
import { adjustStock, confirmAdjustment, rejectAdjustment } from './service.ts';

type AdjustmentDeps = RecyclingDeps & DependantsDeps & SecondPersonDeps;

const TAGS = ['recycling'];
const WRITING = { scope: 'recycling:write', personal: 'holding' } as const;
const DECIDING = { scope: 'recycling:confirm', personal: 'holding' } as const;
const READING = { scope: 'recycling:read', personal: 'holding' } as const;

const LAW_MISSING = ['law-missing', { key: 'recycling.adjustment-limit' }] as const;

/** Problems of booking, at once or as the second person. */
const bookingProblems = (pointer: string) =>
  [
    'party-not-active',
    'correction-year-closed',
    LAW_MISSING,
    'stock-count-replaced',
    ['batch-missing', { id: ids.receivedBatch, pointer: pointer || '#/body/batches/0/batchId' }],
    ['batch-withdrawn', { id: ids.receivedBatch, pointer: pointer || '#/body/batches/0/batchId' }],
    ['stock-adjustment-batch-elsewhere', pointer ? { pointer } : {}],
    ['stock-adjustment-of-run', pointer ? { pointer } : {}],
    ['stock-adjustment-batch-later', pointer ? { pointer } : {}],
    ['stock-adjustment-moved-on', pointer ? { pointer } : {}],
    ['correction-mass-promised', { pointer: pointer || '#/body/batches/0/countedGrams' }],
    ['correction-quantities-apart', { pointer: pointer || '#/body/batches/0/countedPieces' }],
    ['correction-piece-mass-impossible', { pointer: pointer || '#/body/batches/0/countedPieces' }],
  ] as const;

const ADJUSTING_PROBLEMS = [
  ...bookingProblems(''),
  'stock-count-missing',
  'stock-count-without-item',
  'stock-adjustment-exists',
  'stock-adjustment-without-difference',
  'stock-adjustment-batch-agrees',
  'stock-adjustment-against-difference',
  'stock-adjustment-exceeds-difference',
  'stock-adjustment-person-needed',
  ['code-unknown', { value: 'lost', allowed: exampleCodes('adjustment-reasons'), pointer: '#/body/reasonCode' }],
] as const;

const DECIDING_PROBLEMS = ['party-not-active', 'stock-adjustment-missing', 'stock-adjustment-decided'] as const;
const CONFIRMING_PROBLEMS = [
  ...bookingProblems('#/params/id'),
  ...DECIDING_PROBLEMS.slice(1),
  'stock-adjustment-own-proposal',
  'second-person-not-logged-in',
  'second-person-dependent',
  'stock-adjustment-overtaken',
] as const;

export const adjustmentRoutes =
  (deps: AdjustmentDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/stock-counts/:id/adjustments',
      {
        config: { ...WRITING, problems: ADJUSTING_PROBLEMS, creates: '/stock-adjustments/:id' },
        schema: {
          summary: 'Adjust the books to a stock count',
          description:
            'Books the difference between count and books of one item, dated as the count: what is missing leaves to the account `adjustment`, what was found comes from it. Name the batches with what was counted of each. Above the limit of law (recycling.adjustment-limit) the answer has `state` proposed, and nothing moves until a second person confirms it; a person who logged in proposes it, not a system. Mass and pieces of an item are each adjusted once to a count, together or one after the other, by their difference at most; a corrected count allows the rest.',
          tags: TAGS,
          params: IdParams,
          body: AdjustStockRequest,
          response: { 201: StockAdjustmentResponse },
        },
      },
      async (request, reply) => {
        const command = { ...(await readLaw(deps)), ...request.body, countId: request.params.id };
        return once(deps, request, reply.status(201), async (tx) =>
          toAdjustmentResponse(
            await adjustStock(tx, deps, { ...command, actor: callerOf(request).actor }),
            deps.clock(),
          ),
        );
      },
    );
    await http.register(decidingRoutes(deps));
    await http.register(readingRoutes(deps));
  };

/** The decision of the second person. */
const decidingRoutes =
  (deps: AdjustmentDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const decision = { tags: TAGS, params: IdParams, body: DecideAdjustmentRequest };
    http.post(
      '/stock-adjustments/:id/confirm',
      {
        config: { ...DECIDING, problems: CONFIRMING_PROBLEMS, example: CONFIRMED_ADJUSTMENT },
        schema: {
          ...decision,
          summary: 'Confirm a proposed stock adjustment as its second person',
          description:
            'Books the proposal. The second person belongs to the same organisation, has logged in, and is never the proposer. The initial passwords of the two accounts come from the province office, or from different people of the organisation, directly and through others. When the books of the time of the count have changed since, the proposal is refused: reject it and propose what is left.',
          response: { 200: StockAdjustmentResponse },
        },
      },
      async (request, reply) => {
        const law = await readLaw(deps);
        const said = { actor: callerOf(request).actor, id: request.params.id, reason: request.body.reason };
        return once(deps, request, reply.status(200), async (tx) =>
          toAdjustmentResponse(await confirmAdjustment(tx, deps, { ...law, ...said }), deps.clock()),
        );
      },
    );
    http.post(
      '/stock-adjustments/:id/reject',
      {
        config: { ...DECIDING, problems: DECIDING_PROBLEMS, example: REJECTED_ADJUSTMENT },
        schema: {
          ...decision,
          summary: 'Reject a proposed stock adjustment',
          description:
            'Ends the proposal without a booking, so that the item can be adjusted again. The proposer may withdraw it the same way.',
          response: { 200: StockAdjustmentResponse },
        },
      },
      async (request, reply) => {
        const said = { actor: callerOf(request).actor, id: request.params.id, reason: request.body.reason };
        return once(deps, request, reply.status(200), async (tx) =>
          toAdjustmentResponse(await rejectAdjustment(tx, deps, said), deps.clock()),
        );
      },
    );
  };

const readingRoutes =
  (deps: AdjustmentDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/stock-adjustments',
      {
        config: READING,
        schema: {
          summary: 'List stock adjustments',
          description:
            'Adjustments of stock to counts, oldest first, narrowed by site, count or state. Authorities see with `aboveLimit=true` those that the law did not leave to one person.',
          tags: TAGS,
          querystring: StockAdjustmentListQuery,
          response: { 200: pageOf(StockAdjustmentResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          listAdjustments(db, callerOf(request).visibility, { ...request.query, now: deps.clock() }),
        ),
    );
    http.get(
      '/stock-adjustments/:id',
      {
        config: { ...READING, problems: ['stock-adjustment-missing'] },
        schema: {
          summary: 'Read a stock adjustment',
          description:
            'One adjustment with the books and the count of its item and batches, and its reason. It names the proposer and the second person.',
          tags: TAGS,
          params: IdParams,
          response: { 200: StockAdjustmentResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          readAdjustment(db, callerOf(request).visibility, { id: request.params.id, now: deps.clock() }),
        ),
    );
  };

/** Reads the law on adjustments before the transaction opens. */
async function readLaw(deps: AdjustmentDeps) {
  const law = await deps.law();
  const now = deps.clock();
  return { ...adjustmentLawIn(law, dayOf(now)), rules: await readRules(deps), closing: yearClosingIn(law, now) };
}
