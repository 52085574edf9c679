/** Wire shapes of supplies, dispositions, stock counts and emissions. */
import { z } from 'zod';
import {
  codeText,
  Day,
  documentNumber,
  fault,
  Id,
  Instant,
  InstantOut,
  lineText,
  MassGrams,
  MassGramsOrNone,
  MassGramsOut,
  named,
  namedCodes,
  nameText,
  PageQuery,
  Pieces,
  Ppm,
  WithdrawnState,
} from '../../platform/http/index.ts';
import { finding, MOISTURE_FAULT, moistureFits } from '../assays/schemas.ts';
import {
  COUNT_STOCK,
  DISPOSE,
  DISPOSITION,
  EMISSION,
  RECORD_EMISSION,
  RECORD_SUPPLY,
  STOCK_COUNT,
  SUPPLY,
} from '../examples.ts';
import { STOCK_TERMS } from '../material.ts';
import { USE_MEMBERS, USE_SHOWN } from '../uses/schemas.ts';
import { DISPOSITION_KINDS, type Disposition } from './disposition.ts';
import { EMISSION_MEDIA, type Emission } from './emission.ts';
import type { StockCount } from './stock-count.ts';
import type { Supply } from './supply.ts';

export const DispositionKindCode = namedCodes(
  'DispositionKind',
  'Way in which mass left a recycler',
  DISPOSITION_KINDS,
  {
    sale: { en: 'sale of a product', zh: '销售' },
    use: { en: 'use of a by-product or residue by the receiver', zh: '综合利用' },
    disposal: { en: 'disposal of a by-product or residue without use', zh: '处置' },
  },
);

const EmissionMediumCode = namedCodes('EmissionMedium', 'Medium that an emission enters', EMISSION_MEDIA, {
  air: { en: 'air', zh: '废气' },
  water: { en: 'water', zh: '废水' },
});

export const RecordSupplyRequest = named(
  'RecordSupply',
  'Purchased material to record, with the document that came with it.',
  z.strictObject({
    siteId: Id.describe('Own site of kind recycler'),
    sourceKind: codeText(40).describe(
      'Code of the list supply-kinds: crude_lead, concentrate, imported_scrap, battery_production_scrap, reagent …',
    ),
    supplierName: nameText(200).describe('Organisation from which the material was bought (供货方名称)'),
    documentNumber: documentNumber(100)
      .nullable()
      .default(null)
      .describe('Invoice, weighbridge ticket or customs declaration'),
    massGrams: MassGrams,
    receivedAt: Instant,
    assay: z
      .strictObject(finding)
      .refine(moistureFits, MOISTURE_FAULT)
      .nullable()
      .default(null)
      .describe('Required for lead-bearing kinds'),
  }),
  RECORD_SUPPLY,
);

