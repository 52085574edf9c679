/**
 * Instants of a run: after its start, outputs after the feeds that cover them, the closing after everything. What is dated
 * ahead of its record comes from a clock that is ahead, and never blocks the next record.
 */
import {
  availableFrom,
  type Claim,
  following,
  type Ledgers,
  lastOf,
  type Posting,
  settleDraws,
} from '../../batches/rules.ts';
import { recyclingProblem } from '../problems.ts';
import type { Feed } from './feed.ts';
import { runProblem } from './problems.ts';
import { heldGrams, type Run, refuseClosed } from './run.ts';

/** An instant as it was stated, and the tolerance of clocks. */
export type Stated = { readonly at: Date; readonly skewSeconds: number };

/**
 * Returns the instant under which a feed is recorded.
 * @throws Problem `run-instant-early`, `batch-instant-early`
 */
export function settleFeed(run: Run, lines: readonly Feed[], ledgers: Ledgers, { at, skewSeconds }: Stated): Date {
  const started = afterStart(run, { at, skewSeconds }, '#/body/fedAt');
  const draws = lines.map(({ batchId, massGrams, pieces }) => ({ id: batchId, massGrams, pieces }));
  return settleDraws(draws, ledgers, { at: started, skewSeconds, pointer: '#/body/fedAt' });
}

/**
 * Returns the instant under which outputs are recorded. The mass that the run holds now must be in it on that date and on
 * every later one; the rest is uptake.
 * @param postings postings of the account of the run
 * @throws Problem `run-instant-early`, `run-output-early`
 */
export function settleOutput(run: Run, massGrams: number, postings: readonly Posting[], stated: Stated): Date {
  const started = afterStart(run, stated, '#/body/yieldedAt');
  const drawn = Math.min(massGrams, heldGrams(run));
  const covered = availableFrom(postings, { massGrams: drawn, pieces: 0 });
  if (!covered) return started;
  const at = following(started, [covered], stated.skewSeconds);
  return at ?? refuse('run-output-early', run, { at: started, event: covered, pointer: '#/body/yieldedAt' });
}

/**
 * Returns the instant under which the closing is recorded.
 * @param postings postings of the account of the run
 * @throws Problem `run-instant-early`, `run-close-early`
 */
export function settleClose(run: Run, postings: readonly Posting[], stated: Stated): Date {
  const started = afterStart(run, stated, '#/body/closedAt');
  const last = lastOf(postings);
  if (!last) return started;
  const at = following(started, [last], stated.skewSeconds);
  return at ?? refuse('run-close-early', run, { at: started, event: last, pointer: '#/body/closedAt' });
}

function afterStart(run: Run, { at, skewSeconds }: Stated, pointer: string): Date {
  refuseClosed(run);
  const { startedAt, recordedAt } = run;
  const settled = following(at, [{ occurredAt: startedAt, recordedAt }], skewSeconds);
  if (settled) return settled;
  const facts = { at: at.toISOString(), startedAt: startedAt.toISOString(), pointer };
  throw recyclingProblem('run-instant-early', facts);
}

function refuse(
  code: 'run-output-early' | 'run-close-early',
  { id }: Run,
  { at, event, pointer }: { readonly at: Date; readonly event: Claim; readonly pointer: string },
): never {
  const facts = { runId: id, at: at.toISOString(), earliestAt: event.occurredAt.toISOString(), pointer };
  throw runProblem(code, facts);
}
