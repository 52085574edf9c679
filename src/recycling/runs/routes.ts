import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import { callerOf, IdParams, PageQuery, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
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

/** Routes of processing runs: opening, feeding, yielding, closing, reading. */
export const runRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(processingRoutes(deps));
    await http.register(readingRoutes(deps));
  };

const processingRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/runs',
      {
        config: { scope: 'recycling:write' },
        schema: { summary: 'Open a processing run', tags: TAGS, body: OpenRunRequest, response: { 201: RunResponse } },
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
        config: { scope: 'recycling:write' },
        schema: {
          summary: 'Feed batches to a processing run',
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

    http.post(
      '/runs/:id/outputs',
      {
        config: { scope: 'recycling:write' },
        schema: {
          summary: 'Record products, by-products, intermediates and residues that leave a processing run',
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
        config: { scope: 'recycling:write' },
        schema: {
          summary: 'Close a processing run: the mass inside is carried over or lost',
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
        config: { scope: 'recycling:read' },
        schema: { summary: 'Read a processing run', tags: TAGS, params: IdParams, response: { 200: RunResponse } },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => readRun(db, callerOf(request).visibility, request.params.id)),
    );

    http.get(
      '/runs/:id/movements',
      {
        config: { scope: 'recycling:read' },
        schema: {
          summary: 'List the feeds and outputs of a processing run',
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
  batches: batches.map(({ id, kind, material, massGrams }) => ({ id, kind, material, massGrams })),
});
