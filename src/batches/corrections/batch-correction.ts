/** Decision to correct a batch of batteries as its organisation recorded it. */
import { type Dependants, keptOf } from '../../core/dependant.ts';
import type { CodeNames } from '../../core/messages/code-names.ts';
import {
  type Batch,
  endTogether,
  isCounted,
  type Quantity,
  refuseContradiction,
  refuseUncounted,
  refuseUnknownSource,
} from '../batch.ts';
import type { Posting } from '../ledger/ledger.ts';
import type { Movement } from '../movement.ts';
import { refuseBatteryDescription } from '../recording/waste.ts';
import { isPossible, limitsFor, type PieceMassLimits, refuseImpossible } from '../weights/piece-mass.ts';
import { type Correction, refuseWithdrawn, replacedValues } from './correction.ts';
import {
  counterEntries,
  type NetMovement,
  postingsOn,
  redoneAdjustments,
  refuseMovedOn,
  undoneAdjustments,
} from './counter-entry.ts';
import { correctionProblem } from './problems.ts';

/** Values of a batch that a correction may replace. */
type Correctable = Pick<
  Batch,
  'massGrams' | 'pieces' | 'batteryKind' | 'riskClass' | 'condition' | 'sourceType' | 'supplierName'
>;
export type StatedBatch = { readonly [Member in keyof Correctable]?: Correctable[Member] | undefined };

/** All that decides about the correction of a batch. */
export type BatchToCorrect = {
  readonly batch: Batch;
  /** Movements of the batch, each with what its corrections left. */
  readonly moved: readonly NetMovement[];
  readonly postings: readonly Posting[];
  /** The batches that it was merged into, one after the other. */
  readonly mergedInto: readonly MergedInto[];
  readonly dependants: Dependants;
  /** The manifest that brought the batch, or what it was split or merged from; null for an own declaration. */
  readonly broughtBy: string | null;
  readonly sourceTypes: CodeNames;
  readonly pieceMass: PieceMassLimits;
};

/** A merged batch, and the movement by which the whole mass of the one before went into it. */
export type MergedInto = {
  readonly batch: Batch;
  readonly postings: readonly Posting[];
  readonly merge: NetMovement;
};

export type BatchCorrection = Pick<Correction, 'before' | 'after'> & {
  /** The batch with its new description; its balance follows from the entries. */
  readonly batch: Batch;
  readonly entries: readonly Movement[];
};

/** Members that manifests and regrouped batches have copied. */
const DESCRIPTION = ['batteryKind', 'riskClass', 'condition'] as const;

/**
 * Decides the correction of a batch. Its mass and pieces are those of its origin, not what it holds now.
 * @throws Problem `correction-elsewhere`, `correction-changes-nothing`, `correction-of-withdrawn`, `correction-description-used`,
 *   `correction-description-received`,
 *   `correction-below-moved`, `correction-mass-promised`, `correction-quantities-apart`, `correction-piece-mass-impossible`, `batch-not-batteries`, `batch-class-contradicts-condition`,
 *   `batch-pieces-missing`, `batch-piece-mass-impossible`, `code-unknown`
 */
