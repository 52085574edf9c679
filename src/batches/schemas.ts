/** Wire shapes of batches. */
import { z } from 'zod';
import { EXAMPLE_IDS } from '../core/example-ids.ts';
import {
  BatteryKindCode,
  codeText,
  Flag,
  fault,
  Id,
  Instant,
  InstantOut,
  MassGrams,
  MassGramsOut,
  named,
  namedCodes,
  nameText,
  PageQuery,
  Pieces,
  pageOf,
  WasteCode,
  WithdrawnState,
} from '../platform/http/index.ts';
import { WASTE_BATTERY_CODE } from './batch.ts';
import { BoundaryCode, MovementKindCode } from './books/schemas.ts';
import { BATCH_KINDS, BATCH_TERMS, CONDITIONS, ORIGINS, RISK_CLASSES } from './codes.ts';
import { CollectionWarningResponse } from './collecting/schemas.ts';
import { BATCH, BATCH_MOVEMENTS, RECORD_BATCH, TRACE } from './examples/batches.ts';
import { StorageWarningResponse } from './storage/schemas.ts';

export const RiskClassCode = namedCodes(
  'RiskClass',
  'Risk class of waste lead-acid batteries (HJ 519-2020)',
  RISK_CLASSES,
  {
    I: { en: 'class I, sealed and unbroken', zh: '第Ⅰ类' },
    II: { en: 'class II, open or broken', zh: '第Ⅱ类' },
  },
);

export const ConditionCode = namedCodes(
  'BatteryCondition',
  'Condition of batteries',
  CONDITIONS,
  BATCH_TERMS.condition,
);

const BatchKindCode = namedCodes('BatchKind', 'Kind of a batch', BATCH_KINDS, {
  battery: { en: 'batteries in stock', zh: '废铅蓄电池' },
  transit: { en: 'a load on a vehicle', zh: '在途' },
  process: { en: 'the content of a run', zh: '处理中' },
  product: { en: 'made by a run', zh: '产品' },
  by_product: { en: 'made by a run', zh: '副产品' },
  residue: { en: 'made by a run', zh: '残渣' },
  other_feed: { en: 'bought feed, or an intermediate to be fed again', zh: '其他投料' },
});

const DirectionCode = namedCodes('TraceDirection', 'Direction of a trace', ['back', 'forward'], {
  back: { en: 'to the sources', zh: '追溯来源' },
  forward: { en: 'to the destinations', zh: '追踪去向' },
});

type Described = {
  readonly wasteCode: string;
  readonly batteryKind: string | null;
  readonly riskClass: string | null;
  readonly condition: string | null;
};
type Description = Exclude<keyof Described, 'wasteCode'>;

const isDescribed =
  (field: Description) =>
  (batch: Described): boolean =>
    batch.wasteCode !== WASTE_BATTERY_CODE || batch[field] !== null;
const notDescribed = (field: Description, zh: string, example: string) =>
  fault(
    `Batteries need their ${field}, such as ${example}.`,
    `废铅蓄电池须填写“${zh}”（${field}），例如 ${example}。`,
    field,
    'wasteCode',
  );

export const RecordBatchRequest = named(
  'RecordBatch',
  'Batch to record, as it was collected or produced: batteries, or other waste with its code.',
  z
    .strictObject({
      origin: z.enum(ORIGINS).describe('generated: waste of the site itself; collected: taken from a source'),
      siteId: Id.describe('A site of your organisation'),
      wasteCode: WasteCode.default(WASTE_BATTERY_CODE).describe('Code of the national list; batteries when left out'),
      batteryKind: BatteryKindCode.nullable().default(null).describe('Required for batteries; null for other waste'),
      riskClass: RiskClassCode.nullable().default(null).describe('Required for batteries; null for other waste'),
      condition: ConditionCode.nullable().default(null).describe('Required for batteries; null for other waste'),
      massGrams: MassGrams.describe('Net mass in whole grams'),
      pieces: Pieces,
      sourceType: codeText(40)
        .nullable()
        .default(null)
        .describe('Code of the list source-types, such as repair-shop; required for a collected batch'),
      supplierName: nameText(200)
        .nullable()
        .default(null)
        .describe('Person or organisation that delivered the batteries (交售方名称)'),
      occurredAt: Instant.describe('Time of generation or collection; handhelds may send it hours later'),
    })
    .refine(isDescribed('batteryKind'), notDescribed('batteryKind', '电池类型', 'starter'))
    .refine(isDescribed('riskClass'), notDescribed('riskClass', '风险类别', 'I'))
    .refine(isDescribed('condition'), notDescribed('condition', '物料状态', 'whole'))
    .refine(
      ({ origin, sourceType }) => origin === 'generated' || sourceType !== null,
      fault(
        'A collected batch needs its sourceType, such as repair-shop.',
        '收集的批次须填写“来源类型”（sourceType），例如 repair-shop。',
        'sourceType',
        'origin',
      ),
    ),
  RECORD_BATCH,
);

