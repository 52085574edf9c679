/** Wire shapes of processing runs. */
import { z } from 'zod';
import {
  Id,
  Instant,
  InstantOut,
  MassGrams,
  MassGramsOrNone,
  MassGramsOut,
  PageQuery,
  Pieces,
  text,
} from '../../platform/http/index.ts';
import { heldGrams, type Run } from './run.ts';

export const OpenRunRequest = z
  .strictObject({
    siteId: Id.describe('Own site of kind recycler'),
    startedAt: Instant,
    process: text(40).describe('Code of the list recycling.processes: breaking, smelting, refining, integrated …'),
  })
  .meta({
    example: {
      siteId: '01990000-0000-7000-8000-000000000001',
      startedAt: '2026-10-05T08:00:00+08:00',
      process: 'integrated',
    },
  });

export const FeedRunRequest = z
  .strictObject({
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
  })
  .meta({
    example: {
      fedAt: '2026-10-05T09:00:00+08:00',
      lines: [{ batchId: '01990000-0000-7000-8000-000000000002', massGrams: 28_000_000, pieces: 1_750 }],
    },
  });

export const YieldRunRequest = z
  .strictObject({
    yieldedAt: Instant,
    outputs: z
      .array(
        z.strictObject({
          material: text(40).describe('Code of the list recycling.materials: refined_lead, lead_alloy, slag, dust …'),
          massGrams: MassGrams,
        }),
      )
      .min(1)
      .max(100),
  })
  .describe('Mass that the run lacks comes from the boundary account adjustment, up to the limit recycling.gain-limit')
  .meta({
    example: {
      yieldedAt: '2026-10-06T18:00:00+08:00',
      outputs: [
        { material: 'refined_lead', massGrams: 9_500_000 },
        { material: 'slag', massGrams: 2_300_000 },
      ],
    },
  });

export const CloseRunRequest = z
  .strictObject({
    closedAt: Instant,
    carriedGrams: MassGramsOrNone.default(MassGramsOrNone.parse(0)).describe(
      'Mass still inside the run; it goes into a batch of work in progress on the site. The rest is a process difference.',
    ),
  })
  .meta({ example: { closedAt: '2026-10-07T08:00:00+08:00', carriedGrams: 500_000 } });

export const RunResponse = z.object({
  id: Id.describe('Also the id of the account of the run'),
  partyId: Id,
  siteId: Id,
  process: z.string(),
  state: z.enum(['open', 'closed']),
  startedAt: InstantOut,
  closedAt: InstantOut.nullable(),
  fedGrams: MassGramsOut,
  yieldedGrams: MassGramsOut,
  gainedGrams: MassGramsOut.describe('Uptake of oxygen and water, from the boundary account adjustment'),
  lostGrams: MassGramsOut.describe('Water and gas, to the boundary account loss'),
  carriedGrams: MassGramsOut.describe('Mass carried over into a batch of work in progress'),
  heldGrams: MassGramsOut.describe('Mass inside the run now'),
  recordedAt: InstantOut,
});

export const RunBatchesResponse = z.object({
  run: RunResponse,
  batches: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      material: z.string().describe('Waste code, or code of recycling.materials'),
      massGrams: MassGramsOut,
    }),
  ),
});

export const RunMovementResponse = z.object({
  id: z.string(),
  kind: z.string(),
  batchId: Id.nullable().describe('The batch at the other end; null at a boundary account'),
  direction: z.enum(['in', 'out']),
  material: z.string().nullable(),
  massGrams: MassGramsOut,
  pieces: z.int(),
  occurredAt: InstantOut,
  recordedAt: InstantOut,
});

export const RunListQuery = PageQuery.extend({
  siteId: Id.optional(),
  state: z.enum(['open', 'closed']).optional(),
});

export const toRunResponse = (run: Run): z.infer<typeof RunResponse> => ({
  ...run,
  state: run.closedAt === null ? 'open' : 'closed',
  heldGrams: heldGrams(run),
  startedAt: run.startedAt.toISOString(),
  closedAt: run.closedAt?.toISOString() ?? null,
  recordedAt: run.recordedAt.toISOString(),
});
