/** Use case: recording batches of batteries, one or many, each with its own result. */
import { type Actor, partyOf } from '../../core/actor.ts';
import { Problem } from '../../core/messages/problem.ts';
import { partyProblem } from '../../parties/index.ts';
import { createCoalescer, runIsolated } from '../../platform/coalescer.ts';
import { unsecured } from '../../platform/database/row-security.ts';
import type { Deps, RequestDeps } from '../../platform/deps.ts';
import { httpProblem } from '../../platform/http/index.ts';
import type { Claim } from '../../platform/idempotency.ts';
import { fact, firstEntries } from '../../platform/journal/index.ts';
import type { BatchRecord } from '../batch.ts';
import { collectingProblem } from '../collecting/problems.ts';
import { type BatchDeclaration, decideBatch, type RecordingLimits } from './recording.ts';
import { insertRecordings, type RecordingOutcome, type RecordingRow } from './store.ts';

export type RecordBatch = {
  readonly actor: Actor;
  readonly claim: Claim;
  readonly declaration: BatchDeclaration;
};

/** The batch as it was recorded, now or at the first use of the key (`replayed`). */
type RecordedBatch = { readonly batch: BatchRecord; readonly replayed: boolean };
export type RecordingResult = RecordedBatch | Problem;

/** The hot path reads its limits without a query. */
type RecorderDeps = RequestDeps & { readonly limits: () => Promise<RecordingLimits> };

export type BatchRecorder = {
  /** Records one batch; concurrent calls are joined into sets. Throws the problem of the batch. */
  readonly one: (command: RecordBatch) => Promise<RecordedBatch>;
  /** Records the batches of one request and returns a result for each, in their order. */
  readonly all: (commands: readonly RecordBatch[]) => Promise<RecordingResult[]>;
};

const SET_MAX = 200;

/**
 * Creates the recorder of batches.
 * Problems of a batch: `site-missing`, `party-not-active`, `idempotency-key-reused`, `instant-in-future`,
 * `batch-class-contradicts-condition`, `batch-piece-mass-impossible`, `code-unknown`,
 * `batch-collection-unlicensed`.
 */
export function createBatchRecorder(deps: RecorderDeps): BatchRecorder {
  const db = unsecured(deps.db, 'one statement records batches of many organisations, each at its own site');
  const { limits } = deps;
  const record = async (rows: readonly RecordingRow[]): Promise<RecordingResult[]> =>
    (await insertRecordings(db, rows)).map((outcome, at) => resultOf(rows[at], outcome));
  const coalesced = createCoalescer<RecordingRow, RecordingResult>({
    run: record,
    itemsMax: SET_MAX,
    inFlightMax: 2,
    waitingMax: 5_000,
    onFull: () => httpProblem('overloaded', { reason: 'records-waiting' }),
  });
  return {
    one: async (command) => {
      const result = await coalesced(prepareRow(deps, command, await limits()));
      if (result instanceof Problem) throw result;
      return result;
    },
    all: async (commands) => {
      const known = await limits();
      const results: RecordingResult[] = [];
      for (let from = 0; from < commands.length; from += SET_MAX) {
        const set = commands.slice(from, from + SET_MAX).map((command) => tryPrepare(deps, command, known));
        results.push(...(await recordSet(set, record)));
      }
      return results;
    },
  };
}

/** Records the rows of a set that passed the decision. Rows with a problem keep their place in the result. */
async function recordSet(
  set: readonly (RecordingRow | Problem)[],
  record: (rows: readonly RecordingRow[]) => Promise<RecordingResult[]>,
): Promise<RecordingResult[]> {
  const rows = set.flatMap((row) => (row instanceof Problem ? [] : [row]));
  const settled = rows.length === 0 ? [] : await runIsolated(rows, record);
  let next = 0;
  return set.map((row) => {
    if (row instanceof Problem) return row;
    const result = settled[next++];
    if (result?.status === 'fulfilled') return result.value;
    if (result?.reason instanceof Problem) return result.reason;
    throw result?.reason ?? new Error('a set returned fewer results than it had rows');
  });
}

function tryPrepare(deps: RecorderDeps, command: RecordBatch, limits: RecordingLimits): RecordingRow | Problem {
  try {
    return prepareRow(deps, command, limits);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/**
 * Decides one batch and makes its first journal entry. Exported for the benchmark, which writes the same rows.
 * @throws Problem as `decideBatch`
 */
export function prepareRow(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  { actor, claim, declaration }: RecordBatch,
  limits: RecordingLimits,
): RecordingRow {
  const now = clock();
  const { batch, lateEntry, needed } = decideBatch(declaration, { id: newId(), partyId: partyOf(actor), now }, limits);
  const when = { occurredAt: declaration.occurredAt, recordedAt: now };
  const [entry] = firstEntries([fact(`batch.${declaration.origin}`, `batch:${batch.id}`, actor, when, batch)]);
  if (!entry) throw new Error('one fact makes one entry');
  return { ...claim, entry: { ...entry, payload: batch }, lateEntry, needed };
}

/** Appended to the detail of the problem when a late entry is refused. */
const ON_BOTH_DAYS = {
  en: ' The batch of {actedAt:time} was recorded late, so the organisation must be active on both days.',
  zh: '该批次的发生时间为 {actedAt:time}，属于迟报，单位在发生日和录入日均须处于“正常”状态。',
};

function resultOf(row: RecordingRow | undefined, outcome: RecordingOutcome): RecordingResult {
  if (!row) throw new Error('the statement returned more outcomes than it had rows');
  const batch = row.entry.payload;
  if (outcome.kind === 'recorded') {
    return { batch: outcome.unlicensed ? { ...batch, unlicensed: true } : batch, replayed: false };
  }
  if (outcome.kind === 'site-missing')
    return partyProblem('site-missing', { id: batch.siteId, pointer: '#/body/siteId' });
  if (outcome.kind === 'party-not-active') {
    const { name, state } = outcome;
    const { partyId, occurredAt: actedAt, recordedAt: enteredAt } = batch;
    if (!outcome.onEntryDay) return partyProblem('party-not-active', { partyId, name, state, at: actedAt });
    return partyProblem('party-not-active', { partyId, name, state, at: enteredAt }).with(
      { actedAt, enteredAt },
      ON_BOTH_DAYS,
    );
  }
  if (outcome.kind === 'unlicensed') {
    const { siteId, material: wasteCode } = batch;
    const { siteKind } = outcome;
    const facts = { siteId, siteKind, wasteCode, on: row.needed?.on ?? null, pointer: '#/body/siteId' };
    return collectingProblem('batch-collection-unlicensed', facts);
  }
  if (outcome.inputHash !== row.inputHash) return httpProblem('idempotency-key-reused', { key: row.key });
  return { batch: outcome.answer, replayed: true };
}