export function decideBatchCorrection(known: BatchToCorrect, stated: StatedBatch, recordedAt: Date): BatchCorrection {
  const { batch, moved, sourceTypes, pieceMass } = known;
  const origin = originOf(batch, moved, stated);
  const { batteryKind, riskClass, condition, sourceType, supplierName } = batch;
  const { massGrams, pieces } = origin;
  const current: Correctable = { massGrams, pieces, batteryKind, riskClass, condition, sourceType, supplierName };
  const replaced = replacedValues(current, stated);
  if (origin.kind === 'generation') refuseWithdrawn(`batch:${batch.id}`, current, replaced.after);
  const right: Correctable = { ...current, ...replaced.after };
  const described = { ...batch, ...right };
  refuseDescription(described);
  // A batch of nothing was recorded by mistake, and has no pieces either.
  if (right.massGrams > 0) refuseUncounted(described, '#/body/pieces');
  const wasImpossible = isCounted(condition) && !isPossible({ ...origin, batteryKind }, pieceMass);
  if (!wasImpossible) refuseImpossible(described, { limits: pieceMass, pointer: '#/body/pieces' });
  if ('sourceType' in replaced.after) refuseUnknownSource(right.sourceType, sourceTypes);
  refuseUsedDescription(known, replaced.after);
  const entries = origin.kind === 'generation' ? counterEntries(origin, right, recordedAt) : [];
  if (isNothing(right)) entries.push(...undoneAdjustments(moved, recordedAt));
  else if (isNothing(origin)) entries.push(...redoneAdjustments(moved, recordedAt));
  entries.push(...mergedEntries(known.mergedInto, sumOf(postingsOn(batch.id, entries)), recordedAt));
  for (const { id, postings } of [{ id: batch.id, postings: known.postings }, ...known.mergedInto.map(accountOf)]) {
    refuseMovedOn({ id, postings }, entries, right);
  }
  // The last batch has the merged mass, so that one must hold what manifests need.
  const holder = known.mergedInto.at(-1)?.batch ?? batch;
  const change = sumOf(postingsOn(holder.id, entries));
  const lost = { massGrams: -change.massGrams, pieces: -change.pieces };
  refusePromised({ batch: holder, dependants: known.dependants }, lost);
  const rest = { statedGrams: right.massGrams, pieceMass };
  refuseImpossibleRest({ ...described, massGrams: batch.massGrams, pieces: batch.pieces }, entries, rest);
  if (holder !== batch) refuseImpossibleRest(holder, entries, rest);
  return { ...replaced, entries, batch: { ...described, massGrams: batch.massGrams, pieces: batch.pieces } };
}

const sumOf = (postings: readonly Posting[]): Quantity => ({
  massGrams: postings.reduce((sum, { massGrams }) => sum + massGrams, 0),
  pieces: postings.reduce((sum, { pieces }) => sum + pieces, 0),
});

const isNothing = ({ massGrams, pieces }: Quantity) => massGrams === 0 && pieces === 0;

const accountOf = ({ batch: { id }, postings }: MergedInto) => ({ id, postings });

/**
 * Makes the counter-entries that carry a change on into the merged batches. All of a batch went into a merge, so what it lost
 * beyond that is missing in the batch itself.
 */
function mergedEntries(mergedInto: readonly MergedInto[], change: Quantity, recordedAt: Date): Movement[] {
  return mergedInto.flatMap(({ merge }) => {
    const massGrams = Math.max(0, merge.massGrams + change.massGrams);
    return counterEntries(merge, { massGrams, pieces: Math.max(0, merge.pieces + change.pieces) }, recordedAt);
  });
}

/**
 * Returns the movement that opened the batch. Only a declaration has a mass of its own. The description may be wrong as well
 * of what was split or merged.
 */
function originOf({ id, kind, evidence }: Batch, moved: readonly NetMovement[], stated: StatedBatch): NetMovement {
  const origin = moved.find(({ to }) => 'batchId' in to && to.batchId === id);
  const weighed = stated.massGrams !== undefined || stated.pieces !== undefined;
  if (kind === 'battery' && origin && (origin.kind === 'generation' || !weighed)) return origin;
  throw correctionProblem('correction-elsewhere', { id, kind, evidence: evidence ?? origin?.kind ?? 'unknown' });
}

function refuseDescription(batch: Batch): void {
  refuseBatteryDescription({ ...batch, wasteCode: batch.material });
  if (batch.riskClass === null || batch.condition === null || batch.batteryKind === null) return;
  refuseContradiction(batch);
}

/**
 * Refuses a new description where mass has left with the old one, or a manifest has copied it. Also refuses one of what a
 * manifest brought, in whatever parts: consignor and receiver have agreed on the description of the manifest.
 */
