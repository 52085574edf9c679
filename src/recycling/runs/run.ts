/**
 * A processing run: an account of mass between feeds and outputs.
 *
 * Outputs may weigh more than feeds, because lead takes up oxygen and salts take up water. The mass that the account lacks
 * is posted into it from the boundary `adjustment` as `process_difference`, in the transaction of the output. So the account
 * is never negative and the gain is visible. The gains of a run are limited to a share of its feeds (law
 * `recycling.gain-limit`), so that a typing error does not create matter. Soda, iron and coke are bought, recorded as
 * supplies and fed.
 *
 * When a run is closed, the material still inside goes into a batch of work in progress on the site, for the next run.
 * The rest of the account (water, gas) is posted to the boundary `loss` as `process_difference`. A closed run holds nothing.
 */
import { type Grams, toGrams } from '../../core/mass.ts';
import { recyclingProblem } from '../problems.ts';

export type Run = {
  /** Also the id of its account. */
  readonly id: string;
  readonly partyId: string;
  readonly siteId: string;
  /** Code of the list `processes`. */
  readonly process: string;
  readonly startedAt: Date;
  readonly closedAt: Date | null;
  readonly fedGrams: Grams;
  readonly yieldedGrams: Grams;
  /** Posted into the account as `process_difference`. */
  readonly gainedGrams: Grams;
  /** Posted out of the account as `process_difference`. */
  readonly lostGrams: Grams;
  /** Put into a batch of work in progress at the close. */
  readonly carriedGrams: Grams;
  readonly recordedAt: Date;
};

type Opening = Pick<Run, 'id' | 'partyId' | 'siteId' | 'process' | 'startedAt' | 'recordedAt'>;

/** Opens a run with an empty account. */
export function open(opening: Opening): Run {
  const none = toGrams(0);
  const totals = { fedGrams: none, yieldedGrams: none, gainedGrams: none, lostGrams: none, carriedGrams: none };
  return { ...opening, ...totals, closedAt: null };
}

/** Returns the mass in the account of the run. */
export function heldGrams(run: Run): Grams {
  return toGrams(run.fedGrams + run.gainedGrams - run.yieldedGrams - run.lostGrams - run.carriedGrams);
}

/** Adds fed mass to the account. @throws Problem `run-closed`, `run-instant-early` */
export function feed(run: Run, massGrams: Grams, at: Date): Run {
  refuseUntimely(run, at);
  return { ...run, fedGrams: toGrams(run.fedGrams + massGrams) };
}

export type Yielded = { readonly run: Run; readonly gainGrams: Grams };

/**
 * Takes the mass of outputs from the account, and posts a gain for mass that the account lacks.
 * @throws Problem `run-closed`, `run-instant-early`, `run-gain-implausible`
 */
export function yieldMass(run: Run, massGrams: Grams, at: Date, gainLimitBasisPoints: number): Yielded {
  refuseUntimely(run, at);
  const gained = gain(run, massGrams, gainLimitBasisPoints);
  return { run: { ...gained.run, yieldedGrams: toGrams(run.yieldedGrams + massGrams) }, gainGrams: gained.gainGrams };
}

export type Closed = Yielded & { readonly lostGrams: Grams };

/**
 * Closes a run. The declared carry-over stays on the site as work in progress; the rest is lost.
 * @throws Problem `run-closed`, `run-instant-early`, `run-gain-implausible`
 */
export function close(run: Run, carriedGrams: Grams, at: Date, gainLimitBasisPoints: number): Closed {
  refuseUntimely(run, at);
  const { run: gained, gainGrams } = gain(run, carriedGrams, gainLimitBasisPoints);
  const lostGrams = toGrams(heldGrams(gained) - carriedGrams);
  return { run: { ...gained, carriedGrams, lostGrams, closedAt: at }, gainGrams, lostGrams };
}

function gain(run: Run, neededGrams: Grams, limitBasisPoints: number): Yielded {
  const gainGrams = toGrams(Math.max(0, neededGrams - heldGrams(run)));
  const gainedGrams = toGrams(run.gainedGrams + gainGrams);
  const limitGrams = Number((BigInt(run.fedGrams) * BigInt(limitBasisPoints)) / 10_000n);
  if (gainGrams > 0 && gainedGrams > limitGrams) {
    throw recyclingProblem('run-gain-implausible', {
      runId: run.id,
      fedGrams: run.fedGrams,
      gainedGrams,
      limitGrams,
      pointer: '#/body',
    });
  }
  return { run: { ...run, gainedGrams }, gainGrams };
}

/** @throws Problem `run-closed` */
export function refuseClosed({ id, closedAt }: Run): void {
  if (closedAt) throw recyclingProblem('run-closed', { id, closedAt: closedAt.toISOString() });
}

function refuseUntimely(run: Run, at: Date): void {
  refuseClosed(run);
  if (at < run.startedAt) {
    throw recyclingProblem('run-instant-early', {
      at: at.toISOString(),
      startedAt: run.startedAt.toISOString(),
      pointer: '#/body',
    });
  }
}
