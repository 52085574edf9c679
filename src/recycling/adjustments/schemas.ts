/** Wire shapes of stock adjustments. */
import { z } from 'zod';
import {
  affectedMembers,
  codeText,
  Flag,
  fault,
  Id,
  InstantOut,
  linesText,
  MassGramsOrNone,
  MassGramsOut,
  named,
  namedCodes,
  PageQuery,
  Pieces,
  toAffectedMembers,
} from '../../platform/http/index.ts';
import { ADJUST_STOCK, DECIDE_ADJUSTMENT, STOCK_ADJUSTMENT } from './examples.ts';
import { STORED_STATES, type StockAdjustment, stateAt } from './stock-adjustment.ts';
import { ADJUSTMENT_STATES } from './terms.ts';

const StateCode = namedCodes('StockAdjustmentState', 'State of a stock adjustment', STORED_STATES, ADJUSTMENT_STATES);

export const AdjustStockRequest = named(
  'AdjustStock',
  'Difference between count and books to book, for one item of a stock count.',
  z.strictObject({
    item: codeText(40).describe('Item of the count; all of its lines together are held against the books'),
    reasonCode: codeText(40).describe('Code of the list adjustment-reasons: weighing, moisture, entry, mixed, spill …'),
    reason: linesText(500, 2).describe('What happened, in words'),
    batches: z
      .array(
        z.strictObject({
          batchId: Id.describe('Batch of the item on the site of the count'),
          countedGrams: MassGramsOrNone.describe(
            'Mass that the batch had when it was counted; that of the books when only its pieces differ',
          ),
          countedPieces: Pieces.nullable()
            .default(null)
            .describe('Batteries that it had; null when the pieces of the books are right'),
        }),
      )
      .min(1)
      .max(50)
      .refine(
        (batches) => new Set(batches.map(({ batchId }) => batchId)).size === batches.length,
        fault('name each batch once.', '每个批次只能填写一次。'),
      )
      .describe('The batches in which the difference was found'),
  }),
  ADJUST_STOCK,
);

export const DecideAdjustmentRequest = named(
  'DecideStockAdjustment',
  'Decision of the second person about a proposed stock adjustment.',
  z.strictObject({ reason: linesText(500, 2).describe('What the second person checked and found (复核意见)') }),
  DECIDE_ADJUSTMENT,
);

export const StockAdjustmentResponse = named(
  'StockAdjustment',
  'Difference between counted and book stock, booked or waiting for its second person.',
  z.object({
    id: Id,
    partyId: Id.describe('The organisation'),
    siteId: Id.describe('The site of the count'),
    countId: Id.describe('The stock count'),
    item: z.string().describe('Code of the list stock-items'),
    countedAt: InstantOut.describe('Instant of the count: the books are those of then, and the mass moves then'),
    reasonCode: z.string().describe('Code of the list adjustment-reasons'),
    reason: z.string().describe('What happened, in words'),
    countedGrams: MassGramsOut.describe('Counted mass of the item'),
    bookGrams: MassGramsOut.describe('Mass of the item in the books, what open runs hold included'),
    countedPieces: z.int().nullable().describe('Counted batteries; null when they were weighed only'),
    bookPieces: z.int().describe('Batteries in the books'),
    leadPpm: z.int().describe('Lead in the counted mass, also of what was found or is missing'),
    batches: z
      .array(
        z.object({
          batchId: Id.describe('The batch'),
          bookGrams: MassGramsOut.describe('Its mass in the books at the instant of the count'),
          bookPieces: z.int().describe('Its batteries in the books'),
          countedGrams: MassGramsOut.describe('Its counted mass; the movement makes up the difference'),
          countedPieces: z.int().describe('Its counted batteries'),
        }),
      )
      .describe('The adjusted batches'),
    aboveLimit: z.boolean().describe('True when the law (recycling.adjustment-limit) wants a second person'),
    limitGrams: MassGramsOut.describe('What one person may book within the days of the law, whole grams'),
    state: StateCode.describe('Mass has moved only when it is `booked`'),
    proposedBy: z.string().describe('Subject of the token that proposed it, or booked it below the limit'),
    proposedAt: InstantOut.describe('Time of the proposal'),
    expiresAt: InstantOut.nullable().describe('End of the time for the second person; null below the limit'),
    decidedBy: z.string().nullable().describe('Subject of the token of the second person; null without one'),
    decidedAt: InstantOut.nullable().describe('Time of the decision'),
    decision: z.string().nullable().describe('What the second person found'),
    ...affectedMembers('Records that the booking changed, none before it'),
  }),
  STOCK_ADJUSTMENT,
);

export const StockAdjustmentListQuery = PageQuery.extend({
  siteId: Id.optional(),
  countId: Id.optional().describe('Only the adjustments to one stock count'),
  state: StateCode.optional(),
  aboveLimit: Flag.optional().describe('Only those that needed a second person, or only the others'),
});

export const toAdjustmentResponse = (
  adjustment: StockAdjustment,
  now: Date,
): z.infer<typeof StockAdjustmentResponse> => ({
  ...adjustment,
  batches: [...adjustment.batches],
  ...toAffectedMembers(adjustment),
  state: stateAt(adjustment, now),
  countedAt: adjustment.countedAt.toISOString(),
  proposedAt: adjustment.proposedAt.toISOString(),
  expiresAt: adjustment.expiresAt?.toISOString() ?? null,
  decidedAt: adjustment.decidedAt?.toISOString() ?? null,
});
