/**
 * Use cases: corrections of batches, and the part that corrections of all records share. Lock order: the organisation, the
 * record with its batches, then the corrections of the record.
 */
import type { JournalKind } from '../../core/access/journal-scopes.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { affectedBy, type Dependants, type RecordRef } from '../../core/dependant.ts';
import type { CodeNames } from '../../core/messages/code-names.ts';
import type { Problem } from '../../core/messages/problem.ts';
import { requireActive } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type DependantsDeps, dependantsOf } from '../../platform/dependants.ts';
import type { Deps } from '../../platform/deps.ts';
import { httpProblem } from '../../platform/http/index.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import type { Batch } from '../batch.ts';
import { batchProblem } from '../problems.ts';
import { lockRecordedBatches, moveMass, readLedgers } from '../service.ts';
import type { PieceMassLimits } from '../weights/piece-mass.ts';
import { decideBatchCorrection, type MergedInto, type StatedBatch } from './batch-correction.ts';
import { type Correction, refuseClosedYear, type YearClosing } from './correction.ts';
import {
  findBringing,
  findCorrections,
  insertCorrection,
  listNetMovements,
  lockCorrections,
  updateDescription,
} from './store.ts';

/** A place whose books a correction changes: its site, and the time from which the record was in them. */
type Corrected = { readonly siteId: string; readonly since: Date };

/**
 * The port of what a correction must not leave behind. Locks the books of the site, and lists what is not as it should be, each
 * with its problem. A correction is refused for what was right before it, and never for what was wrong already.
 */
type JudgeCorrection = (tx: Tx, law: LawCache, corrected: Corrected) => Promise<ReadonlyMap<string, Problem>>;

export type JudgingDeps = { readonly judgeCorrection: JudgeCorrection };
export type CorrectionDeps = Deps & DependantsDeps & JudgingDeps;

/** The part of a correction that all records share. */
export type Correcting = {
  readonly actor: Actor;
  readonly reason: string;
  /** Number of corrections that the caller knew; null for any. */
  readonly ifVersion: number | null;
  /** Law, read before the transaction. */
  readonly closing: YearClosing;
  readonly law: LawCache;
};

/** A record whose corrections are locked, as it counts before the correction. */
type LockedSubject = {
  readonly subject: string;
  readonly corrected: Corrected | null;
  /** Faults of the books before the correction. */
  readonly faults: ReadonlyMap<string, Problem>;
  readonly earlier: readonly Pick<Correction, 'after'>[];
  readonly refs: readonly RecordRef[];
  readonly dependants: Dependants;
};

/**
 * Locks the corrections of a record and reads what depends on it. The caller holds the locks of its batches.
 * @throws Problem `precondition-failed`, `correction-year-closed`
 */
export async function lockSubject(
  tx: Tx,
  deps: CorrectionDeps,
  { ifVersion, closing, law }: Correcting,
  at: Pick<LockedSubject, 'subject' | 'refs'> & { readonly occurredAt: Date; readonly siteId: string | null },
): Promise<LockedSubject> {
  const { subject, occurredAt, siteId, refs } = at;
  const earlier = await lockCorrections(tx, subject);
  if (ifVersion !== null && ifVersion !== earlier.length) {
    throw httpProblem('precondition-failed', { expected: ifVersion, actual: earlier.length });
  }
  refuseClosedYear(occurredAt, deps.clock(), closing);
  const corrected = siteId === null ? null : { siteId, since: occurredAt };
  const faults = corrected ? await deps.judgeCorrection(tx, law, corrected) : new Map<string, Problem>();
  return { subject, corrected, faults, earlier, refs, dependants: await dependantsOf(tx, deps, refs) };
}

type Recorded = Pick<Correction, 'partyId' | 'siteId' | 'before' | 'after'> & {
  /** Kind of the journal entry, such as `batch.corrected`, and its subject. */
  readonly fact: JournalKind;
  readonly journal: string;
  /** Time at which the entry that it corrects was recorded under the same subject. */
  readonly correctsEntryOf: Date;
};

