/**
 * A batch is a quantity of one material, and the account of its mass in whole grams and pieces. Movements move mass
 * between accounts; mass cannot appear, vanish or become negative.
 */
import { type Grams, toGrams } from '../core/mass.ts';
import { type CodeNames, codesWithNames } from '../core/messages/code-names.ts';
import { coreProblem } from '../core/problems.ts';
import type { BatchKind, BatteryKind, Condition, RiskClass } from './codes.ts';
import { batchProblem } from './problems.ts';

/** National code of waste lead-acid batteries and of the plates, paste and acid from breaking them (HW31). */
export const WASTE_BATTERY_CODE = '900-052-31';

export type Batch = {
  readonly id: string;
  readonly partyId: string;
  readonly siteId: string | null;
  readonly kind: BatchKind;
  /** A waste code (`900-052-31`) or a code of `recycling.materials`. */
  readonly material: string;
  readonly batteryKind: BatteryKind | null;
  readonly riskClass: RiskClass | null;
  readonly condition: Condition | null;
  /** Code of `batteries.source-types` for a collected batch, such as `repair-shop`. */
  readonly sourceType: string | null;
  readonly supplierName: string | null;
  /** Subject that opened the account, null for a generated or collected batch: `manifest:<id>`, `run:<id>`, `batch:<id>`. */
  readonly evidence: string | null;
  readonly massGrams: Grams;
  readonly pieces: number;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
};

/** A batch in the journal and on the wire: plain JSON, instants in UTC. */
export type BatchRecord = Omit<Batch, 'occurredAt' | 'recordedAt'> & {
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** Collected without the licence that its day asks for. */
  readonly unlicensed?: true;
};

export function describeBatch(batch: Batch): BatchRecord {
  return { ...batch, occurredAt: batch.occurredAt.toISOString(), recordedAt: batch.recordedAt.toISOString() };
}

/**
 * Refuses a contradictory description: a broken battery and its parts are class II.
 * Source: action plan of waste lead-acid battery pollution prevention (2019), risk classes.
 * @throws Problem `batch-class-contradicts-condition`
 */
export function refuseContradiction({ riskClass, condition }: Pick<Batch, 'riskClass' | 'condition'>): void {
  if (riskClass === 'I' && condition !== null && condition !== 'whole') {
    throw batchProblem('batch-class-contradicts-condition', { riskClass, condition, pointer: '#/body/riskClass' });
  }
}

/** Conditions in which batteries are counted. Plates, paste and acid are only weighed. */
const COUNTED: ReadonlySet<string | null> = new Set(['whole', 'broken']);

/** Mass in grams and pieces. */
export type Quantity = { readonly massGrams: number; readonly pieces: number };

/** Returns true when batteries of this condition have a number of pieces. */
export const isCounted = (condition: string | null): boolean => COUNTED.has(condition);

/**
 * Returns true when mass and pieces end together. Counted batteries have both or neither; for the other conditions pieces
 * without mass are refused.
 */
export function endTogether({ massGrams, pieces }: Quantity, counted: boolean): boolean {
  return massGrams === 0 ? pieces === 0 : pieces > 0 || !counted;
}

/** Refuses counted batteries without a number of pieces. @throws Problem `batch-pieces-missing` */
export function refuseUncounted({ condition, pieces }: Pick<Batch, 'condition' | 'pieces'>, pointer: string): void {
  if (pieces === 0 && isCounted(condition)) throw batchProblem('batch-pieces-missing', { condition, pointer });
}

/**
 * Refuses to take from a batch of batteries so that the part or the rest has mass without pieces, or pieces without mass.
 * All of a batch may always be taken, also of one that was recorded without pieces.
 * @throws Problem `batch-quantities-apart`
 */
function refuseApart({ id, kind, condition, massGrams, pieces }: Batch, draw: Quantity, pointer: string): void {
  const rest = { massGrams: massGrams - draw.massGrams, pieces: pieces - draw.pieces };
  if (kind !== 'battery' || (rest.massGrams === 0 && rest.pieces === 0)) return;
  const counted = isCounted(condition);
  if (endTogether(draw, counted) && endTogether(rest, counted)) return;
  throw batchProblem('batch-quantities-apart', {
    id,
    massGrams: draw.massGrams,
    pieces: draw.pieces,
    restGrams: rest.massGrams,
    restPieces: rest.pieces,
    pointer: `${pointer}/pieces`,
  });
}

/** Refuses a batch that is not on a site, such as a load on the road. @throws Problem `batch-not-stock` */
export function refuseNotInStock({ id, kind, siteId }: Pick<Batch, 'id' | 'kind' | 'siteId'>): void {
  if (siteId === null) throw batchProblem('batch-not-stock', { id, kind });
}

/**
 * Refuses to draw more from a batch than it holds, or the last of its mass without the last of its pieces.
 * @throws Problem `batch-mass-exceeded`, `batch-pieces-exceeded`, `batch-quantities-apart`
 */
export function refuseOverdraft(batch: Batch, draw: Quantity, pointer: string): void {
  const { id, massGrams, pieces } = batch;
  if (draw.massGrams > massGrams) {
    throw batchProblem('batch-mass-exceeded', {
      id,
      availableGrams: massGrams,
      requestedGrams: draw.massGrams,
      pointer: `${pointer}/massGrams`,
    });
  }
  if (draw.pieces > pieces) {
    throw batchProblem('batch-pieces-exceeded', {
      id,
      availablePieces: pieces,
      requestedPieces: draw.pieces,
      pointer: `${pointer}/pieces`,
    });
  }
  refuseApart(batch, draw, pointer);
}

/**
 * Refuses lines that together draw more than their batches hold: each line draws on the rest that earlier lines left.
 * @param batches the batch of every line, in the order of the lines
 * @param pointer pointer of the list of lines, such as `#/body/lines`
 * @throws Problem `batch-mass-exceeded`, `batch-pieces-exceeded`, `batch-quantities-apart`
 */
export function refuseOverdraws(batches: readonly Batch[], lines: readonly Quantity[], pointer: string): void {
  const left = new Map(batches.map((batch) => [batch.id, batch]));
  for (const [at, line] of lines.entries()) {
    const batch = left.get(batches[at]?.id ?? '');
    if (!batch) throw new Error('a line has no batch');
    refuseOverdraft(batch, line, `${pointer}/${at}`);
    const massGrams = toGrams(batch.massGrams - line.massGrams);
    left.set(batch.id, { ...batch, massGrams, pieces: batch.pieces - line.pieces });
  }
}

/** Refuses a time later than the service's clock plus the allowed skew. @throws Problem `instant-in-future` */
export function refuseFuture(at: Date, now: Date, skewSeconds: number, pointer: string): void {
  const latest = new Date(now.getTime() + skewSeconds * 1_000);
  if (at > latest) {
    throw batchProblem('instant-in-future', { at: at.toISOString(), now: latest.toISOString(), pointer });
  }
}

/** Refuses a kind of source that is not on the list in force. Null passes. @throws Problem `code-unknown` */
export function refuseUnknownSource(sourceType: string | null, known: CodeNames): void {
  if (sourceType === null || known.has(sourceType)) return;
  throw coreProblem('code-unknown', {
    value: sourceType,
    list: 'source-types',
    allowed: [...known.keys()],
    pointer: '#/body/sourceType',
  }).naming({ code: codesWithNames(known) });
}
