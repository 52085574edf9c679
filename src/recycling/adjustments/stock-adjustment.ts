/**
 * Stock adjustments: the difference between counted and book stock of one item, booked against the account `adjustment`
 * as of the instant of the count. Above the limit of law it waits for a second person of the organisation.
 */
import type { Quantity } from '../../batches/rules.ts';
import type { Actor } from '../../core/actor.ts';
import { addDays, startOfDay } from '../../core/calendar.ts';
import type { Affected, Unlisted } from '../../core/dependant.ts';
import { type Account, refuseOneHand, requireSecondPerson } from '../../core/second-person.ts';
import type { StockCount } from '../inventory/stock-count.ts';
import { adjustmentProblem } from './problems.ts';

/** States as they are stored. A proposal whose time is over reads as `expired`. */
export const STORED_STATES = ['proposed', 'booked', 'rejected', 'expired'] as const;
export type AdjustmentState = (typeof STORED_STATES)[number];

/** A batch with what the books and the count say about it at the instant of the count. */
export type AdjustedBatch = {
  readonly batchId: string;
  readonly bookGrams: number;
  readonly bookPieces: number;
  readonly countedGrams: number;
  readonly countedPieces: number;
};

export type StockAdjustment = {
  readonly id: string;
  readonly partyId: string;
  readonly siteId: string;
  readonly countId: string;
  /** Code of the list `stock-items`. */
  readonly item: string;
  /** Instant of the count, under which the mass moves. */
  readonly countedAt: Date;
  /** Code of the list `adjustment-reasons`, and what happened in words. */
  readonly reasonCode: string;
  readonly reason: string;
  /** The line of the count and the books of the item at that instant. */
  readonly countedGrams: number;
  readonly bookGrams: number;
  /** Null when the line states no pieces. */
  readonly countedPieces: number | null;
  readonly bookPieces: number;
  /** Lead in the counted mass, parts per million: the content of the adjusted mass in the lead balance. */
  readonly leadPpm: number;
  readonly batches: readonly AdjustedBatch[];
  readonly aboveLimit: boolean;
  readonly limitGrams: number;
  readonly state: AdjustmentState;
  /** Subject of the token that proposed it, or booked it below the limit. */
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** End of the time for a second person; null below the limit. */
  readonly expiresAt: Date | null;
  /** The second person; null below the limit and before a decision. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
  readonly affected: readonly Affected[];
  /** Numbers of records that `affected` leaves out; null where they were not counted. */
  readonly unlisted: readonly Unlisted[] | null;
};

/** Law on adjustments that need a second person. */
export type AdjustmentLimit = {
  /** Share of the book stock of the item. */
  readonly shareBasisPoints: number;
  readonly floorGrams: number;
  readonly floorPieces: number;
  /** Days before and after the count whose adjustments by one person add up. */
  readonly windowDays: number;
  /** Days in which the second person decides. */
  readonly decisionDays: number;
};

/** Returns the mass and pieces that a batch gains by an adjustment, negative when it loses them. */
export const changeOf = ({ bookGrams, bookPieces, countedGrams, countedPieces }: AdjustedBatch): Quantity => ({
  massGrams: countedGrams - bookGrams,
  pieces: countedPieces - bookPieces,
});

/** Adds up the mass and pieces that batches gain or lose. */
export function changeOfAll(batches: readonly AdjustedBatch[]): Quantity {
  const changes = batches.map(changeOf);
  return {
    massGrams: changes.reduce((sum, { massGrams }) => sum + massGrams, 0),
    pieces: changes.reduce((sum, { pieces }) => sum + pieces, 0),
  };
}

/** Quantities that a count states. Each of an item is adjusted once, together or one after the other. */
const QUANTITIES = ['massGrams', 'pieces'] as const;
type AdjustedQuantity = (typeof QUANTITIES)[number];

/** Returns the quantities that an adjustment changes. */
function adjustedQuantities(batches: readonly AdjustedBatch[]): AdjustedQuantity[] {
  const changes = batches.map(changeOf);
  return QUANTITIES.filter((quantity) => changes.some((change) => change[quantity] !== 0));
}

/**
 * Refuses to adjust a quantity of an item to a count a second time.
 * @param live the adjustments of the item to the count that are proposed or booked
 * @throws Problem `stock-adjustment-exists`
 */
export function refuseSecond(
  live: readonly Pick<StockAdjustment, 'id' | 'item' | 'state' | 'batches'>[],
  batches: readonly AdjustedBatch[],
): void {
  const wanted = adjustedQuantities(batches);
  for (const { id, item, state, batches: earlier } of live) {
    const booked = adjustedQuantities(earlier);
    const twice = wanted.length === 0 ? booked : booked.filter((quantity) => wanted.includes(quantity));
    if (twice.length === 0) continue;
    throw adjustmentProblem('stock-adjustment-exists', { id, item, state, quantities: twice, pointer: '#/body/item' });
  }
}