/** Records a correction whose mass has moved, with its journal entry, and returns it with what it changed. */
export async function recordCorrection(
  tx: Tx,
  deps: CorrectionDeps,
  { actor, reason, law }: Correcting,
  locked: LockedSubject,
  { fact: kind, journal, correctsEntryOf, ...values }: Recorded,
): Promise<Correction> {
  const { subject, corrected, faults, earlier, refs, dependants } = locked;
  const left = corrected ? await deps.judgeCorrection(tx, law, corrected) : faults;
  for (const [id, problem] of left) if (!faults.has(id)) throw problem;
  const recordedAt = deps.clock();
  const correction: Correction = {
    ...{ id: deps.newId(), subject, number: earlier.length + 1, reason, ...values },
    ...affectedBy(dependants, await dependantsOf(tx, deps, refs)),
    ...{ actor: actor.subject, recordedAt },
  };
  await insertCorrection(tx, correction);
  const { actor: _, recordedAt: __, id: correctionId, subject: corrects, ...payload } = correction;
  const entry = {
    correctionId,
    corrects,
    correctsEntry: { subject: journal, recordedAt: correctsEntryOf.toISOString() },
  };
  await record(tx, [fact(kind, journal, actor, recordedAt, { ...entry, ...payload })]);
  return correction;
}

export type CorrectBatch = Correcting & {
  readonly id: string;
  readonly stated: StatedBatch;
  readonly sourceTypes: CodeNames;
  readonly pieceMass: PieceMassLimits;
};

/**
 * Corrects a batch of batteries as its organisation recorded it.
 * @throws Problem `party-not-active`, `batch-missing`, `precondition-failed`, `correction-year-closed`, and as
 *   `decideBatchCorrection`
 */
export async function correctBatch(tx: Tx, deps: CorrectionDeps, command: CorrectBatch): Promise<Correction> {
  const { actor, id, stated, sourceTypes, pieceMass } = command;
  const partyId = partyOf(actor);
  const now = deps.clock();
  await requireActive(tx, [{ id: partyId }], now);
  const [batch] = await lockRecordedBatches(tx, [id], partyId, '#/params/id');
  if (!batch) throw batchProblem('batch-missing', { id });
  const mergedInto = await lockMergedInto(tx, batch);
  const refs = [batch, ...mergedInto.map((one) => one.batch)].map((one) => ({ kind: 'batch', id: one.id }) as const);
  const at = { subject: `batch:${id}`, occurredAt: batch.occurredAt, siteId: batch.siteId, refs };
  const locked = await lockSubject(tx, deps, command, at);
  const postings = (await readLedgers(tx, [id])).get(id) ?? [];
  const known = {
    batch,
    moved: await listNetMovements(tx, id),
    postings,
    mergedInto,
    dependants: locked.dependants,
    broughtBy: await findBringing(tx, id),
    ...{ sourceTypes, pieceMass },
  };
  const { before, after, entries, batch: described } = decideBatchCorrection(known, stated, now);
  await moveMass(tx, [], entries);
  const correction = await recordCorrection(tx, deps, command, locked, {
    ...{ partyId, siteId: batch.siteId, before, after, fact: 'batch.corrected', journal: at.subject },
    correctsEntryOf: batch.recordedAt,
  });
  await updateDescription(tx, described);
  return correction;
}

/**
 * Locks the batches that the whole mass of a batch was merged into, one after the other. Each is younger than the one
 * before, so the locks follow the order of the ids.
 */
async function lockMergedInto(tx: Tx, first: Batch): Promise<MergedInto[]> {
  const mergedInto: MergedInto[] = [];
  for (let { id } = first; ; ) {
    const merge = (await listNetMovements(tx, id)).find(
      ({ kind, from }) => kind === 'merge' && 'batchId' in from && from.batchId === id,
    );
    if (!merge || !('batchId' in merge.to)) return mergedInto;
    id = merge.to.batchId;
    const [batch] = await lockRecordedBatches(tx, [id], first.partyId, '#/params/id');
    if (!batch) throw batchProblem('batch-missing', { id });
    mergedInto.push({ batch, merge, postings: (await readLedgers(tx, [id])).get(id) ?? [] });
  }
}

export { findCorrections, listNetMovements, updateDescription };
