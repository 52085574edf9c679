/** Wire shapes of many batches in one request. */
import { z } from 'zod';
import { named, resultsOf, rowsOf } from '../../platform/http/index.ts';
import { CollectionWarningResponse } from '../collecting/schemas.ts';
import { BULK_RESULT, RECORD_BATCH } from '../examples/batches.ts';
import { RecordBatchRequest } from '../schemas.ts';
import { StorageWarningResponse } from '../storage/schemas.ts';

/** Form of a row. */
export const BATCH_ROW = { member: 'batch', like: 'POST /v1/batches', schema: RecordBatchRequest };

export const BulkRequest = named(
  'RecordBatches',
  'Batches to record in one request.',
  rowsOf('`{ "idempotencyKey"?, "batch" }`, the batch as RecordBatch'),
  [{ idempotencyKey: '2026-10-05/17', batch: RECORD_BATCH }],
);

export const BulkResponse = named(
  'RecordedBatches',
  'Result for each batch of a bulk request: recorded, replayed or refused.',
  z.object({
    warnings: z
      .array(z.union([StorageWarningResponse, CollectionWarningResponse]))
      .optional()
      .describe(
        'Sites that the batches bring near their storage limits or above them, or that collect without a licence, each once',
      ),
    ...resultsOf('batch', 'POST /v1/batches'),
  }),
  BULK_RESULT,
);