/** The line of a count against the books of its item. */
export type LineDifference = Pick<
  StockAdjustment,
  'item' | 'countedGrams' | 'bookGrams' | 'countedPieces' | 'bookPieces'
>;

/**
 * Refuses batches that the difference of the line does not allow. Each changes the way the line differs, and all together by
 * no more than its difference. Mass and counted pieces may differ in opposite ways; pieces that were not counted follow mass.
 * @throws Problem `stock-adjustment-without-difference`, `stock-adjustment-batch-agrees`, `stock-adjustment-against-difference`,
 *   `stock-adjustment-exceeds-difference`
 */
export function refuseBeyondDifference(line: LineDifference, batches: readonly AdjustedBatch[]): void {
  const { item, countedGrams, bookGrams, countedPieces, bookPieces } = line;
  const difference = countedGrams - bookGrams;
  const pieces = countedPieces === null ? null : countedPieces - bookPieces;
  if (difference === 0 && (pieces ?? 0) === 0) {
    throw adjustmentProblem('stock-adjustment-without-difference', { item, countedGrams, pointer: '#/body/item' });
  }
  for (const [at, batch] of batches.entries()) {
    const change = changeOf(batch);
    const { batchId } = batch;
    const pointer = `#/body/batches/${at}/countedGrams`;
    if (change.massGrams === 0 && change.pieces === 0) {
      throw adjustmentProblem('stock-adjustment-batch-agrees', { batchId, bookGrams: batch.bookGrams, pointer });
    }
    // Without counted pieces the line leaves open how many pieces its mass has.
    const ofPieces = pieces === null ? [difference, change.massGrams] : [pieces];
    if (!sameWay([difference, change.massGrams]) || !sameWay([...ofPieces, change.pieces])) {
      throw adjustmentProblem('stock-adjustment-against-difference', {
        ...{ batchId, bookGrams: batch.bookGrams, bookPieces: batch.bookPieces },
        ...{ countedGrams: batch.countedGrams, countedPieces: batch.countedPieces },
        ...{ itemCountedGrams: countedGrams, itemBookGrams: bookGrams, pointer },
      });
    }
  }
  const all = changeOfAll(batches);
  const beyond = Math.abs(all.massGrams) > Math.abs(difference);
  if (beyond || (pieces !== null && Math.abs(all.pieces) > Math.abs(pieces))) {
    throw adjustmentProblem('stock-adjustment-exceeds-difference', {
      ...{ item, differenceGrams: Math.abs(difference), differencePieces: Math.abs(pieces ?? all.pieces) },
      ...{ statedGrams: Math.abs(all.massGrams), statedPieces: Math.abs(all.pieces), pointer: '#/body/batches' },
    });
  }
}

/** Returns true when no two of the amounts have opposite signs. */
const sameWay = (amounts: readonly number[]): boolean =>
  !(amounts.some((one) => one > 0) && amounts.some((one) => one < 0));

/**
 * Decides whether an adjustment needs a second person: its mass or pieces are above the larger of share and floor. What one
 * person has booked near that day, for the same item of the site, counts with it.
 */
export function judgeLimit(
  { bookGrams, bookPieces }: Pick<LineDifference, 'bookGrams' | 'bookPieces'>,
  change: Quantity,
  earlier: Quantity,
  limit: AdjustmentLimit,
): Pick<StockAdjustment, 'aboveLimit' | 'limitGrams'> {
  const shareOf = (book: number) => Number((BigInt(Math.max(0, book)) * BigInt(limit.shareBasisPoints)) / 10_000n);
  const limitGrams = Math.max(limit.floorGrams, shareOf(bookGrams));
  const limitPieces = Math.max(limit.floorPieces, shareOf(bookPieces));
  const massGrams = Math.abs(change.massGrams) + earlier.massGrams;
  const pieces = Math.abs(change.pieces) + earlier.pieces;
  return { aboveLimit: massGrams > limitGrams || pieces > limitPieces, limitGrams };
}

/** Returns the state at an instant: a proposal whose time is over has expired. */
export function stateAt(
  { state, expiresAt }: Pick<StockAdjustment, 'state' | 'expiresAt'>,
  now: Date,
): AdjustmentState {
  return state === 'proposed' && expiresAt !== null && now >= expiresAt ? 'expired' : state;
}