function refuseUsedDescription(
  { batch: { id }, moved, dependants, broughtBy }: BatchToCorrect,
  after: Readonly<Record<string, unknown>>,
): void {
  const changed = DESCRIPTION.filter((member) => member in after);
  if (changed.length === 0) return;
  if (broughtBy !== null) {
    const pointer = `#/body/${changed[0]}`;
    throw correctionProblem('correction-description-received', { id, fields: changed, manifest: broughtBy, pointer });
  }
  const left = moved.filter(({ from, massGrams }) => 'batchId' in from && from.batchId === id && massGrams > 0);
  const keepers = dependants.listed.filter(({ keeps }) => keeps !== null);
  if (left.length === 0 && keepers.length === 0) return;
  throw correctionProblem('correction-description-used', {
    ...{ id, fields: changed, leftGrams: left.reduce((sum, { massGrams }) => sum + massGrams, 0) },
    ...{ manifests: keepers.map((keeper) => keeper.id), pointer: `#/body/${changed[0]}` },
  });
}

/**
 * Refuses to take what submitted manifests promise.
 * @param less mass and pieces that the batch loses, negative for those that it gains
 * @param pointers places of mass and pieces in the request
 * @throws Problem `correction-mass-promised`
 */
export function refusePromised(
  { batch, dependants }: Pick<BatchToCorrect, 'batch' | 'dependants'>,
  less: Quantity,
  pointers: Pointers = IN_BODY,
): void {
  const { id } = batch;
  const rest = { massGrams: batch.massGrams - less.massGrams, pieces: batch.pieces - less.pieces };
  const promised = { massGrams: keptOf(dependants, 'massGrams'), pieces: keptOf(dependants, 'pieces') };
  const short = (figure: keyof Quantity) => less[figure] > 0 && rest[figure] < promised[figure];
  if (short('massGrams') || short('pieces')) {
    throw correctionProblem('correction-mass-promised', {
      ...{ id, promisedGrams: promised.massGrams, promisedPieces: promised.pieces },
      ...{ restGrams: rest.massGrams, restPieces: rest.pieces },
      count: keptOf(dependants, 'manifests'),
      manifests: dependants.listed.filter(({ keeps }) => (keeps?.massGrams ?? 0) > 0).map((keeper) => keeper.id),
      pointer: short('massGrams') ? pointers.massGrams : pointers.pieces,
    });
  }
}

/** Places of mass and pieces in a request. */
type Pointers = Readonly<Record<keyof Quantity, string>>;
const IN_BODY: Pointers = { massGrams: '#/body/massGrams', pieces: '#/body/pieces' };

type Rest = {
  /** Mass that the request states, in grams. */
  readonly statedGrams: number;
  readonly pieceMass: PieceMassLimits;
  readonly pointer?: string;
};

/**
 * Refuses entries that leave batteries with mass and no pieces, or the other way round. Refuses a mass of a piece that no
 * battery has, unless the batch had one before: a correction need not mend all.
 * @throws Problem `correction-quantities-apart`, `correction-piece-mass-impossible`
 */
export function refuseImpossibleRest(
  batch: Batch,
  entries: readonly Movement[],
  { statedGrams: massGrams, pieceMass, pointer = IN_BODY.pieces }: Rest,
): void {
  const { id, kind, condition, batteryKind } = batch;
  const moved = postingsOn(id, entries);
  if (kind !== 'battery' || moved.length === 0) return;
  const change = sumOf(moved);
  const [restGrams, restPieces] = [batch.massGrams + change.massGrams, batch.pieces + change.pieces];
  const rest = { massGrams: restGrams, pieces: restPieces, batteryKind };
  const facts = { id, restGrams, restPieces, massGrams, pointer };
  if (!endTogether(rest, isCounted(condition))) throw correctionProblem('correction-quantities-apart', facts);
  if (!isCounted(condition) || isPossible(rest, pieceMass) || !isPossible(batch, pieceMass)) return;
  const { fromGrams, toGrams } = limitsFor(batch, pieceMass);
  throw correctionProblem('correction-piece-mass-impossible', { ...facts, fromGrams, toGrams });
}
