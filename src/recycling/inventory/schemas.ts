/** Wire shapes of supplies, dispositions, stock counts and emissions. */
import { z } from 'zod';
import {
  Day,
  fault,
  Id,
  Instant,
  InstantOut,
  MassGrams,
  MassGramsOrNone,
  MassGramsOut,
  PageQuery,
  Ppm,
  text,
} from '../../platform/http/index.ts';
import { finding, MOISTURE_FAULT, moistureFits } from '../assays/schemas.ts';
import { DISPOSITION_KINDS, type Disposition } from './disposition.ts';
import { EMISSION_MEDIA, type Emission } from './emission.ts';
import type { StockCount } from './stock-count.ts';
import type { Supply } from './supply.ts';

export const RecordSupplyRequest = z
  .strictObject({
    siteId: Id.describe('Own site of kind recycler'),
    sourceKind: text(40).describe(
      'Code of the list recycling.supply-kinds: crude_lead, concentrate, imported_scrap, battery_production_scrap, reagent …',
    ),
    supplierName: text(200),
    documentNumber: text(100).nullable().default(null).describe('Invoice, weighbridge ticket or customs declaration'),
    massGrams: MassGrams,
    receivedAt: Instant,
    assay: z
      .strictObject(finding)
      .refine(moistureFits, MOISTURE_FAULT)
      .nullable()
      .default(null)
      .describe('Required for lead-bearing kinds'),
  })
  .meta({
    example: {
      siteId: '01990000-0000-7000-8000-000000000001',
      sourceKind: 'crude_lead',
      supplierName: '演示冶炼厂',
      documentNumber: 'DEMO-S-1',
      massGrams: 20_000_000,
      receivedAt: '2026-10-03T10:00:00+08:00',
      assay: { ppm: 970_000, method: 'ICP-OES', laboratory: '演示检测中心', sampledAt: '2026-10-03T10:30:00+08:00' },
    },
  });

export const SupplyResponse = z.object({
  id: Id,
  partyId: Id,
  siteId: Id,
  batchId: Id.describe('The batch to feed to runs'),
  sourceKind: z.string(),
  supplierName: z.string(),
  documentNumber: z.string().nullable(),
  massGrams: MassGramsOut,
  receivedAt: InstantOut,
  recordedAt: InstantOut,
});

export const DisposeRequest = z
  .strictObject({
    kind: z
      .enum(DISPOSITION_KINDS)
      .describe(
        'sale: of a product; use: of a by-product or residue by the receiver; disposal: of a by-product or residue without use',
      ),
    massGrams: MassGrams,
    receiverName: text(200),
    contractNumber: text(100).nullable().default(null),
    confirmationNumber: text(100)
      .nullable()
      .default(null)
      .describe("The receiver's confirmation of use; lead in a use counts as recovered only with it"),
    occurredAt: Instant,
  })
  .refine(
    ({ kind, contractNumber }) => kind === 'disposal' || contractNumber !== null,
    fault(
      'A sale or use needs its contractNumber.',
      '销售或综合利用须填写“合同编号”（contractNumber）。',
      'contractNumber',
      'kind',
    ),
  )
  .meta({
    example: {
      kind: 'sale',
      massGrams: 9_500_000,
      receiverName: '演示电池厂',
      contractNumber: 'DEMO-C-1',
      occurredAt: '2026-10-08T10:00:00+08:00',
    },
  });

export const DispositionResponse = z.object({
  id: Id,
  partyId: Id,
  batchId: Id,
  kind: z.enum(DISPOSITION_KINDS),
  massGrams: MassGramsOut,
  receiverName: z.string(),
  contractNumber: z.string().nullable(),
  confirmationNumber: z.string().nullable(),
  occurredAt: InstantOut,
  recordedAt: InstantOut,
});