/** Refuses a decision about an adjustment that is not proposed any more. @throws Problem `stock-adjustment-decided` */
export function refuseDecided(adjustment: StockAdjustment, now: Date): void {
  const state = stateAt(adjustment, now);
  if (state === 'proposed') return;
  const at = adjustment.decidedAt ?? adjustment.expiresAt ?? adjustment.proposedAt;
  throw adjustmentProblem('stock-adjustment-decided', { id: adjustment.id, state, at: at.toISOString() });
}

/**
 * Refuses a proposal by a system. More than one person may know its secret, so the one who confirms could have made it.
 * @throws Problem `stock-adjustment-person-needed`
 */
export function requireProposer(
  { item, aboveLimit, limitGrams }: Pick<StockAdjustment, 'item' | 'aboveLimit' | 'limitGrams'>,
  { loggedIn }: Pick<Actor, 'loggedIn'>,
): void {
  if (aboveLimit && loggedIn !== true) throw adjustmentProblem('stock-adjustment-person-needed', { item, limitGrams });
}

/**
 * Refuses a confirmation by the proposer, by a system, or with an account that the proposer could use.
 * @throws Problem `stock-adjustment-own-proposal`, `second-person-not-logged-in`, `second-person-dependent`
 */
export function refuseOwnProposal({ id }: StockAdjustment, actor: Actor, proposer: Account, second: Account): void {
  requireSecondPerson(actor, proposer.subject, () => adjustmentProblem('stock-adjustment-own-proposal', { id }));
  refuseOneHand(proposer, second);
}

/**
 * Refuses a proposal whose books have changed since: the second person would confirm another difference than was proposed. Of
 * a quantity that the proposal leaves as it is, the books may change.
 * @param now the same adjustment with the books of now
 * @throws Problem `stock-adjustment-overtaken`
 */
export function refuseOvertaken(
  proposed: StockAdjustment,
  now: LineDifference & Pick<StockAdjustment, 'batches'>,
): void {
  const quantities = adjustedQuantities(proposed.batches);
  const books = ({ bookGrams, bookPieces }: Pick<AdjustedBatch, 'bookGrams' | 'bookPieces'>) =>
    quantities.map((quantity) => (quantity === 'pieces' ? bookPieces : bookGrams)).join('/');
  const same = (one: AdjustedBatch, at: number) => {
    const other = now.batches[at];
    return other?.batchId === one.batchId && books(other) === books(one);
  };
  if (books(proposed) === books(now) && proposed.batches.every(same)) return;
  const { id, item, bookGrams, countedGrams } = proposed;
  throw adjustmentProblem('stock-adjustment-overtaken', {
    ...{ id, item, countedGrams, bookGrams, nowGrams: now.bookGrams },
  });
}

/** Refuses a count that a later one has corrected. @throws Problem `stock-count-replaced` */
export function refuseReplaced(countId: string, replacedBy: string | null): void {
  if (replacedBy !== null) throw adjustmentProblem('stock-count-replaced', { countId, replacedBy });
}

/** One item of a count, over all of its lines. */
export type CountedItem = {
  readonly massGrams: number;
  /** Null when one of the lines states no pieces. */
  readonly pieces: number | null;
  /** Lead in the counted mass, parts per million, as the mean by mass. */
  readonly leadPpm: number;
};

/** Adds up the lines of an item. @throws Problem `stock-count-without-item` */
export function countedItem({ id, lines }: Pick<StockCount, 'id' | 'lines'>, item: string): CountedItem {
  const found = lines.filter((line) => line.item === item);
  if (found.length === 0) {
    const counted = [...new Set(lines.map((line) => line.item))];
    throw adjustmentProblem('stock-count-without-item', { countId: id, item, counted, pointer: '#/body/item' });
  }
  const massGrams = found.reduce((sum, line) => sum + line.massGrams, 0);
  const lead = found.reduce((sum, line) => sum + BigInt(line.massGrams) * BigInt(line.leadPpm), 0n);
  const mean = massGrams > 0 ? Number((lead + BigInt(massGrams) / 2n) / BigInt(massGrams)) : undefined;
  const uncounted = found.some(({ pieces }) => pieces === undefined || pieces === null);
  return {
    massGrams,
    pieces: uncounted ? null : found.reduce((sum, { pieces }) => sum + (pieces ?? 0), 0),
    leadPpm: mean ?? Math.max(...found.map(({ leadPpm }) => leadPpm)),
  };
}

/**
 * Returns the instant of a count: the end of its day, or the time of its record when it was recorded before that. Movements up
 * to and including it are in the books that the count is held against.
 */
export function instantOf({ countedOn, recordedAt }: Pick<StockCount, 'countedOn' | 'recordedAt'>): Date {
  const last = new Date(startOfDay(addDays(countedOn, 1)).getTime() - 1);
  return recordedAt < last ? recordedAt : last;
}
