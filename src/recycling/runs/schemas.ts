/** Wire shapes of processing runs. */
import { z } from 'zod';
import {
  codeText,
  Id,
  Instant,
  InstantOut,
  MassGrams,
  MassGramsOrNone,
  MassGramsOut,
  named,
  namedCodes,
  openCodes,
  PageQuery,
  Pieces,
  wordsOf,
} from '../../platform/http/index.ts';
import { CLOSE_RUN, FEED_RUN, OPEN_RUN, RUN, RUN_BATCHES, RUN_MOVEMENT, YIELD } from '../examples.ts';
import { heldGrams, type Run } from './run.ts';

const RunStateCode = namedCodes('RunState', 'State of a run', ['open', 'closed'], {
  open: { en: 'open, may be fed and yield outputs', zh: '运行中' },
  closed: { en: 'closed, final', zh: '已结束' },
});

const RUN_BATCH_KINDS = {
  product: { en: 'made to be sold', zh: '产品' },
  by_product: { en: 'made beside the product', zh: '副产品' },
  residue: { en: 'left over', zh: '残渣' },
  other_feed: { en: 'fed again', zh: '其他投料' },
};
const RunBatchKind = openCodes(
  'RunBatchKind',
  `Kind of a batch that a run made: ${wordsOf(RUN_BATCH_KINDS)}`,
  Object.keys(RUN_BATCH_KINDS),
);

const RUN_MOVEMENT_KINDS = {
  feed: { en: 'fed into the run', zh: '投料' },
  output: { en: 'yielded by the run', zh: '产出' },
  process_difference: { en: 'gained or lost in the run', zh: '工艺增减' },
  stock_adjustment: { en: 'corrected after a stock count', zh: '盘点调整' },
};
const RunMovementKind = openCodes(
  'RunMovementKind',
  `Kind of a movement of a run: ${wordsOf(RUN_MOVEMENT_KINDS)}`,
  Object.keys(RUN_MOVEMENT_KINDS),
);

export const OpenRunRequest = named(
  'OpenRun',
  'Start of a run of a process at a site.',
  z.strictObject({
    siteId: Id.describe('Own site of kind recycler'),
    startedAt: Instant,
    process: codeText(40).describe('Code of the list processes: breaking, smelting, refining, integrated …'),
  }),
  OPEN_RUN,
);

export const FeedRunRequest = named(
  'FeedRun',
  'Batches that are fed into a run, with the mass of each.',
  z.strictObject({
    fedAt: Instant,
    lines: z
      .array(
        z.strictObject({
          batchId: Id.describe('Batteries, bought feed, intermediates, residues or products on the site of the run'),
          massGrams: MassGrams,
          pieces: Pieces.default(0).describe('Number of batteries; 0 for everything else'),
        }),
      )
      .min(1)
      .max(200)
      .describe('All lines are fed, or none'),
  }),
  FEED_RUN,
);

export const YieldRunRequest = named(
  'YieldFromRun',
  z
    .strictObject({
      yieldedAt: Instant,
      outputs: z
        .array(
          z.strictObject({
            material: codeText(40).describe('Code of the list materials: refined_lead, lead_alloy, slag, dust …'),
            massGrams: MassGrams,
          }),
        )
        .min(1)
        .max(100)
        .describe('Each output becomes a batch'),
    })
    .describe(
      'Outputs of a run. Mass that the run lacks counts as uptake of oxygen and water, from the boundary account adjustment, up to a limit of the law',
    ),
  YIELD,
);

export const CloseRunRequest = named(
  'CloseRun',
  'Closing of a run, with the mass that is carried over to the next run.',
  z.strictObject({
    closedAt: Instant,
    carriedGrams: MassGramsOrNone.default(MassGramsOrNone.parse(0)).describe(
      'Mass still inside the run; it goes into a batch of work in progress on the site. The rest is a process difference.',
    ),
  }),
  CLOSE_RUN,
);

export const RunResponse = named(
  'Run',
  'Run of a process at a site: mass fed, yielded, gained, lost and held.',
  z.object({
    id: Id.describe('Also the id of the account of the run'),
    partyId: Id.describe('The recycler'),
    siteId: Id.describe('Site of the recycler at which the process runs'),
    process: z.string().describe('Code of the list processes'),
    state: RunStateCode,
    startedAt: InstantOut.describe('Time of the start'),
    closedAt: InstantOut.nullable().describe('Time of the closing; null while it is open'),
    fedGrams: MassGramsOut.describe('Mass fed so far'),
    yieldedGrams: MassGramsOut.describe('Mass of all outputs so far'),
    gainedGrams: MassGramsOut.describe('Uptake of oxygen and water, from the boundary account adjustment'),
    lostGrams: MassGramsOut.describe('Water and gas, to the boundary account loss'),
    carriedGrams: MassGramsOut.describe('Mass carried over into a batch of work in progress'),
    heldGrams: MassGramsOut.describe('Mass inside the run now'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
  RUN,
);

export const RunBatchesResponse = named(
  'RunBatches',
  'Run after a step, with the batches that the step made.',
  z.object({
    run: RunResponse.describe('The run after the step'),
    batches: z
      .array(
        z.object({
          id: Id.describe('Batch that the step made: read it with `GET /v1/batches/{id}`'),
          kind: RunBatchKind.describe('Kind of the batch, as in Batch'),
          material: z.string().describe('Waste code of a residue that is hazardous waste, otherwise as `materialCode`'),
          materialCode: z
            .string()
            .describe(
              'Code of the list materials as it was sent: dust and sludge share a waste code and differ here; `work_in_progress` for mass that is carried over',
            ),
          massGrams: MassGramsOut.describe('Mass that went from the run into this batch'),
        }),
      )
      .describe('Batches that the step made'),
  }),
  RUN_BATCHES,
);

export const RunMovementResponse = named(
  'RunMovement',
  'Movement of mass into or out of a run.',
  z.object({
    id: z.string().describe('Number of the movement, unique in this service'),
    kind: RunMovementKind.describe('Kind of the movement, as in Movement'),
    batchId: Id.nullable().describe('The batch at the other end; null at a boundary account'),
    direction: z.enum(['in', 'out']).describe('in: into the run; out: out of it'),
    material: z
      .string()
      .nullable()
      .describe('Waste code, or a code of the list materials or of the list supply-kinds; null at a boundary account'),
    materialCode: z
      .string()
      .nullable()
      .describe(
        'Code of the list materials under which an output was recorded, or `work_in_progress`; null for all other movements',
      ),
    massGrams: MassGramsOut.describe('Mass that moved'),
    pieces: z.int().describe('Batteries that moved'),
    occurredAt: InstantOut.describe('Time of the movement'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
  RUN_MOVEMENT,
);

export const RunListQuery = PageQuery.extend({
  siteId: Id.optional(),
  state: RunStateCode.optional(),
});

export const toRunResponse = (run: Run): z.infer<typeof RunResponse> => ({
  ...run,
  state: run.closedAt === null ? 'open' : 'closed',
  heldGrams: heldGrams(run),
  startedAt: run.startedAt.toISOString(),
  closedAt: run.closedAt?.toISOString() ?? null,
  recordedAt: run.recordedAt.toISOString(),
});
