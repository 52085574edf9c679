/** Use case: recording lots of batteries, one or many, each for itself. */
import { type Actor, partyOf } from '../core/actor.ts';
import { toGrams } from '../core/mass.ts';
import { Problem } from '../core/problem.ts';
import { createCoalescer, runIsolated } from '../platform/coalescer.ts';
import type { Deps } from '../platform/deps.ts';
import type { Claim } from '../platform/idempotency.ts';
import { firstEntries, toRow } from '../platform/journal/index.ts';
import {
  type Batch,
  type BatteryLot,
  type Origin,
  refuseContradiction,
  refuseFuture,
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
  readonly skewSeconds: number;
};

/** What is answered for a lot: the batch as it was recorded, now or when the key was first used. */
export type LotAnswer = { readonly answer: unknown; readonly replayed: boolean };

const SET_MAX = 200;

/** Makes the wire shape of a batch; passed in, because a use case knows no wire. */
type ToAnswer = (batch: Batch) => object;

/**
 * The recorder of lots. `one` joins concurrent single requests into sets; `all` records many of one request.
 * Problems of a lot: `site-missing`, `idempotency-key-reused`, `instant-in-future`, `batch-class-contradicts-condition`.
 */
export function createLotRecorder(deps: Deps, toAnswer: ToAnswer) {
  const run = (rows: readonly LotRow[]) => recordLots(deps.db, rows);
  const coalesced = createCoalescer<LotRow, LotOutcome>({
    run,
    itemsMax: SET_MAX,
    inFlightMax: 2,
    waitingMax: 5_000,
    onFull: () => new Problem('overloaded', { reason: 'too many records are waiting' }),
  });
  return {
    one: async (command: LotCommand): Promise<LotAnswer> => {
      const row = rowOf(deps, command, toAnswer);
      return settle(row, await coalesced(row));
    },
    all: async (commands: readonly LotCommand[]): Promise<PromiseSettledResult<LotAnswer>[]> => {
      const settled: PromiseSettledResult<LotAnswer>[] = [];
      for (let from = 0; from < commands.length; from += SET_MAX) {
        settled.push(...(await recordSet(deps, commands.slice(from, from + SET_MAX), toAnswer, run)));
      }
      return settled;
    },
  };
}

type Run = (rows: readonly LotRow[]) => Promise<LotOutcome[]>;

async function recordSet(deps: Deps, commands: readonly LotCommand[], toAnswer: ToAnswer, run: Run) {
  const decided = await Promise.allSettled(commands.map(async (command) => rowOf(deps, command, toAnswer)));
  const rows = decided.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const outcomes = rows.length === 0 ? [] : await runIsolated(rows, run);
  let next = 0;
  return Promise.allSettled(
    decided.map(async (one) => {
      if (one.status === 'rejected') throw one.reason;
      const outcome = outcomes[next++];
      if (outcome?.status !== 'fulfilled') throw outcome?.reason;
      return settle(one.value, outcome.value);
    }),
  );
}

function rowOf(deps: Deps, { actor, claim, lot, skewSeconds }: LotCommand, toAnswer: ToAnswer): LotRow {
  const recordedAt = deps.clock();
  const { origin, ...described } = lot;
  refuseContradiction(lot);
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

function settle(row: LotRow, outcome: LotOutcome): LotAnswer {
  if (outcome.kind === 'recorded') return { answer: row.answer, replayed: false };
  if (outcome.kind === 'site-missing') throw new Problem('site-missing', { id: row.siteId, pointer: '#/body/siteId' });
  if (outcome.inputHash !== row.inputHash) throw new Problem('idempotency-key-reused', { key: row.key });
  return { answer: outcome.answer, replayed: true };
}
