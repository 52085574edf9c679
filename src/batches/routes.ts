/** Routes: reading batches, their movements, traces and the books. Subfolders add their own routes. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../platform/database/row-security.ts';
import type { RequestDeps } from '../platform/deps.ts';
import { callerOf, IdParams, PageQuery, pageOf } from '../platform/http/index.ts';
import { describeBatch } from './batch.ts';
import { readBooks } from './books/queries.ts';
import { BooksResponse } from './books/schemas.ts';
import { type CorrectionRouteDeps, correctionRoutes } from './corrections/routes.ts';
import { listBatches, listMovements, readBatch, withCorrections } from './queries.ts';
import { recordingRoutes } from './recording/routes.ts';
import { regroupingRoutes } from './regrouping/routes.ts';
import { BatchListQuery, BatchMovementsResponse, BatchResponse, TraceQuery, TraceResponse } from './schemas.ts';
import { storageRoutes } from './storage/routes.ts';
import { traceBatch } from './trace/queries.ts';

const TAGS = ['batches'];

export const batchRoutes =
  (deps: CorrectionRouteDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(recordingRoutes(deps));
    await http.register(storageRoutes(deps));
    await http.register(regroupingRoutes(deps));
    await http.register(correctionRoutes(deps));
    await http.register(readingRoutes(deps));
    await http.register(booksRoutes(deps));
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
          description:
            'Battery batches, loads in transit, products and residues of the organisations that the caller may see, oldest first. With `inStock=true` only batches that hold mass are listed.',
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
        config: { scope: 'batches:read', personal: 'holding', problems: ['batch-missing'], etag: true },
        schema: {
          summary: 'Read a batch',
          description:
            'The batch with the mass that it holds now. A batch of another organisation does not exist for you. `ETag` is the number of its corrections: send it as `If-Match` with the next one.',
          tags: TAGS,
          params: IdParams,
          response: { 200: BatchResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const batch = describeBatch(await readBatch(db, callerOf(request).visibility, request.params.id));
          return withCorrections(db, batch);
        }),
    );

    http.get(
      '/batches/:id/movements',
      {
        config: { scope: 'batches:read', problems: ['batch-missing'] },
        schema: {
          summary: 'Read the movements of a batch, first to last',
          description: 'Every movement of mass into and out of the batch, with its evidence. Their sum is the balance.',
          tags: TAGS,
          params: IdParams,
          querystring: PageQuery,
          response: { 200: BatchMovementsResponse },
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
        config: { scope: 'batches:read', personal: 'holding', problems: ['batch-missing'] },
        schema: {
          summary: 'Trace a batch back to its sources or forward to its destinations',
          description:
            'Follows movements of mass over all steps, splits and runs. Masses between two batches of other organisations are hidden; `sharePpm` shows the own share. `complete` is false when the trace is longer than the limit.',
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
  };

const booksRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/books',
      {
        config: { scope: 'books:read' },
        schema: {
          summary: 'Add up the books of the province',
          description:
            'The sum of all accounts, boundary accounts included, is 0 in correct books. Any other value shows a defect of the service.',
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
