/**
 * Dated balances of an account. People state when mass moved, and often state it late, so the order of entry says nothing
 * about the order of events. On every date the balance is at least zero.
 */
import type { Quantity } from '../batch.ts';
import { batchProblem } from '../problems.ts';

/** A movement seen from one account: positive into it, negative out of it. */
export type Posting = Quantity & { readonly occurredAt: Date; readonly recordedAt: Date };

/** The postings of accounts, by the id of the batch. */
export type Ledgers = ReadonlyMap<string, readonly Posting[]>;

/** The time of an event as its organisation stated it, and the time of its record by the clock of this service. */
export type Claim = Pick<Posting, 'occurredAt' | 'recordedAt'>;

/** The earliest instant from which an account holds an amount on every later date, or undefined if it never does. */
export function availableFrom(postings: readonly Posting[], { massGrams, pieces }: Quantity): Claim | undefined {
  const days = inOrder(postings);
  let held = { massGrams: 0, pieces: 0 };
  let from: Claim | undefined;
  for (const day of days) {
    held = { massGrams: held.massGrams + day.massGrams, pieces: held.pieces + day.pieces };
    const enough = held.massGrams >= massGrams && held.pieces >= pieces;
    from = enough ? (from ?? day) : undefined;
  }
  return from;
}

/** Returns the last event of an account, or undefined without any. */
export function lastOf(postings: readonly Posting[]): Claim | undefined {
  return inOrder(postings).at(-1);
}

/**
 * Sums the postings of each instant, in the order of the instants. What happens at one instant happens together. The
 * earliest record stands for an instant.
 */
export function inOrder(postings: readonly Posting[]): Posting[] {
  const instants = Map.groupBy(postings, ({ occurredAt }) => occurredAt.getTime());
  return [...instants]
    .toSorted(([a], [b]) => a - b)
    .map(([time, together]) => ({
      occurredAt: new Date(time),
      recordedAt: new Date(Math.min(...together.map(({ recordedAt }) => recordedAt.getTime()))),
      massGrams: together.reduce((sum, one) => sum + one.massGrams, 0),
      pieces: together.reduce((sum, one) => sum + one.pieces, 0),
    }));
}

/**
 * Returns the instant under which an act is recorded, or undefined when it is too early. An act follows the events that it
 * needs. An event dated ahead of its own record comes from a clock that is ahead, by the tolerance at most. An act after
 * that record is never refused for it; it is recorded at the instant of the event, so that the order of dates stays.
 */
export function following(at: Date, events: readonly Claim[], skewSeconds: number): Date | undefined {
  let settled = at;
  for (const { occurredAt, recordedAt } of events) {
    if (at >= occurredAt) continue;
    const ahead = occurredAt > recordedAt;
    const earliest = Math.min(recordedAt.getTime(), occurredAt.getTime() - skewSeconds * 1_000);
    if (!ahead || at.getTime() < earliest) return undefined;
    if (occurredAt > settled) settled = occurredAt;
  }
  return settled;
}

/** Mass and pieces that are taken from a batch. */
export type Draw = Quantity & { readonly id: string };

/**
 * Returns the instant under which draws are recorded: as given, or that of the youngest part where a clock was ahead.
 * A draw of more than the batch holds on any date is left to the rule on overdrafts.
 * @throws Problem `batch-instant-early`, with the earliest possible instant of that batch
 */
export function settleDraws(
  draws: readonly Draw[],
  ledgers: Ledgers,
  { at, skewSeconds, pointer }: { readonly at: Date; readonly skewSeconds: number; readonly pointer: string },
): Date {
  let settled = at;
  for (const { id, ...amount } of joined(draws)) {
    const postings = ledgers.get(id) ?? [];
    const from = availableFrom(postings, amount) ?? inOrder(postings)[0];
    if (!from) continue;
    const instant = following(at, [from], skewSeconds);
    if (!instant) {
      const { occurredAt } = from;
      const facts = { id, at: at.toISOString(), occurredAt: occurredAt.toISOString(), pointer };
      throw batchProblem('batch-instant-early', facts);
    }
    if (instant > settled) settled = instant;
  }
  return settled;
}

/**
 * Refuses draws of more than the accounts hold in the end.
 * @param pointer pointer of the list of draws
 * @throws Problem `batch-mass-exceeded`, `batch-pieces-exceeded`
 */
export function refuseUnheld(draws: readonly Draw[], ledgers: Ledgers, pointer: string): void {
  for (const { id, massGrams, pieces } of joined(draws)) {
    const held = (ledgers.get(id) ?? []).reduce<Quantity>(added, NOTHING);
    if (massGrams > held.massGrams) {
      const facts = { id, availableGrams: held.massGrams, requestedGrams: massGrams };
      throw batchProblem('batch-mass-exceeded', { ...facts, pointer: `${pointer}/massGrams` });
    }
    if (pieces > held.pieces) {
      const facts = { id, availablePieces: held.pieces, requestedPieces: pieces };
      throw batchProblem('batch-pieces-exceeded', { ...facts, pointer: `${pointer}/pieces` });
    }
  }
}

/**
 * Returns the instant from which the mass of batches may be regrouped: all of it is there from the youngest part on.
 * @param part the part that leaves each batch; all of the batch if left out
 */
export function partingAt(
  batches: readonly (Quantity & { readonly id: string })[],
  ledgers: Ledgers,
  part?: Quantity,
): Date | undefined {
  const instants = batches.map((batch) => availableFrom(ledgers.get(batch.id) ?? [], part ?? batch)?.occurredAt);
  return instants.reduce((latest, one) => (latest && one && one > latest ? one : (latest ?? one)), instants[0]);
}

/**
 * Returns the smallest balance of an account from the first of some postings on, after they are added. Balances of before
 * that these postings do not make smaller are left out.
 */
export function leastHeld(postings: readonly Posting[], addedPostings: readonly Posting[]): Quantity {
  const least = { massGrams: Number.POSITIVE_INFINITY, pieces: Number.POSITIVE_INFINITY };
  let held = NOTHING;
  let change = NOTHING;
  for (const { occurredAt, ...amount } of inOrder([...postings, ...addedPostings])) {
    held = added(held, amount);
    const at = occurredAt.getTime();
    change = addedPostings.filter((one) => one.occurredAt.getTime() <= at).reduce<Quantity>(added, NOTHING);
    if (change.massGrams < 0) least.massGrams = Math.min(least.massGrams, held.massGrams);
    if (change.pieces < 0) least.pieces = Math.min(least.pieces, held.pieces);
  }
  return least;
}

const NOTHING: Quantity = { massGrams: 0, pieces: 0 };

/** Adds up the draws on each batch. */
function joined(draws: readonly Draw[]): Draw[] {
  return [...Map.groupBy(draws, ({ id }) => id).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, ...others.reduce<Quantity>(added, first) }] : [],
  );
}

const added = (a: Quantity, b: Quantity): Quantity => ({
  massGrams: a.massGrams + b.massGrams,
  pieces: a.pieces + b.pieces,
});
