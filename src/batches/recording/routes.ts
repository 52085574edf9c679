/** Routes: recording batches of batteries, one or many in a request. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { callerOf, languageOf } from '../../platform/http/index.ts';
import { claimOf } from '../../platform/idempotency.ts';
import { warnOfCollection } from '../collecting/collecting.ts';
import { toCollectionWarningResponse } from '../collecting/schemas.ts';
import { RecordBatchRequest, RecordedBatchResponse } from '../schemas.ts';
import { estimateStocks } from '../storage/estimate-queries.ts';
import { toStorageWarningResponse } from '../storage/schemas.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { keepLimits, type RecordingDeps } from './queries.ts';
import { createBatchRecorder } from './service.ts';

export const recordingRoutes =
  (deps: RecordingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const recorder = createBatchRecorder({ ...deps, limits: keepLimits(deps) });
    const stocks = estimateStocks(deps);

    http.post(
      '/batches',
      {
        config: {
          scope: 'batches:write',
          problems: [
            'site-missing',
            'party-not-active',
            'batch-not-batteries',
            'batch-class-contradicts-condition',
            'batch-pieces-missing',
            'batch-piece-mass-impossible',
            'batch-collection-unlicensed',
            'code-unknown',
            'instant-in-future',
            'law-missing',
          ],
          creates: '/batches/:id',
        },
        schema: {
          summary: 'Record a batch of batteries or other waste, generated or collected',
          description:
            'Creates a batch with the mass on a site of your organisation. Waste of another code than batteries, such as 384-004-31 of a battery maker, is weighed only. The organisation must be active and the site must be its own. A stock near or above the storage limit leads to a warning and does not stop the record. Collecting needs a licence for the waste, except unbroken sealed batteries at collection points (law `licences.collecting`): without one the batch is marked, and from 2027 on refused when it is recorded at once.',
          tags: ['batches'],
          body: RecordBatchRequest,
          response: { 201: RecordedBatchResponse },
        },
      },
      async (request, reply) => {
        const command = { actor: callerOf(request).actor, claim: claimOf(request), declaration: request.body };
        const { batch: recorded, replayed } = await recorder.one(command);
        const batch = { ...recorded, corrections: 0 };
        if (replayed) reply.header('idempotency-replayed', 'true');
        const warning = replayed ? undefined : stocks.add(batch.siteId ?? '', batch.massGrams);
        const language = languageOf(request.headers['accept-language']);
        const warnings = [
          ...(warning ? [toStorageWarningResponse(warning, language)] : []),
          ...(batch.unlicensed
            ? [toCollectionWarningResponse(warnOfCollection(batch.siteId ?? '', batch.material), language)]
            : []),
        ];
        return reply.status(201).send(warnings.length === 0 ? batch : { ...batch, warnings });
      },
    );

    await http.register(bulkRoutes(recorder, stocks));
  };
