/**
 * Decision to correct a feed or an output of a run, which stays in balance. An uptake shrinks first. Then an open run holds
 * the difference, and a closed one has lost it. An uptake grows last, up to the limit of the law.
 */
import {
  counterEntries,
  type Movement,
  type NetMovement,
  type Posting,
  type Quantity,
  refuseMovedOn,
} from '../../batches/rules.ts';
import { type Grams, toGrams } from '../../core/mass.ts';
import { recyclingProblem } from '../problems.ts';
import { heldGrams, type Run } from '../runs/run.ts';

/** An entry of a run, what it should have been, and all that decides about it. */
export type RunEntryToCorrect = {
  readonly run: Run;
  /** Movements of the account of the run, each with what its corrections left. */
  readonly moved: readonly NetMovement[];
  readonly postings: readonly Posting[];
  readonly original: NetMovement;
  readonly right: Quantity;
  /** True for the mass that the closing carried over. */
  readonly carried: boolean;
  readonly gainLimitBasisPoints: number;
};

export type RunCorrection = { readonly run: Run; readonly entries: readonly Movement[] };

/** @throws Problem `run-gain-implausible`, `correction-below-moved` */
export function decideRunCorrection(known: RunEntryToCorrect, recordedAt: Date): RunCorrection {
  const { run: before, original, right, postings } = known;
  const run = rebalance(known);
  const entries = [
    ...counterEntries(original, right, recordedAt),
    ...gainEntries(known, run.gainedGrams - before.gainedGrams, recordedAt),
    ...lossEntries(known, run, recordedAt),
  ];
  refuseMovedOn({ id: before.id, postings }, entries, right);
  return { run, entries };
}

/** Returns the run with its new totals. */
function rebalance({ run, original, right, carried, gainLimitBasisPoints }: RunEntryToCorrect): Run {
  const more = right.massGrams - original.massGrams;
  const total = original.kind === 'feed' ? 'fedGrams' : carried ? 'carriedGrams' : 'yieldedGrams';
  const rest = run.closedAt === null ? heldGrams(run) : run.lostGrams;
  const slack = original.kind === 'feed' ? more : -more;
  const uptake = slack > 0 ? -Math.min(run.gainedGrams, slack) : Math.max(0, -slack - rest);
  const changed = { ...run, [total]: sum(run[total], more), gainedGrams: sum(run.gainedGrams, uptake) };
  if (uptake > 0) refuseGain(changed, gainLimitBasisPoints);
  return run.closedAt === null ? changed : { ...changed, lostGrams: sum(run.lostGrams, slack + uptake) };
}

const sum = (grams: number, more: number): Grams => toGrams(grams + more);

function refuseGain({ id, fedGrams, gainedGrams }: Run, limitBasisPoints: number): void {
  const limitGrams = Number((BigInt(fedGrams) * BigInt(limitBasisPoints)) / 10_000n);
  if (gainedGrams <= limitGrams) return;
  const facts = { runId: id, fedGrams, gainedGrams, limitGrams, pointer: '#/body/massGrams' };
  throw recyclingProblem('run-gain-implausible', facts);
}

/** Makes the entries of an uptake that grew, dated as the corrected entry, or that shrank, the latest first. */
function gainEntries({ run, moved, original }: RunEntryToCorrect, more: number, recordedAt: Date): Movement[] {
  if (more > 0) {
    const ends = { from: { boundary: 'adjustment' }, to: { batchId: run.id } } as const;
    const when = { occurredAt: original.occurredAt, recordedAt };
    return [
      { kind: 'process_difference', ...ends, massGrams: toGrams(more), pieces: 0, evidence: `run:${run.id}`, ...when },
    ];
  }
  const entries: Movement[] = [];
  let less = -more;
  for (const gain of moved.filter(({ from }) => 'boundary' in from).toReversed()) {
    const part = Math.min(less, gain.massGrams);
    entries.push(...counterEntries(gain, { massGrams: gain.massGrams - part, pieces: gain.pieces }, recordedAt));
    less -= part;
  }
  return entries;
}

/** Makes the entries of the loss at the closing, which also takes the pieces of all batteries. */
function lossEntries(
  { run: before, moved, original, right }: RunEntryToCorrect,
  run: Run,
  recordedAt: Date,
): Movement[] {
  if (run.closedAt === null) return [];
  const pieces = original.kind === 'feed' ? right.pieces - original.pieces : 0;
  const more = run.lostGrams - before.lostGrams;
  const loss = moved.find(({ to }) => 'boundary' in to && to.boundary === 'loss');
  if (loss) return counterEntries(loss, { massGrams: loss.massGrams + more, pieces: loss.pieces + pieces }, recordedAt);
  if (more <= 0 && pieces <= 0) return [];
  const ends = { from: { batchId: run.id }, to: { boundary: 'loss' } } as const;
  const part = { massGrams: toGrams(Math.max(0, more)), pieces: Math.max(0, pieces) };
  return [
    { kind: 'process_difference', ...ends, ...part, evidence: `run:${run.id}`, occurredAt: run.closedAt, recordedAt },
  ];
}
