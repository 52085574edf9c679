/** Routes: recording batches of batteries, one by one or many in a request. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { dayOf } from '../../core/calendar.ts';
import { unsecured } from '../../platform/database/row-security.ts';
import { callerOf, languageOf } from '../../platform/http/index.ts';
import { claimOf } from '../../platform/idempotency.ts';
import { RecordBatchRequest, RecordedBatchResponse } from '../schemas.ts';
import { readSiteStock, storageLimitsIn } from '../storage/queries.ts';
import { toStorageWarningResponse } from '../storage/schemas.ts';
import { watchStorage } from '../storage/watch-service.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { createBatchRecorder, type RecordingDeps } from './service.ts';

export const recordingRoutes =
  (deps: RecordingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const recorder = createBatchRecorder(deps);
    const db = unsecured(deps.db, 'the stock of a site is read for everybody who records there');
    const storage = watchStorage(deps, async (siteId) => {
      const law = await deps.law();
      const today = dayOf(deps.clock());
      return readSiteStock(db, siteId, (kind) => storageLimitsIn(law, kind, today));
    });

    http.post(
      '/batches',
      {
        config: { scope: 'batches:write' },
        schema: {
          summary: 'Record a batch of batteries, generated or collected',
          tags: ['batches'],
          body: RecordBatchRequest,
          response: { 201: RecordedBatchResponse },
        },
      },
      async (request, reply) => {
        const command = { actor: callerOf(request).actor, claim: claimOf(request), declaration: request.body };
        const { batch, replayed } = await recorder.one(command);
        if (replayed) reply.header('idempotency-replayed', 'true');
        const warning = replayed ? undefined : storage.add(batch.siteId ?? '', batch.massGrams);
        if (!warning) return reply.status(201).send(batch);
        const language = languageOf(request.headers['accept-language']);
        return reply.status(201).send({ ...batch, warnings: [toStorageWarningResponse(warning, language)] });
      },
    );

    await http.register(bulkRoutes(recorder, storage));
  };
