/** The parts of the services' answers that the demo reads. */
import { z } from 'zod';

export const Made = z.object({ id: z.string() });

const ManifestLine = z.object({
  line: z.int(),
  receivedBatchId: z.string().nullable(),
  returnedBatchId: z.string().nullable(),
});

export const Manifest = z.object({
  id: z.string(),
  version: z.int(),
  state: z.string(),
  number: z.string().nullable(),
  numbering: z.string(),
  digest: z.string(),
  originProvince: z.string(),
  destinationProvince: z.string(),
  late: z.boolean().nullable(),
  significantDifference: z.boolean().nullable(),
  warnings: z.array(z.object({ code: z.string() })),
  lines: z.array(ManifestLine),
});
export type Manifest = z.output<typeof Manifest>;

export const Parties = z.object({ items: z.array(z.object({ id: z.string(), uscc: z.string().nullable() })) });

export const BulkAnswer = z.object({
  items: z.array(
    z.object({
      row: z.int(),
      outcome: z.string(),
      id: z.string().optional(),
      problem: z.object({ code: z.string(), detail: z.string() }).optional(),
    }),
  ),
});

export const Supply = z.object({ id: z.string(), batchId: z.string() });

export const RunBatches = z.object({
  run: z.object({ id: z.string() }),
  batches: z.array(z.object({ id: z.string(), massGrams: z.int() })),
});

export const Keys = z.object({
  code: z.string(),
  keys: z.array(z.object({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string(), kid: z.string() })),
});

export const ExchangeStatus = z.object({
  partners: z.array(
    z.object({
      code: z.string(),
      sent: z.int(),
      acknowledged: z.int(),
      retried: z.int(),
      due: z.int(),
      parked: z.int(),
    }),
  ),
  numbersWaiting: z.int(),
});
export type ExchangeStatus = z.output<typeof ExchangeStatus>;

export const Anything = z.unknown();
