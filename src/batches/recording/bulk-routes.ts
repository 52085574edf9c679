/**
 * Routes: many batches in one request, as a JSON array or as NDJSON, each row with its own result. One bad row never
 * refuses another, and a request that is repeated after a crash records only the missing rows.
 */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { Problem } from '../../core/messages/problem.ts';
import { acceptLines, countsOf, placesOf, readRows, toRefusal } from '../../platform/bulk/index.ts';
import { BULK_BODY_LIMIT, callerOf, languageOf } from '../../platform/http/index.ts';
import { type CollectionWarning, warnOfCollection } from '../collecting/collecting.ts';
import { toCollectionWarningResponse } from '../collecting/schemas.ts';
import type { StockEstimates } from '../storage/estimate-queries.ts';
import { toStorageWarningResponse } from '../storage/schemas.ts';
import type { StorageWarning } from '../storage/storage.ts';
import { BATCH_ROW, BulkRequest, BulkResponse } from './bulk-schemas.ts';
import type { BatchRecorder, RecordBatch, RecordingResult } from './service.ts';

type Item = z.infer<typeof BulkResponse>['items'][number];

export const bulkRoutes =
  (recorder: BatchRecorder, stocks: StockEstimates): FastifyPluginAsyncZod =>
  async (http) => {
    acceptLines(http);
    http.post(
      '/batches/bulk',
      {
        config: { scope: 'batches:write' },
        bodyLimit: BULK_BODY_LIMIT,
        schema: {
          summary: 'Record up to 1 000 batches, each with its own result',
          description:
            'A JSON array or NDJSON of rows `{ "idempotencyKey"?, "batch": { … } }`, each batch as in POST /v1/batches. Every row is judged alone: a refused row does not stop the others. Repeated after a failure, the request records only the missing rows.',
          tags: ['batches'],
          body: BulkRequest,
          response: { 200: BulkResponse },
        },
      },
      async (request) => {
        const language = languageOf(request.headers['accept-language']);
        const { actor } = callerOf(request);
        const rows = readRows(request, request.body, BATCH_ROW);
        const commands = rows.flatMap((row): RecordBatch[] =>
          row instanceof Problem ? [] : [{ actor, claim: row.claim, declaration: row.body }],
        );
        const results = await recorder.all(commands);
        let next = 0;
        const items = rows.map((row, at) =>
          row instanceof Problem
            ? toRefusal(at, row, { body: `#/body/${at}` }, language)
            : toItem(at, results[next++], language),
        );
        return { ...warningsOf(stocks, results, language), ...countsOf(items), items };
      },
    );
  };

/** Returns the last storage warning of each site, which counts the mass of all rows before it, and each site that collected without a licence. */
function warningsOf(stocks: StockEstimates, results: readonly RecordingResult[], language: Language) {
  const bySite = new Map<string, StorageWarning>();
  const unlicensed = new Map<string, CollectionWarning>();
  for (const result of results) {
    if (result instanceof Problem || result.replayed || result.batch.siteId === null) continue;
    const warning = stocks.add(result.batch.siteId, result.batch.massGrams);
    if (warning) bySite.set(result.batch.siteId, warning);
    const { siteId, material } = result.batch;
    if (result.batch.unlicensed) unlicensed.set(`${siteId} ${material}`, warnOfCollection(siteId, material));
  }
  const warnings = [
    ...[...bySite.values()].map((warning) => toStorageWarningResponse(warning, language)),
    ...[...unlicensed.values()].map((warning) => toCollectionWarningResponse(warning, language)),
  ];
  return warnings.length === 0 ? {} : { warnings };
}

function toItem(row: number, result: RecordingResult | undefined, language: Language): Item {
  if (result === undefined) throw new Error(`row ${row} has no result`);
  if (!(result instanceof Problem)) {
    return { row, outcome: result.replayed ? 'replayed' : 'recorded', id: result.batch.id };
  }
  return toRefusal(row, result, placesOf(row, BATCH_ROW), language);
}
