/** Routes: reading batches, their movements, traces and the books. Subfolders add their own routes. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../platform/database/row-security.ts';
import type { RequestDeps } from '../platform/deps.ts';
import { callerOf, Id, IdParams, MassGramsOut, PageQuery, pageOf } from '../platform/http/index.ts';
import { describeBatch } from './batch.ts';
import { readBooks } from './books/queries.ts';
import { listBatches, listMovements, readBatch } from './queries.ts';
import { recordingRoutes } from './recording/routes.ts';
import type { RecordingDeps } from './recording/service.ts';
import { regroupingRoutes } from './regrouping/routes.ts';
import {
  BatchListQuery,
  BatchResponse,
  BooksResponse,
  MovementResponse,
  TraceQuery,
  TraceResponse,
} from './schemas.ts';
import { storageRoutes } from './storage/routes.ts';
import { traceBatch } from './trace/queries.ts';

const TAGS = ['batches'];

export const batchRoutes =
  (deps: RecordingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(recordingRoutes(deps));
    await http.register(storageRoutes(deps));
    await http.register(regroupingRoutes(deps));
    await http.register(readingRoutes(deps));
  };

const readingRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/batches',
      {
        config: { scope: 'batches:read', personal: 'holding' },
        schema: {
          summary: 'List batches',
          tags: TAGS,
          querystring: BatchListQuery,
          response: { 200: pageOf(BatchResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => listBatches(db, callerOf(request).visibility, request.query)),
    );

    http.get(
      '/batches/:id',
      {
        config: { scope: 'batches:read', personal: 'holding' },
        schema: { summary: 'Read a batch', tags: TAGS, params: IdParams, response: { 200: BatchResponse } },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) =>
          describeBatch(await readBatch(db, callerOf(request).visibility, request.params.id)),
        ),
    );

    http.get(
      '/batches/:id/movements',
      {
        config: { scope: 'batches:read' },
        schema: {
          summary: 'Read the movements of a batch, first to last',
          tags: TAGS,
          params: IdParams,
          querystring: PageQuery,
          response: { 200: pageOf(MovementResponse).extend({ batchId: Id, balanceGrams: MassGramsOut }) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { id, massGrams } = await readBatch(db, callerOf(request).visibility, request.params.id);
          return { batchId: id, balanceGrams: massGrams, ...(await listMovements(db, id, request.query)) };
        }),
    );

    http.get(
      '/batches/:id/trace',
      {
        config: { scope: 'batches:read', personal: 'holding' },
        schema: {
          summary: 'Trace a batch back to its sources or forward to its destinations',
          tags: TAGS,
          params: IdParams,
          querystring: TraceQuery,
          response: { 200: TraceResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          traceBatch(db, callerOf(request).visibility, { ...request.params, ...request.query }),
        ),
    );

    http.get(
      '/books',
      {
        config: { scope: 'books:read' },
        schema: {
          summary: 'Add up the books of the province',
          tags: TAGS,
          response: {
            200: BooksResponse,
          },
        },
      },
      async (request) => {
        const { boundaries, ...books } = await readAs(deps.db, callerOf(request), readBooks);
        return { ...books, boundaries: [...boundaries] };
      },
    );
  };
