/** Wire shapes of many batches in one request. */
import { z } from 'zod';
import { expected, Id, named, spelled } from '../../platform/http/index.ts';
import { BULK_RESULT, RECORD_BATCH } from '../examples/batches.ts';
import { StorageWarningResponse } from '../storage/schemas.ts';

export const BulkRow = z.strictObject({
  idempotencyKey: expected(
    spelled('same')
      .max(255)
      .regex(/^[\x21-\x7e]+$/),
    {
      en: '1 to 255 printable ASCII characters',
      zh: '1 至 255 个可打印 ASCII 字符',
      example: '2026-10-05/17',
    },
  )
    .optional()
    .describe('Key of this row; default: <header key>/<row>'),
  batch: z.unknown().describe('One batch, as in POST /v1/batches'),
});

export const BulkRequest = named(
  'RecordBatches',
  'Batches to record in one request.',
  z.array(z.unknown().describe('`{ "idempotencyKey"?, "batch" }`, the batch as RecordBatch')).min(1).max(1_000),
  [{ idempotencyKey: '2026-10-05/17', batch: RECORD_BATCH }],
);

export const BulkResponse = named(
  'RecordedBatches',
  'Result for each batch of a bulk request: recorded, replayed or refused.',
  z.object({
    warnings: z
      .array(StorageWarningResponse)
      .optional()
      .describe('Sites that the batches bring near their storage limits or above them, each once'),
    recorded: z.int().describe('Rows that were recorded now'),
    replayed: z.int().describe('Rows that were recorded by an earlier request'),
    refused: z.int().describe('Rows with a problem'),
    items: z
      .array(
        z.object({
          row: z.int().describe('Position in the request, from 0'),
          outcome: z
            .enum(['recorded', 'replayed', 'refused'])
            .describe('recorded: now; replayed: by an earlier request; refused: see problem'),
          id: Id.optional().describe('The batch that was recorded now or earlier'),
          problem: z
            .looseObject({
              code: z.string().describe('Stable code of the problem'),
              title: z.string().describe('The kind of problem'),
              detail: z.string().describe('The case in words'),
            })
            .optional()
            .describe('Why the row is refused, as a problem of POST /v1/batches'),
        }),
      )
      .describe('One result for each row, in the order of the request'),
  }),
  BULK_RESULT,
);