export const SupplyResponse = named(
  'Supply',
  'Recorded purchase of material from outside the system.',
  z.object({
    id: Id,
    partyId: Id.describe('The recycler'),
    siteId: Id.describe('The site'),
    batchId: Id.describe('The batch to feed to runs'),
    sourceKind: z.string().describe('Code of the list supply-kinds'),
    supplierName: z.string().describe('Organisation from which the material was bought'),
    documentNumber: z.string().nullable().describe('Invoice, weighbridge ticket or customs declaration'),
    massGrams: MassGramsOut.describe('Mass received'),
    receivedAt: InstantOut.describe('Time of receipt'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
    corrections: z.int().describe('How often it was corrected; its values are those that count'),
    state: WithdrawnState,
  }),
  SUPPLY,
);

export const DisposeRequest = named(
  'DisposeOfBatch',
  'Removal of mass from a batch: sold, used or disposed of, with its evidence.',
  z
    .strictObject({
      kind: DispositionKindCode,
      massGrams: MassGrams,
      receiverName: nameText(200).describe('Organisation that takes the mass over (接收方名称)'),
      contractNumber: documentNumber(100)
        .nullable()
        .default(null)
        .describe('Number of the contract; required for a sale or use'),
      confirmationNumber: documentNumber(100)
        .nullable()
        .default(null)
        .describe("The receiver's confirmation of use; lead in a use counts as recovered only with it"),
      ...USE_MEMBERS,
      occurredAt: Instant,
    })
    .refine(
      ({ kind, use }) => kind === 'use' || !use,
      fault('Only a use has a use.', '只有综合利用才填写“用途”（use）。', 'use', 'kind'),
    )
    .refine(
      ({ kind, contractNumber }) => kind === 'disposal' || contractNumber !== null,
      fault(
        'A sale or use needs its contractNumber.',
        '销售或综合利用须填写“合同编号”（contractNumber）。',
        'contractNumber',
        'kind',
      ),
    ),
  DISPOSE,
);

export const DispositionResponse = named(
  'Disposition',
  'Recorded removal of mass from a batch, with its receiver and evidence.',
  z.object({
    id: Id,
    partyId: Id.describe('The recycler'),
    batchId: Id.describe('Batch that the mass left'),
    kind: DispositionKindCode.describe('How the mass left'),
    massGrams: MassGramsOut.describe('Mass that left'),
    receiverName: z.string().describe('Organisation that took the mass over'),
    contractNumber: z
      .string()
      .nullable()
      .describe('Number of the contract of a sale or use; null for a disposal without one'),
    confirmationNumber: z.string().nullable().describe('Confirmation of use by the receiver'),
    ...USE_SHOWN,
    occurredAt: InstantOut.describe('Time of the disposition'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
    corrections: z.int().describe('How often it was corrected; its values are those that count'),
    state: WithdrawnState,
  }),
  DISPOSITION,
);

export const CountStockRequest = named(
  'CountStock',
  'Stock count of a site on one day.',
  z.strictObject({
    siteId: Id.describe('Own site, of any kind'),
    countedOn: Day.describe('Counted at the end of this day: the last day of a month closes it and opens the next'),
    countedBy: nameText(100),
    lines: z
      .array(
        z.strictObject({
          item: codeText(40).describe(
            'Code of the list stock-items: batteries, furnace, paste, slag, refined_lead, bought_crude_lead …',
          ),
          massGrams: MassGramsOrNone,
          pieces: Pieces.nullable()
            .default(null)
            .describe(
              'Batteries that were counted; null when they were weighed only. Batteries have both mass and pieces, or neither, and a possible mass of a piece (`batteries.piece-mass`).',
            ),
          leadPpm: Ppm.describe('Lead in the counted mass'),
          evidence: lineText(100).nullable().default(null).describe('Assay certificate or sampling record'),
        }),
      )
      .max(100)
      .describe('Empty when there was no stock'),
    replacesId: Id.nullable().default(null).describe('The stock count that this one corrects'),
  }),
  COUNT_STOCK,
);

export const StockCountResponse = named(
  'StockCount',
  'Recorded stock count of a site.',
  z.object({
    id: Id,
    partyId: Id.describe('The organisation'),
    siteId: Id.describe('The site'),
    countedOn: z.string().describe('Day at the end of which was counted'),
    countedBy: z.string().describe('Person who counted'),
    lines: z
      .array(
        z.object({
          item: z.string().describe('Code of the list stock-items'),
          term: z
            .enum(STOCK_TERMS)
            .describe(
              'battery_stock: whole batteries; work: everything in process; outside: products and bought feed, which the recovery rate does not count in stock',
            ),
          massGrams: MassGramsOut.describe('Counted mass'),
          pieces: z.int().nullable().describe('Counted batteries; null when they were weighed only'),
          leadPpm: z.int().describe('Lead in the counted mass, parts per million'),
          evidence: z.string().nullable().describe('Assay certificate or sampling record'),
        }),
      )
      .describe('Counted items'),
    replacesId: Id.nullable().describe('The stock count that this one corrects'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
  STOCK_COUNT,
);

export const RecordEmissionRequest = named(
  'RecordEmission',
  'Emission of lead to record.',
  z.strictObject({
    siteId: Id.describe('Own site of kind recycler'),
    medium: EmissionMediumCode,
    leadGrams: MassGramsOrNone.describe('Lead emitted in the measured interval, whole grams'),
    method: lineText(100).describe('CEMS, or manual monitoring times flow'),
    monitoringPoint: documentNumber(100).describe('Number of the outlet, such as DA001'),
    reportNumber: documentNumber(100)
      .nullable()
      .default(null)
      .describe('Number that the monitoring body gave its report (监测报告编号)'),
    occurredAt: Instant.describe('End of the measured interval'),
  }),
  RECORD_EMISSION,
);

export const EmissionResponse = named(
  'Emission',
  'Recorded emission of lead to air or water from a site.',
  z.object({
    id: Id,
    partyId: Id.describe('The recycler'),
    siteId: Id.describe('Site of the recycler that has the outlet'),
    medium: EmissionMediumCode.describe('Medium that the lead entered'),
    leadGrams: MassGramsOut.describe('Lead emitted in the measured interval'),
    method: z.string().describe('CEMS, or manual monitoring times flow'),
    monitoringPoint: z.string().describe('Number of the outlet'),
    reportNumber: z.string().nullable().describe('Number of the monitoring report'),
    occurredAt: InstantOut.describe('End of the measured interval'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
    corrections: z.int().describe('How often it was corrected; its values are those that count'),
  }),
  EMISSION,
);

export const SiteListQuery = PageQuery.extend({ siteId: Id.optional() });
export const BatchListQuery = PageQuery.extend({ batchId: Id.optional() });
export const StockCountListQuery = SiteListQuery.extend({ countedOn: Day.optional() });

/** The number of corrections of a record, whose values count already. */
type Corrected = { readonly corrections: number };

const iso = (at: Date) => at.toISOString();

/** Says when a record was corrected to nothing. None was recorded with no mass. */
const stateOf = ({ massGrams }: { readonly massGrams: number }) =>
  massGrams === 0 ? { state: 'withdrawn' as const } : {};

export const toSupplyResponse = (supply: Supply & Corrected): z.infer<typeof SupplyResponse> => ({
  ...supply,
  ...stateOf(supply),
  receivedAt: iso(supply.receivedAt),
  recordedAt: iso(supply.recordedAt),
});

export const toDispositionResponse = (disposition: Disposition & Corrected): z.infer<typeof DispositionResponse> => ({
  ...disposition,
  ...stateOf(disposition),
  occurredAt: iso(disposition.occurredAt),
  recordedAt: iso(disposition.recordedAt),
});

export const toStockCountResponse = (count: StockCount): z.infer<typeof StockCountResponse> => ({
  ...count,
  lines: count.lines.map((line) => ({ ...line, pieces: line.pieces ?? null })),
  recordedAt: iso(count.recordedAt),
});

export const toEmissionResponse = (emission: Emission & Corrected): z.infer<typeof EmissionResponse> => ({
  ...emission,
  occurredAt: iso(emission.occurredAt),
  recordedAt: iso(emission.recordedAt),
});
