/** Use case: recording lots of batteries, one or many, each for itself. */
import { type Actor, partyOf } from '../core/actor.ts';
import { dayOf } from '../core/calendar.ts';
import { toGrams } from '../core/mass.ts';
import { Problem } from '../core/problem.ts';
import { createCoalescer, runIsolated } from '../platform/coalescer.ts';
import type { Deps } from '../platform/deps.ts';
import type { Claim } from '../platform/idempotency.ts';
import { firstEntries, toRow } from '../platform/journal/index.ts';
import { codesIn, futureSkewSeconds, type LawBook } from '../platform/law/index.ts';
import {
  type Batch,
  type BatteryLot,
  type Origin,
  refuseContradiction,
  refuseFuture,
  refuseUnknownSource,
  WASTE_BATTERY_CODE,
} from './batch.ts';
import { type LotOutcome, type LotRow, recordLots } from './lot-store.ts';
import { describeBatch } from './service.ts';

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
export type LotAnswer<Answer> = { readonly answer: Answer; readonly replayed: boolean };

/** What the hot path needs beside the ordinary: law without a query. */
export type LotDeps = Deps & { readonly law: () => Promise<LawBook> };

export type LotRecorder<Answer> = {
  /** Joins concurrent single requests into sets. */
  readonly one: (command: LotCommand) => Promise<LotAnswer<Answer>>;
  /** Records many of one request. */
  readonly all: (commands: readonly LotCommand[]) => Promise<PromiseSettledResult<LotAnswer<Answer>>[]>;
};

const SET_MAX = 200;
const SOURCE_TYPES = 'batteries.source-types';

/** What the law says of lots: seconds a record may lie ahead of this service's clock, and the kinds of source. */
export type LotLimits = { readonly skewSeconds: number; readonly sourceTypes: ReadonlySet<string> };

/** Worked out once for each reading of the law. */
function keepLimits({ law, clock }: LotDeps): () => Promise<LotLimits> {
  let known: { readonly book: LawBook; readonly limits: LotLimits } | undefined;
  return async () => {
    const book = await law();
    if (known?.book !== book) {
      const today = dayOf(clock());
      const sourceTypes = codesIn(book, SOURCE_TYPES, today);
      known = { book, limits: { skewSeconds: futureSkewSeconds(book, today), sourceTypes } };
    }
    return known.limits;
  };
}

/** Makes the wire shape of a batch; passed in, because a use case knows no wire. */
type ToAnswer<Answer> = (batch: Batch) => Answer;

/**
 * The recorder of lots.
 * Problems of a lot: `site-missing`, `idempotency-key-reused`, `instant-in-future`,
 * `batch-class-contradicts-condition`, `code-unknown`.
 */
export function createLotRecorder<Answer extends object>(
  deps: LotDeps,
  toAnswer: ToAnswer<Answer>,
): LotRecorder<Answer> {
  const limits = keepLimits(deps);
  const run = (rows: readonly LotRow[]) => recordLots(deps.db, rows);
  const coalesced = createCoalescer<LotRow, LotOutcome>({
    run,
    itemsMax: SET_MAX,
    inFlightMax: 2,
    waitingMax: 5_000,
    onFull: () => new Problem('overloaded', { reason: 'too many records are waiting' }),
  });
  return {
    one: async (command) => {
      const row = rowOf(deps, command, await limits(), toAnswer);
      return settle<Answer>(row, await coalesced(row));
    },
    all: async (commands) => {
      const settled: PromiseSettledResult<LotAnswer<Answer>>[] = [];
      const known = await limits();
      const decide = (command: LotCommand) => rowOf(deps, command, known, toAnswer);
      for (let from = 0; from < commands.length; from += SET_MAX) {
        settled.push(...(await recordSet<Answer>(commands.slice(from, from + SET_MAX), decide, run)));
      }
      return settled;
    },
  };
}

type Run = (rows: readonly LotRow[]) => Promise<LotOutcome[]>;

async function recordSet<Answer extends object>(
  commands: readonly LotCommand[],
  decide: (command: LotCommand) => LotRow,
  run: Run,
): Promise<PromiseSettledResult<LotAnswer<Answer>>[]> {
  const decided = await Promise.allSettled(commands.map(async (command) => decide(command)));
  const rows = decided.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const outcomes = rows.length === 0 ? [] : await runIsolated(rows, run);
  let next = 0;
  return Promise.allSettled(
    decided.map(async (one) => {
      if (one.status === 'rejected') throw one.reason;
      const outcome = outcomes[next++];
      if (outcome?.status !== 'fulfilled') throw outcome?.reason;
      return settle<Answer>(one.value, outcome.value);
    }),
  );
}

/** Decides one lot, and everything its row needs. Exported for the benchmark's reference, which writes the same rows. */
export function rowOf(
  deps: Pick<Deps, 'clock' | 'newId'>,
  { actor, claim, lot }: LotCommand,
  { skewSeconds, sourceTypes }: LotLimits,
  toAnswer: ToAnswer<object>,
): LotRow {
  const recordedAt = deps.clock();
  const { origin, ...described } = lot;
  refuseContradiction(lot);
  refuseUnknownSource(lot.sourceType, sourceTypes);
  refuseFuture(lot.occurredAt, recordedAt, skewSeconds, '#/body/occurredAt');
  const batch: Batch = {
    ...described,
    id: deps.newId(),
    partyId: partyOf(actor),
    kind: 'battery',
    material: WASTE_BATTERY_CODE,
    evidence: null,
    massGrams: toGrams(lot.massGrams),
    recordedAt,
  };
  const [entry] = firstEntries([
    {
      kind: `batch.${origin}`,
      subject: `batch:${batch.id}`,
      actor,
      occurredAt: lot.occurredAt,
      recordedAt,
      version: 1,
      payload: describeBatch(batch),
    },
  ]);
  if (!entry) throw new Error('one fact makes one entry');
  return {
    ...claim,
    ...described,
    id: batch.id,
    partyId: batch.partyId,
    material: batch.material,
    occurredAt: lot.occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    entry: toRow(entry),
    answer: toAnswer(batch),
  };
}

/** The answer in the row was made by `toAnswer`, and so was the one stored with its key. */
function settle<Answer>(row: LotRow, outcome: LotOutcome): LotAnswer<Answer> {
  if (outcome.kind === 'recorded') return { answer: row.answer as Answer, replayed: false };
  if (outcome.kind === 'site-missing') throw new Problem('site-missing', { id: row.siteId, pointer: '#/body/siteId' });
  if (outcome.inputHash !== row.inputHash) throw new Problem('idempotency-key-reused', { key: row.key });
  return { answer: outcome.answer as Answer, replayed: true };
}
