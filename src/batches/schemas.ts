/** Wire shapes of batches. */
import { z } from 'zod';
import {
  expected,
  fault,
  Id,
  Instant,
  InstantOut,
  MassGrams,
  MassGramsOut,
  PageQuery,
  Pieces,
  text,
} from '../platform/http/index.ts';
import { BATCH_KINDS, BATTERY_KINDS, CONDITIONS, ORIGINS, RISK_CLASSES } from './codes.ts';
import { StorageWarningResponse } from './storage/schemas.ts';

export const RecordBatchRequest = z
  .strictObject({
    origin: z.enum(ORIGINS).describe('generated: waste of the site itself; collected: taken from a source'),
    siteId: Id.describe('A site of your organisation'),
    batteryKind: z.enum(BATTERY_KINDS),
    riskClass: z.enum(RISK_CLASSES).describe('I: sealed and unbroken; II: open or broken'),
    condition: z.enum(CONDITIONS),
    massGrams: MassGrams.describe('Net mass in whole grams'),
    pieces: Pieces,
    sourceType: text(40).nullable().default(null).describe('Kind of source of a collected batch, such as repair-shop'),
    supplierName: text(200).nullable().default(null),
    occurredAt: Instant.describe('Time of generation or collection; handhelds may send it hours later'),
  })
  .refine(
    ({ origin, sourceType }) => origin === 'generated' || sourceType !== null,
    fault(
      'A collected batch needs its sourceType, such as repair-shop.',
      '收集的批次须填写“来源类型”（sourceType），例如 repair-shop。',
      'sourceType',
      'origin',
    ),
  );

export const BulkRow = z.strictObject({
  idempotencyKey: expected(text(255).regex(/^[\x21-\x7e]+$/), {
    en: '1 to 255 printable ASCII characters',
    zh: '1 至 255 个可打印 ASCII 字符',
    example: '2026-10-05/17',
  })
    .optional()
    .describe('Key of this row; default: <header key>/<row>'),
  batch: z.unknown().describe('One batch, as in POST /v1/batches'),
});

export const BulkRequest = z.array(z.unknown()).min(1).max(1_000);

export const BatchResponse = z.object({
  id: Id,
  partyId: Id,
  siteId: Id.nullable(),
  kind: z.enum(BATCH_KINDS),
  material: z.string(),
  batteryKind: z.enum(BATTERY_KINDS).nullable(),
  riskClass: z.enum(RISK_CLASSES).nullable(),
  condition: z.enum(CONDITIONS).nullable(),
  sourceType: z.string().nullable(),
  supplierName: z.string().nullable(),
  evidence: z.string().nullable(),
  massGrams: MassGramsOut,
  pieces: z.int(),
  occurredAt: InstantOut,
  recordedAt: InstantOut,
});

/** The recorded batch; without warnings it equals the batch as GET returns it. */
export const RecordedBatchResponse = BatchResponse.extend({
  warnings: z
    .array(StorageWarningResponse)
    .optional()
    .describe('Storage limits that the batch brings the site near or above'),
});

export const BulkResponse = z.object({
  warnings: z
    .array(StorageWarningResponse)
    .optional()
    .describe('Sites that the batches bring near their storage limits or above them, each once'),
  recorded: z.int(),
  replayed: z.int(),
  refused: z.int(),
  items: z.array(
    z.object({
      row: z.int().describe('Position in the request, from 0'),
      outcome: z.enum(['recorded', 'replayed', 'refused']),
      id: Id.optional().describe('The batch that was recorded now or earlier'),
      problem: z.looseObject({ code: z.string(), title: z.string(), detail: z.string() }).optional(),
    }),
  ),
});

export const SplitBatchRequest = z.strictObject({ massGrams: MassGrams, pieces: Pieces });

export const MergeBatchesRequest = z.strictObject({
  batchIds: z
    .array(Id)
    .min(2)
    .max(200)
    .refine((ids) => new Set(ids).size === ids.length, fault('name each batch once.', '每个批次只能填写一次。')),
});

export const BatchListQuery = PageQuery.extend({
  siteId: Id.optional(),
  kind: z.enum(BATCH_KINDS).optional(),
  material: text(40).optional(),
  inStock: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('true: only batches that hold mass'),
});

export const MovementResponse = z.object({
  id: z.string(),
  kind: z.string(),
  fromBatchId: Id.nullable(),
  fromBoundary: z.string().nullable(),
  toBatchId: Id.nullable(),
  toBoundary: z.string().nullable(),
  massGrams: MassGramsOut,
  pieces: z.int(),
  evidence: z.string().nullable(),
  occurredAt: InstantOut,
  recordedAt: InstantOut,
});

export const TraceQuery = z.strictObject({
  direction: z
    .enum(['back', 'forward'])
    .default('back')
    .describe('back: sources of the batch; forward: destinations of the batch'),
});

export const TraceResponse = z.object({
  batch: BatchResponse,
  direction: z.enum(['back', 'forward']),
  complete: z.boolean().describe('false when the trace has more steps than shown'),
  steps: z.array(
    MovementResponse.extend({
      massGrams: MassGramsOut.nullable().describe(
        'null between two batches of other organisations; sharePpm shows the own share',
      ),
      pieces: z.int().nullable().describe('null between two batches of other organisations'),
      depth: z.int().describe('1: directly at the batch'),
      sharePpm: z
        .int()
        .describe(
          'back: share of the batch that came with this movement; forward: share of the batch that left with it',
        ),
      otherEnd: z
        .object({
          kind: z.string(),
          material: z.string(),
          batteryKind: z.string().nullable(),
          partyName: z.string().nullable(),
          siteName: z.string().nullable(),
        })
        .nullable()
        .describe('The batch at the far end; null at a boundary account'),
    }),
  ),
});

export const BooksResponse = z.object({
  sumOfAccountsGrams: z.int().describe('0 in correct books'),
  negativeAccounts: z.int(),
  deviatingAccounts: z.int().describe('Accounts with a balance that differs from the sum of their movements'),
  accounts: z.int(),
  movements: z.int(),
  boundaries: z.array(z.object({ name: z.string(), massGrams: MassGramsOut })),
});
