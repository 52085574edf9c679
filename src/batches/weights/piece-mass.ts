/**
 * Compares the mass of batteries with their number. One rule for every entry that has both: a typing error in one of the two
 * shows in the mass of a piece.
 */
import { toGrams } from '../../core/mass.ts';
import { type Batch, endTogether, isCounted, type Quantity } from '../batch.ts';
import { batchProblem } from '../problems.ts';

/** Mass of a battery, in grams: the lightest and the heaviest. */
type PieceRange = { readonly fromGrams: number; readonly toGrams: number };

/** Limits on the mass of one piece. They are plausibility values of this service, dated as law. */
export type PieceMassLimits = PieceRange & {
  /** Times by which the mass of a piece may differ between a whole and its part, or between sent and received. */
  readonly factor: number;
  /** Ranges of the kinds of batteries, which are narrower; a kind without one has that of all batteries. */
  readonly kinds: Readonly<Record<string, PieceRange>>;
};

/** Mass and pieces of batteries, with their kind where it is known. */
type Batteries = Quantity & { readonly batteryKind?: string | null | undefined };

/** Returns the mass that a battery of a kind may have. */
function rangeOf({ batteryKind }: Pick<Batteries, 'batteryKind'>, limits: PieceMassLimits): PieceRange {
  const { kinds, fromGrams, toGrams } = limits;
  const ofKind = Object.hasOwn(kinds, batteryKind ?? '') ? kinds[batteryKind ?? ''] : undefined;
  return ofKind ?? { fromGrams, toGrams };
}

/** Returns the limits that a refusal of batteries names: the range of their kind, and the factor. */
export const limitsFor = (of: Pick<Batteries, 'batteryKind'>, limits: PieceMassLimits) => ({
  ...rangeOf(of, limits),
  factor: limits.factor,
});

/**
 * Returns true when the mass of a piece is that of a battery of its kind. One of mass and pieces alone is left to other
 * rules.
 */
export function isPossible(batteries: Batteries, limits: PieceMassLimits): boolean {
  const { massGrams, pieces } = batteries;
  const { fromGrams, toGrams } = rangeOf(batteries, limits);
  return pieces === 0 || massGrams === 0 || (massGrams >= pieces * fromGrams && massGrams <= pieces * toGrams);
}

/** Place of the pieces in a request, with the limits of the day. */
type At = { readonly limits: PieceMassLimits; readonly pointer: string };

/**
 * Refuses batteries that are recorded with a mass of a piece that no battery has.
 * @throws Problem `batch-piece-mass-impossible`
 */
export function refuseImpossible(batteries: Batteries & { readonly condition: string | null }, at: At): void {
  if (!isCounted(batteries.condition) || isPossible(batteries, at.limits)) return;
  throw impossible(batteries, at);
}

/**
 * Refuses counted stock of batteries that has mass without pieces, or pieces without mass, or an impossible mass of a piece.
 * @throws Problem `batch-piece-mass-impossible`
 */
export function refuseImpossibleCount(counted: Quantity, at: At): void {
  if (!endTogether(counted, true) || !isPossible(counted, at.limits)) throw impossible(counted, at);
}

function impossible(batteries: Batteries, { limits, pointer }: At) {
  const { massGrams, pieces } = batteries;
  return batchProblem('batch-piece-mass-impossible', { massGrams, pieces, ...rangeOf(batteries, limits), pointer });
}

/**
 * Returns true when the mass of a piece differs by no more than the factor, in either direction. A quantity without mass
 * or without pieces is left to other rules.
 */
function agree(given: Quantity, expected: Quantity, { factor }: PieceMassLimits): boolean {
  if ([given.massGrams, given.pieces, expected.massGrams, expected.pieces].includes(0)) return true;
  // Products of the greatest mass, number and factor exceed the safe integers.
  const ofGiven = BigInt(given.massGrams) * BigInt(expected.pieces);
  const ofExpected = BigInt(expected.massGrams) * BigInt(given.pieces);
  const times = BigInt(factor);
  return ofGiven <= ofExpected * times && ofExpected <= ofGiven * times;
}

/**
 * Returns true when two quantities contradict each other: the masses of a piece are far apart, and that of the first is no
 * battery's of its kind. Batteries of several sizes may lie in one batch, so being far apart alone is no contradiction.
 */
export const contradict = (given: Batteries, expected: Quantity, limits: PieceMassLimits): boolean =>
  !agree(given, expected, limits) && !isPossible(given, limits);

/**
 * Refuses to take from a batch so that the mass of a piece contradicts the batch, in the part or in what is left.
 * @throws Problem `batch-piece-mass-differs`
 */
function refuseContradictingDraw(batch: Batch, draw: Quantity, { limits, pointer }: At): void {
  const { id, kind, condition, batteryKind, massGrams: batchGrams, pieces: batchPieces } = batch;
  if (kind !== 'battery' || !isCounted(condition)) return;
  const rest = { massGrams: batchGrams - draw.massGrams, pieces: batchPieces - draw.pieces };
  if (![draw, rest].some((part) => contradict({ ...part, batteryKind }, batch, limits))) return;
  throw batchProblem('batch-piece-mass-differs', {
    ...{ id, massGrams: draw.massGrams, pieces: draw.pieces, restGrams: rest.massGrams, restPieces: rest.pieces },
    ...{ batchGrams, batchPieces, ...limitsFor(batch, limits), pointer },
  });
}

/**
 * Refuses lines of which the mass of a piece contradicts their batch. Each line is compared with what earlier lines left.
 * A line above what is left is an overdraft, and left to other rules.
 * @param batches the batch of every line, in the order of the lines
 * @param from the limits, and the place of the pieces of a line, by its index
 * @throws Problem `batch-piece-mass-differs`
 */
export function refuseContradictingDraws(
  batches: readonly Batch[],
  lines: readonly Quantity[],
  { limits, pointerOf }: { readonly limits: PieceMassLimits; readonly pointerOf: (line: number) => string },
): void {
  const left = new Map<string, Batch>();
  for (const [at, line] of lines.entries()) {
    const stored = batches[at];
    if (!stored) throw new Error('a line has no batch');
    const batch = left.get(stored.id) ?? stored;
    if (line.massGrams > batch.massGrams || line.pieces > batch.pieces) continue;
    refuseContradictingDraw(batch, line, { limits, pointer: pointerOf(at) });
    const massGrams = toGrams(batch.massGrams - line.massGrams);
    left.set(batch.id, { ...batch, massGrams, pieces: batch.pieces - line.pieces });
  }
}