export const CountStockRequest = z
  .strictObject({
    siteId: Id.describe('Own site of kind recycler'),
    countedOn: Day.describe('Counted at the end of this day: the last day of a month closes it and opens the next'),
    countedBy: text(100),
    lines: z
      .array(
        z.strictObject({
          item: text(40).describe('Code of the list recycling.stock-items: batteries, furnace, paste, slag, dust …'),
          massGrams: MassGramsOrNone,
          leadPpm: Ppm.describe('Lead in the counted mass'),
          evidence: text(100).nullable().default(null).describe('Assay certificate or sampling record'),
        }),
      )
      .max(100)
      .describe('Empty when there was no stock'),
    replacesId: Id.nullable().default(null).describe('The stock count that this one corrects'),
  })
  .meta({
    example: {
      siteId: '01990000-0000-7000-8000-000000000001',
      countedOn: '2026-10-31',
      countedBy: '演示盘点人',
      lines: [
        { item: 'batteries', massGrams: 300_000_000, leadPpm: 580_000 },
        { item: 'furnace', massGrams: 20_000_000, leadPpm: 900_000 },
      ],
    },
  });

export const StockCountResponse = z.object({
  id: Id,
  partyId: Id,
  siteId: Id,
  countedOn: z.string(),
  countedBy: z.string(),
  lines: z.array(
    z.object({
      item: z.string(),
      term: z.enum(['battery_stock', 'work']),
      massGrams: MassGramsOut,
      leadPpm: z.int(),
      evidence: z.string().nullable(),
    }),
  ),
  replacesId: Id.nullable(),
  recordedAt: InstantOut,
});

export const RecordEmissionRequest = z
  .strictObject({
    siteId: Id.describe('Own site of kind recycler'),
    medium: z.enum(EMISSION_MEDIA),
    leadGrams: MassGramsOrNone.describe('Lead emitted in the measured interval, whole grams'),
    method: text(100).describe('CEMS, or manual monitoring times flow'),
    monitoringPoint: text(100).describe('Number of the outlet, such as DA001'),
    reportNumber: text(100).nullable().default(null),
    occurredAt: Instant.describe('End of the measured interval'),
  })
  .meta({
    example: {
      siteId: '01990000-0000-7000-8000-000000000001',
      medium: 'air',
      leadGrams: 5_200,
      method: 'CEMS',
      monitoringPoint: 'DA001',
      occurredAt: '2026-10-31T23:00:00+08:00',
    },
  });

export const EmissionResponse = z.object({
  id: Id,
  partyId: Id,
  siteId: Id,
  medium: z.enum(EMISSION_MEDIA),
  leadGrams: MassGramsOut,
  method: z.string(),
  monitoringPoint: z.string(),
  reportNumber: z.string().nullable(),
  occurredAt: InstantOut,
  recordedAt: InstantOut,
});

export const SiteListQuery = PageQuery.extend({ siteId: Id.optional() });
export const BatchListQuery = PageQuery.extend({ batchId: Id.optional() });
export const StockCountListQuery = SiteListQuery.extend({ countedOn: Day.optional() });

const iso = (at: Date) => at.toISOString();

export const toSupplyResponse = (supply: Supply): z.infer<typeof SupplyResponse> => ({
  ...supply,
  receivedAt: iso(supply.receivedAt),
  recordedAt: iso(supply.recordedAt),
});

export const toDispositionResponse = (disposition: Disposition): z.infer<typeof DispositionResponse> => ({
  ...disposition,
  occurredAt: iso(disposition.occurredAt),
  recordedAt: iso(disposition.recordedAt),
});

export const toStockCountResponse = (count: StockCount): z.infer<typeof StockCountResponse> => ({
  ...count,
  lines: [...count.lines],
  recordedAt: iso(count.recordedAt),
});

export const toEmissionResponse = (emission: Emission): z.infer<typeof EmissionResponse> => ({
  ...emission,
  occurredAt: iso(emission.occurredAt),
  recordedAt: iso(emission.recordedAt),
});
