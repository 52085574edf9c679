import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { exampleCodes } from '../../core/example-codes.ts';
import { readAs } from '../../platform/database/row-security.ts';
import { callerOf, IdParams, PageQuery, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { CLOSED_RUN, FED_RUN, OPENED_RUN } from '../examples.ts';
import { listRunMovements, listRuns, readRun } from '../queries.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import {
  CloseRunRequest,
  FeedRunRequest,
  OpenRunRequest,
  RunBatchesResponse,
  RunListQuery,
  RunMovementResponse,
  RunResponse,
  toRunResponse,
  YieldRunRequest,
} from './schemas.ts';
import { closeRun, feedRun, openRun, yieldFromRun } from './service.ts';

const TAGS = ['recycling'];

const LAW_MISSING = ['law-missing', { key: 'recycling.gain-limit' }] as const;

const OPENING_PROBLEMS = [
  'party-not-active',
  'site-missing',
  'site-not-recycler',
  ['code-unknown', { value: 'casting', allowed: exampleCodes('processes'), pointer: '#/body/process' }],
  ['instant-in-future', { pointer: '#/body/startedAt' }],
  LAW_MISSING,
] as const;
/** Problems of every change of an open run. */
const OPEN_RUN_PROBLEMS = ['run-missing', 'run-closed', 'run-instant-early', 'party-not-active', LAW_MISSING] as const;
const FEED_PROBLEMS = [
  ...OPEN_RUN_PROBLEMS,
  ['instant-in-future', { pointer: '#/body/fedAt' }],
  'batch-missing',
  ['batch-withdrawn', { pointer: '#/body/lines/0/batchId' }],
  'batch-not-feedable',
  'batch-on-other-site',
  ['batch-mass-exceeded', { pointer: '#/body/lines/0/massGrams' }],
  ['batch-pieces-exceeded', { pointer: '#/body/lines/0/pieces' }],
  ['batch-quantities-apart', { pointer: '#/body/lines/0/pieces' }],
  ['batch-piece-mass-differs', { pointer: '#/body/lines/0/pieces' }],
  ['batch-instant-early', { pointer: '#/body/fedAt' }],
  'licence-missing',
] as const;
const OUTPUT_PROBLEMS = [
  ...OPEN_RUN_PROBLEMS,
  ['instant-in-future', { pointer: '#/body/yieldedAt' }],
  ['code-unknown', { value: 'lead', allowed: exampleCodes('materials'), pointer: '#/body/outputs/0/material' }],
  'run-output-early',
  'run-gain-implausible',
  'run-lead-exceeds-feeds',
] as const;
const CLOSING_PROBLEMS = [
  ...OPEN_RUN_PROBLEMS,
  ['instant-in-future', { pointer: '#/body/closedAt' }],
  'run-close-early',
  'run-gain-implausible',
] as const;

/** Routes of processing runs: opening, feeding, yielding, closing, reading. */
export const runRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(processingRoutes(deps));
    await http.register(outputRoutes(deps));
    await http.register(readingRoutes(deps));
  };

const processingRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/runs',
      {
        config: {
          scope: 'recycling:write',
          problems: OPENING_PROBLEMS,
          example: OPENED_RUN,
          creates: '/runs/:id',
        },
        schema: {
          summary: 'Open a processing run',
          description:
            'Opens an account for what goes into a furnace or line and what comes out, on an own site of kind recycler. Feed batches to it, record its outputs, then close it.',
          tags: TAGS,
          body: OpenRunRequest,
          response: { 201: RunResponse },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        return once(deps, request, reply.status(201), async (tx) =>
          toRunResponse(await openRun(tx, deps, { ...by, ...request.body })),
        );
      },
    );

    http.post(
      '/runs/:id/feeds',
      {
        config: {
          scope: 'recycling:write',
          problems: FEED_PROBLEMS,
          example: FED_RUN,
          creates: '/runs/:id',
        },
        schema: {
          summary: 'Feed batches to a processing run',
          description:
            'Moves mass of batches on the site of the run into the run: all lines, or no line. Accepted batteries are in `receivedBatchId` of the lines of a manifest.',
          tags: TAGS,
          params: IdParams,
          body: FeedRunRequest,
          response: { 201: RunResponse },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        return once(deps, request, reply.status(201), async (tx) =>
          toRunResponse(await feedRun(tx, deps, { ...by, ...request.params, ...request.body })),
        );
      },
    );
  };

const outputRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/runs/:id/outputs',
      {
        config: {
          scope: 'recycling:write',
          problems: OUTPUT_PROBLEMS,
          creates: '/runs/:run.id',
        },
        schema: {
          summary: 'Record products, by-products, intermediates and residues that leave a processing run',
          description:
            'Each output becomes a batch on the site of the run; the answer names the batches in the order of `outputs`. Each of them is read with `GET /v1/batches/{id}`, and `Location` leads to the run. Mass that the run does not hold counts as uptake of oxygen and water, up to the limit of the law. Outputs that hold more lead than was fed are refused, within a tolerance of the law.',
          tags: TAGS,
          params: IdParams,
          body: YieldRunRequest,
          response: { 201: RunBatchesResponse },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        return once(deps, request, reply.status(201), async (tx) =>
          withBatches(await yieldFromRun(tx, deps, { ...by, ...request.params, ...request.body })),
        );
      },
    );

    http.post(
      '/runs/:id/close',
      {
        config: {
          scope: 'recycling:write',
          problems: CLOSING_PROBLEMS,
          example: CLOSED_RUN,
        },
        schema: {
          summary: 'Close a processing run: the mass inside is carried over or lost',
          description:
            '`carriedGrams` stays as work in progress in a batch of its own; the rest of the mass inside is booked as a loss. A closed run is final.',
          tags: TAGS,
          params: IdParams,
          body: CloseRunRequest,
          response: { 200: RunBatchesResponse },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        return once(deps, request, reply.status(200), async (tx) =>
          withBatches(await closeRun(tx, deps, { ...by, ...request.params, ...request.body })),
        );
      },
    );
  };

const readingRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/runs',
      {
        config: { scope: 'recycling:read' },
        schema: {
          summary: 'List processing runs',
          description:
            'Runs with their masses, oldest first, narrowed by site or state. Open runs hold mass that is neither batch nor loss yet.',
          tags: TAGS,
          querystring: RunListQuery,
          response: { 200: pageOf(RunResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => listRuns(db, callerOf(request).visibility, request.query)),
    );

    http.get(
      '/runs/:id',
      {
        config: { scope: 'recycling:read', problems: ['run-missing'] },
        schema: {
          summary: 'Read a processing run',
          description:
            'The run with the mass that was fed, came out and is still inside. `heldGrams` is 0 once it is closed.',
          tags: TAGS,
          params: IdParams,
          response: { 200: RunResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => readRun(db, callerOf(request).visibility, request.params.id)),
    );

    http.get(
      '/runs/:id/movements',
      {
        config: { scope: 'recycling:read', problems: ['run-missing'] },
        schema: {
          summary: 'List the feeds and outputs of a processing run',
          description:
            'Every movement of mass into and out of the run, first to last. Uptake and losses are movements as well, with null for the batch.',
          tags: TAGS,
          params: IdParams,
          querystring: PageQuery,
          response: { 200: pageOf(RunMovementResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          await readRun(db, callerOf(request).visibility, request.params.id);
          return listRunMovements(db, request.params.id, request.query);
        }),
    );
  };

type YieldResult = Awaited<ReturnType<typeof yieldFromRun>>;

const withBatches = ({ run, batches }: YieldResult) => ({
  run: toRunResponse(run),
  batches: batches.map(({ id, kind, material, materialCode, massGrams }) => ({
    ...{ id, kind, material, materialCode, massGrams },
  })),
});
