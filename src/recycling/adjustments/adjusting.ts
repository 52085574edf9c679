/** Decision about an adjustment: what is booked for each batch, and whether a second person is needed. */
import {
  type Batch,
  leastHeld,
  type Movement,
  type PieceMassLimits,
  type Posting,
  postingsOn,
  type Quantity,
  refuseImpossibleRest,
  refusePromised,
} from '../../batches/rules.ts';
import { type Dependants, dependantsIn } from '../../core/dependant.ts';
import { toGrams } from '../../core/mass.ts';
import { adjustmentProblem } from './problems.ts';
import { type AdjustedBatch, type AdjustmentLimit, changeOf, type StockAdjustment } from './stock-adjustment.ts';
import { type counts, refuseElsewhere, type StockMaterials } from './stock-item.ts';

/** The law on adjustments to a count. */
export type AdjustmentRules = { readonly limit: AdjustmentLimit; readonly materials: readonly StockMaterials[] };

export type AdjustmentLaw = {
  readonly reasons: readonly { readonly code: string }[];
  /** Returns the law of a day. */
  readonly on: (day: string) => AdjustmentRules;
};

/** A batch as it was counted. Pieces that were not counted stay as in the books. */
export type CountedBatch = {
  readonly batchId: string;
  readonly countedGrams: number;
  readonly countedPieces: number | null;
};

/** A locked batch with all that decides about its adjustment. */
export type BatchToAdjust = {
  readonly batch: Batch;
  /** Code of the material, as the items of a count name it. */
  readonly material: string;
  readonly postings: readonly Posting[];
};

/** Places in the request, by the place of the batch in it. A confirmation names the adjustment alone. */
export type PointerTo = (at: number, member: 'batchId' | 'countedGrams' | 'countedPieces') => string;

/**
 * Holds counted batches against the books of the instant of the count.
 * @throws Problem `stock-adjustment-batch-elsewhere`, `stock-adjustment-batch-later`
 */
export function holdAgainstBooks(
  counted: readonly CountedBatch[],
  known: readonly BatchToAdjust[],
  of: {
    readonly item: Parameters<typeof counts>[0];
    readonly siteId: string;
    readonly countedAt: Date;
    readonly pointer: PointerTo;
  },
): AdjustedBatch[] {
  return counted.map(({ batchId, countedGrams, countedPieces }, at) => {
    const { batch, material, postings } = knownAt(known, at);
    refuseElsewhere({ ...batch, material }, { ...of, pointer: of.pointer(at, 'batchId') });
    refuseLater(batch.id, postings, of.countedAt, of.pointer(at, 'batchId'));
    const booked = heldAt(postings, of.countedAt);
    return {
      ...{ batchId, bookGrams: booked.massGrams, bookPieces: booked.pieces, countedGrams },
      countedPieces: countedPieces ?? booked.pieces,
    };
  });
}

function knownAt(known: readonly BatchToAdjust[], at: number): BatchToAdjust {
  const one = known[at];
  if (!one) throw new Error('a counted batch was not locked');
  return one;
}

/** Returns what an account held at an instant. */
export function heldAt(postings: readonly Posting[], at: Date): Quantity {
  const until = postings.filter(({ occurredAt }) => occurredAt <= at);
  return {
    massGrams: until.reduce((sum, { massGrams }) => sum + massGrams, 0),
    pieces: until.reduce((sum, { pieces }) => sum + pieces, 0),
  };
}

function refuseLater(batchId: string, postings: readonly Posting[], countedAt: Date, pointer: string): void {
  const first = postings.reduce<Date | undefined>(
    (earliest, { occurredAt }) => (earliest && earliest <= occurredAt ? earliest : occurredAt),
    undefined,
  );
  if (first && first <= countedAt) return;
  const facts = { batchId, since: (first ?? countedAt).toISOString(), countedAt: countedAt.toISOString(), pointer };
  throw adjustmentProblem('stock-adjustment-batch-later', facts);
}

type ToBook = Pick<StockAdjustment, 'id' | 'countedAt' | 'batches'>;

/**
 * Makes the movements of an adjustment: what was found comes from the account `adjustment`, what is missing goes there. A batch
 * with more mass and fewer pieces, or the other way round, has one of each.
 */
export function movementsOf({ id, countedAt, batches }: ToBook, recordedAt: Date): Movement[] {
  return batches.flatMap((batch) => {
    const change = changeOf(batch);
    const account = { batchId: batch.batchId };
    const other = { boundary: 'adjustment' } as const;
    const entry = (ends: Pick<Movement, 'from' | 'to'>, sign: 1 | -1): Movement => ({
      ...{ kind: 'stock_adjustment', ...ends, pieces: Math.max(0, sign * change.pieces) },
      massGrams: toGrams(Math.max(0, sign * change.massGrams)),
      ...{ evidence: `stock-adjustment:${id}`, occurredAt: countedAt, recordedAt },
    });
    return [entry({ from: other, to: account }, 1), entry({ from: account, to: other }, -1)].filter(
      ({ massGrams, pieces }) => massGrams > 0 || pieces > 0,
    );
  });
}

type Booking = {
  readonly dependants: ReadonlyMap<string, Dependants>;
  readonly pointer: PointerTo;
  readonly pieceMass: PieceMassLimits;
};

/**
 * Refuses movements after which a batch would hold less than nothing on some date, or less than submitted manifests promise.
 * Refuses mass without pieces, or with a number of pieces that contradicts it.
 * @throws Problem `stock-adjustment-moved-on`, `correction-mass-promised`, `correction-quantities-apart`,
 *   `correction-piece-mass-impossible`
 */
export function refuseUnbookable(
  { batches }: ToBook,
  movements: readonly Movement[],
  known: readonly BatchToAdjust[],
  { dependants, pointer, pieceMass }: Booking,
): void {
  for (const [at, adjusted] of batches.entries()) {
    const { batch, postings } = knownAt(known, at);
    const least = leastHeld(postings, postingsOn(batch.id, movements));
    const missingGrams = Math.max(0, -least.massGrams);
    const missingPieces = Math.max(0, -least.pieces);
    if (missingGrams > 0 || missingPieces > 0) {
      const member = missingGrams > 0 ? 'countedGrams' : 'countedPieces';
      const facts = { batchId: batch.id, missingGrams, missingPieces, pointer: pointer(at, member) };
      throw adjustmentProblem('stock-adjustment-moved-on', facts);
    }
    const change = changeOf(adjusted);
    refusePromised(
      { batch, dependants: dependants.get(batch.id) ?? dependantsIn([]) },
      { massGrams: -change.massGrams, pieces: -change.pieces },
      { massGrams: pointer(at, 'countedGrams'), pieces: pointer(at, 'countedPieces') },
    );
    const rest = { statedGrams: adjusted.countedGrams, pieceMass, pointer: pointer(at, 'countedPieces') };
    refuseImpossibleRest(batch, movements, rest);
  }
}
