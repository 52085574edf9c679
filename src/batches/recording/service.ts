/** Use case: recording lots of batteries, one or many, each for itself. */
import { type Actor, partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { toGrams } from '../../core/mass.ts';
import { Problem } from '../../core/messages/problem.ts';
import { partyProblem } from '../../parties/index.ts';
import { createCoalescer, runIsolated } from '../../platform/coalescer.ts';
import type { Deps } from '../../platform/deps.ts';
import { httpProblem } from '../../platform/http/index.ts';
import type { Claim } from '../../platform/idempotency.ts';
import { fact, firstEntries } from '../../platform/journal/index.ts';
import { codesIn, futureSkewSeconds, type LawCache, lateTellingHours } from '../../platform/law/index.ts';
import {
  type BatchRecord,
  type BatteryLot,
  describeBatch,
  type Origin,
  refuseContradiction,
  refuseFuture,
  refuseUnknownSource,
  WASTE_BATTERY_CODE,
} from '../batch.ts';
import { type LotOutcome, type LotRow, recordLots } from './store.ts';

/** A lot as its party describes it. */
export type Lot = BatteryLot & {
  readonly origin: Origin;
  readonly siteId: string;
  readonly sourceType: string | null;
  readonly supplierName: string | null;
  readonly massGrams: number;
  readonly pieces: number;
  readonly occurredAt: Date;
};

export type LotCommand = {
  readonly actor: Actor;
  readonly claim: Claim;
  readonly lot: Lot;
};

/** What is answered for a lot: the batch as it was recorded, now or when the key was first used. */
export type LotAnswer = { readonly batch: BatchRecord; readonly replayed: boolean };

/** What the hot path needs beside the ordinary: law without a query. */
export type LotDeps = Deps & { readonly law: () => Promise<LawCache> };

export type LotRecorder = {
  /** Joins concurrent single requests into sets. Throws the problem of the lot. */
  readonly one: (command: LotCommand) => Promise<LotAnswer>;
  /** Records many of one request, and answers each or tells its problem, in their order. */
  readonly all: (commands: readonly LotCommand[]) => Promise<(LotAnswer | Problem)[]>;
};

const SET_MAX = 200;
const HOUR_MS = 3_600_000;
const SOURCE_TYPES = 'batteries.source-types';

/**
 * What the law says of lots: seconds a record may lie ahead of this service's clock, hours after which it counts as told
 * late, and the kinds of source.
 */
export type LotLimits = {
  readonly skewSeconds: number;
  readonly lateHours: number;
  readonly sourceTypes: ReadonlySet<string>;
};

/** Worked out once for each reading of the law. */
function keepLimits({ law, clock }: LotDeps): () => Promise<LotLimits> {
  let known: { readonly book: LawCache; readonly limits: LotLimits } | undefined;
  return async () => {
    const book = await law();
    if (known?.book !== book) {
      const today = dayOf(clock());
      const sourceTypes = codesIn(book, SOURCE_TYPES, today);
      const skewSeconds = futureSkewSeconds(book, today);
      known = { book, limits: { skewSeconds, lateHours: lateTellingHours(book, today), sourceTypes } };
    }
    return known.limits;
  };
}

/**
 * The recorder of lots.
 * Problems of a lot: `site-missing`, `party-not-active`, `idempotency-key-reused`, `instant-in-future`,
 * `batch-class-contradicts-condition`, `code-unknown`.
 */
export function createLotRecorder(deps: LotDeps): LotRecorder {
  const limits = keepLimits(deps);
  const run = (rows: readonly LotRow[]) => recordLots(deps.db, rows);
  const coalesced = createCoalescer<LotRow, LotOutcome>({
    run,
    itemsMax: SET_MAX,
    inFlightMax: 2,
    waitingMax: 5_000,
    onFull: () => httpProblem('overloaded', { reason: 'too many records are waiting' }),
  });
  return {
    one: async (command) => {
      const row = rowOf(deps, command, await limits());
      const settled = settle(row, await coalesced(row));
      if (settled instanceof Problem) throw settled;
      return settled;
    },
    all: async (commands) => {
      const known = await limits();
      const settled: (LotAnswer | Problem)[] = [];
      for (let from = 0; from < commands.length; from += SET_MAX) {
        const decided = commands.slice(from, from + SET_MAX).map((command) => decide(deps, command, known));
        settled.push(...(await recordSet(decided, run)));
      }
      return settled;
    },
  };
}

type Run = (rows: readonly LotRow[]) => Promise<LotOutcome[]>;

async function recordSet(decided: readonly (LotRow | Problem)[], run: Run): Promise<(LotAnswer | Problem)[]> {
  const rows = decided.flatMap((one) => (one instanceof Problem ? [] : [one]));
  const outcomes = rows.length === 0 ? [] : await runIsolated(rows, run);
  let next = 0;
  return decided.map((one) => {
    if (one instanceof Problem) return one;
    const outcome = outcomes[next++];
    if (outcome?.status === 'fulfilled') return settle(one, outcome.value);
    if (outcome?.reason instanceof Problem) return outcome.reason;
    throw outcome?.reason ?? new Error('a set answered fewer outcomes than it had lots');
  });
}

function decide(deps: LotDeps, command: LotCommand, limits: LotLimits): LotRow | Problem {
  try {
    return rowOf(deps, command, limits);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** Decides one lot, and everything its row needs. Exported for the benchmark's reference, which writes the same rows. */
export function rowOf(
  deps: Pick<Deps, 'clock' | 'newId'>,
  { actor, claim, lot }: LotCommand,
  { skewSeconds, lateHours, sourceTypes }: LotLimits,
): LotRow {
  const recordedAt = deps.clock();
  const { origin, ...described } = lot;
  refuseContradiction(lot);
  refuseUnknownSource(lot.sourceType, sourceTypes);
  refuseFuture(lot.occurredAt, recordedAt, skewSeconds, '#/body/occurredAt');
  const payload = describeBatch({
    ...described,
    id: deps.newId(),
    partyId: partyOf(actor),
    kind: 'battery',
    material: WASTE_BATTERY_CODE,
    evidence: null,
    massGrams: toGrams(lot.massGrams),
    recordedAt,
  });
  const { occurredAt } = lot;
  const when = { occurredAt, recordedAt };
  const [entry] = firstEntries([fact(`batch.${origin}`, `batch:${payload.id}`, actor, when, payload)]);
  if (!entry) throw new Error('one fact makes one entry');
  const toldLate = recordedAt.getTime() - occurredAt.getTime() > lateHours * HOUR_MS;
  return { ...claim, entry: { ...entry, payload }, toldLate };
}

function settle({ key, inputHash, entry: { payload } }: LotRow, outcome: LotOutcome): LotAnswer | Problem {
  if (outcome.kind === 'recorded') return { batch: payload, replayed: false };
  if (outcome.kind === 'site-missing')
    return partyProblem('site-missing', { id: payload.siteId, pointer: '#/body/siteId' });
  if (outcome.kind === 'party-not-active') {
    const { name, state, whenTold } = outcome;
    const { partyId, occurredAt: actedAt, recordedAt: toldAt } = payload;
    if (!whenTold) return partyProblem('party-not-active', { partyId, name, state, at: actedAt });
    return partyProblem('party-not-active', { partyId, name, state, at: toldAt, actedAt, toldAt });
  }
  if (outcome.inputHash !== inputHash) return httpProblem('idempotency-key-reused', { key });
  return { batch: outcome.answer, replayed: true };
}