export const BatchResponse = named(
  'Batch',
  'Batch of batteries or of materials from them: one kind, at one site, with mass and pieces.',
  z.object({
    id: Id,
    partyId: Id.describe('Organisation that has the batch'),
    siteId: Id.nullable().describe('Site where the batch is; null while it is on the way or inside a run'),
    kind: BatchKindCode,
    material: z
      .string()
      .describe(
        'Waste code of batteries and residues, otherwise a code of the list materials or a code of the list supply-kinds',
      ),
    batteryKind: BatteryKindCode.nullable(),
    riskClass: RiskClassCode.nullable(),
    condition: ConditionCode.nullable(),
    sourceType: z
      .string()
      .nullable()
      .describe('Code of the list source-types, or of the list supply-kinds for bought feed; null without a source'),
    supplierName: z.string().nullable().describe('Person or organisation that delivered them; null when not given'),
    evidence: z
      .string()
      .nullable()
      .describe('Record that proves the batch, such as `manifest:<id>` or `run:<id>`; null for a declaration'),
    massGrams: MassGramsOut.describe('Mass that the batch holds now; 0 when it has been sent or fed'),
    pieces: z.int().describe('Batteries that the batch holds now'),
    corrections: z.int().describe('How often it was corrected: see `/v1/batches/{id}/corrections`'),
    state: WithdrawnState,
    unlicensed: z
      .literal(true)
      .optional()
      .describe('true for a batch that was collected without the licence that its day asks for; otherwise absent'),
    occurredAt: InstantOut.describe('Time of generation, collection or production'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
  BATCH,
);

/** The recorded batch; without warnings it equals the batch as GET returns it. */
export const RecordedBatchResponse = named(
  'RecordedBatch',
  'Recorded batch, with warnings that stop nothing.',
  BatchResponse.extend({
    warnings: z
      .array(z.union([StorageWarningResponse, CollectionWarningResponse]))
      .optional()
      .describe('Storage limits that the batch brings the site near or above, and a missing licence'),
  }),
  BATCH,
);

export const SplitBatchRequest = named(
  'SplitBatch',
  'Mass and pieces that leave a batch and become a new one.',
  z.strictObject({ massGrams: MassGrams, pieces: Pieces }),
  {
    massGrams: 100_000,
    pieces: 6,
  },
);

export const MergeBatchesRequest = named(
  'MergeBatches',
  'Batches of one kind at one site that become one.',
  z.strictObject({
    batchIds: z
      .array(Id)
      .min(2)
      .max(200)
      .refine((ids) => new Set(ids).size === ids.length, fault('name each batch once.', '每个批次只能填写一次。'))
      .describe('Batches (批次编号) whose whole mass is merged'),
  }),
  { batchIds: [EXAMPLE_IDS.batch, EXAMPLE_IDS.otherBatch] },
);

export const BatchListQuery = PageQuery.extend({
  siteId: Id.optional(),
  kind: BatchKindCode.optional(),
  material: codeText(40).optional(),
  inStock: Flag.transform((value) => value === 'true')
    .optional()
    .describe('true: only batches that hold mass; false or left out: all batches'),
  unlicensed: Flag.transform((value) => value === 'true')
    .optional()
    .describe('true: only batches that were collected without a licence; false or left out: all batches'),
});

export const MovementResponse = named(
  'Movement',
  'Movement of mass into, out of or between batches.',
  z.object({
    id: z.string().describe('Number of the movement, unique in this service'),
    kind: MovementKindCode,
    fromBatchId: Id.nullable().describe('Batch that the mass left; null at a boundary account'),
    fromBoundary: BoundaryCode.nullable().describe('Boundary account that the mass left; null at a batch'),
    toBatchId: Id.nullable().describe('Batch that the mass entered; null at a boundary account'),
    toBoundary: BoundaryCode.nullable().describe('Boundary account that the mass entered; null at a batch'),
    massGrams: MassGramsOut.describe('Mass that moved'),
    pieces: z.int().describe('Batteries that moved'),
    evidence: z.string().nullable().describe('Record that proves the movement, such as `manifest:<id>`'),
    correctsId: z.string().nullable().describe('Number of the movement that a correction sets right; null for others'),
    occurredAt: InstantOut.describe('Time of the movement'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
);

/** A page of movements with the balance that they lead to. */
export const BatchMovementsResponse = named(
  'BatchMovements',
  'Page of the movements of a batch, with its balance.',
  pageOf(MovementResponse).extend({
    batchId: Id.describe('The batch'),
    balanceGrams: MassGramsOut.describe('Mass that the batch holds now'),
  }),
  BATCH_MOVEMENTS,
);

export const TraceQuery = z.strictObject({
  direction: DirectionCode.default('back').describe('back: sources of the batch; forward: destinations of the batch'),
});

export const TraceResponse = named(
  'Trace',
  'Origin or destination of a batch, step by step.',
  z.object({
    batch: BatchResponse.describe(
      'The batch that is traced, with the mass that it holds now: 0 after it was sent or fed',
    ),
    direction: DirectionCode.describe('Direction in which the batch is traced'),
    complete: z.boolean().describe('false when the trace has more steps than shown'),
    steps: z
      .array(
        named(
          'TraceStep',
          'Movement on the way to or from a batch, with its share.',
          MovementResponse.omit({ correctsId: true }).extend({
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
                kind: BatchKindCode,
                material: z
                  .string()
                  .describe('Waste code, or a code of the list materials or of the list supply-kinds'),
                batteryKind: BatteryKindCode.nullable().describe('Kind of battery; null for other material'),
                partyName: z.string().nullable().describe('Organisation; null when the caller may not see it'),
                siteName: z.string().nullable().describe('Site; null when the caller may not see it'),
              })
              .nullable()
              .describe('The batch at the far end; null at a boundary account'),
          }),
        ),
      )
      .describe('Movements on the way, nearest to the batch first'),
  }),
  TRACE,
);
