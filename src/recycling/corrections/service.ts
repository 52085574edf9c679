/**
 * Use cases: corrections of feeds, outputs, supplies, dispositions and emissions. Each locks, looks up, decides and records.
 * Lock order: the organisation, the run, its batches in the order of their ids, then the corrections of the record.
 */
import {
  type Batch,
  batchProblem,
  type Correcting,
  type Correction,
  type CorrectionDeps,
  corrected,
  counterEntries,
  listNetMovements,
  lockRecordedBatches,
  lockSubject,
  type Movement,
  moveMass,
  type NetMovement,
  type PieceMassLimits,
  readLedgers,
  recordCorrection,
  redoneAdjustments,
  refuseContradictingDraws,
  refuseImpossibleRest,
  refuseMovedOn,
  refuseOverdraft,
  refuseWithdrawn,
  replacedValues,
  undoneAdjustments,
  updateDescription,
} from '../../batches/index.ts';
import { partyOf } from '../../core/actor.ts';
import type { RecordRef } from '../../core/dependant.ts';
import { toGrams } from '../../core/mass.ts';
import { requireActive } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { RecyclingRules } from '../material.ts';
import { WORK_IN_PROGRESS } from '../material.ts';
import { recyclingProblem } from '../problems.ts';
import { refuseLeadOfCorrection } from '../runs/lead-service.ts';
import { runProblem } from '../runs/problems.ts';
import type { Run } from '../runs/run.ts';
import { findDisposition, findEmission, findRunOutput, findSupply, lockRun, updateRun } from '../store.ts';
import { decideRunCorrection } from './run-correction.ts';

type Command<Stated> = Correcting & { readonly id: string; readonly stated: Stated };
type Weighed = { readonly massGrams?: number | undefined; readonly pieces?: number | undefined };

export type CorrectRunEntry = Command<Weighed> & { readonly rules: RecyclingRules; readonly entryId: string };

/**
 * Corrects the mass or pieces of a feed. The rest goes back to its batch, or comes out of it.
 * @throws Problem `run-missing`, `feed-missing`, `run-lead-exceeds-feeds`, and as `lockSubject`, `decideRunCorrection`
 */
export async function correctFeed(tx: Tx, deps: CorrectionDeps, command: CorrectRunEntry): Promise<Correction> {
  const { id, entryId, actor } = command;
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], deps.clock());
  const run = await lockRun(tx, id, partyId);
  const original = (await listNetMovements(tx, id)).find(
    (moved) => moved.kind === 'feed' && String(moved.id) === entryId,
  );
  if (!original || !('batchId' in original.from))
    throw runProblem('feed-missing', { id: entryId, runId: id, pointer: '#/params/feedId' });
  return correctRunEntry(tx, deps, command, {
    ...{ run, original, batchId: original.from.batchId, carried: false },
    ...{ subject: `run-feed:${entryId}`, fact: 'run-feed.corrected' },
  });
}

/**
 * Corrects the mass of an output of a run, which its batch holds.
 * @throws Problem `run-missing`, `output-missing`, `run-lead-exceeds-feeds`, and as `lockSubject`, `decideRunCorrection`
 */
export async function correctOutput(tx: Tx, deps: CorrectionDeps, command: CorrectRunEntry): Promise<Correction> {
  const { id, entryId: batchId, actor } = command;
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], deps.clock());
  const run = await lockRun(tx, id, partyId);
  const output = await findRunOutput(tx, id, batchId);
  const original = (await listNetMovements(tx, id)).find(({ to }) => 'batchId' in to && to.batchId === batchId);
  if (!output || !original)
    throw runProblem('output-missing', { id: batchId, runId: id, pointer: '#/params/outputId' });
  return correctRunEntry(tx, deps, command, {
    ...{ run, original, batchId, carried: output.material === WORK_IN_PROGRESS.code },
    ...{ subject: `run-output:${batchId}`, fact: 'run-output.corrected' },
  });
}

type RunEntry = {
  readonly run: Run;
  readonly original: NetMovement;
  /** The batch at the other end. */
  readonly batchId: string;
  readonly carried: boolean;
  readonly subject: string;
  readonly fact: 'run-feed.corrected' | 'run-output.corrected';
};

async function correctRunEntry(
  tx: Tx,
  deps: CorrectionDeps,
  command: CorrectRunEntry,
  { run: before, original, batchId, carried, subject, fact }: RunEntry,
): Promise<Correction> {
  const { id, rules } = command;
  const { massGrams, pieces } = command.stated;
  // A feed of nothing has no pieces either.
  const stated = massGrams === 0 && pieces === undefined ? { massGrams, pieces: 0 } : command.stated;
  const { partyId, siteId } = before;
  const now = deps.clock();
  const [batch] = await lockRecordedBatches(tx, [batchId, id], partyId, '#/params/id');
  if (!batch) throw batchProblem('batch-missing', { id: batchId });
  const refs = [{ kind: 'run', id } as const, { kind: 'batch', id: batchId } as const];
  const locked = await lockSubject(tx, deps, command, { subject, occurredAt: original.occurredAt, siteId, refs });
  const ledgers = await readLedgers(tx, [id, batchId]);
  const current = { massGrams: original.massGrams, pieces: original.pieces };
  const replaced = replacedValues(current, stated);
  refuseWithdrawn(subject, current, replaced.after);
  const right = { ...current, ...replaced.after };
  const known = { run: before, moved: await listNetMovements(tx, id), original, right, carried };
  const postings = ledgers.get(id) ?? [];
  const decided = decideRunCorrection({ ...known, postings, ...rules }, now);
  const ofBatch = original.kind === 'output' ? await listNetMovements(tx, batchId) : [];
  const adjusted = adjustmentEntries(ofBatch, { before: original.massGrams, after: right.massGrams }, now);
  const [run, entries] = [decided.run, [...decided.entries, ...adjusted]];
  refuseMovedOn({ id: batchId, postings: ledgers.get(batchId) ?? [] }, entries, right);
  refuseImpossibleRest(batch, entries, { statedGrams: right.massGrams, pieceMass: rules.pieceMass });
  if (original.kind === 'feed') refuseOtherFeed(batch, original, right, rules.pieceMass);
  const changed = { movementId: String(original.id), massGrams: right.massGrams };
  await refuseLeadOfCorrection(tx, rules, id, changed);
  await moveMass(tx, [], entries);
  await updateRun(tx, run);
  const journal = { fact, journal: `run:${id}`, correctsEntryOf: original.recordedAt };
  return recordCorrection(tx, deps, command, locked, { partyId, siteId, ...replaced, ...journal });
}

/** Makes the entries of stock adjustments that end with a record, or come back with it. */
function adjustmentEntries(
  moved: readonly NetMovement[],
  { before, after }: { readonly before: number; readonly after: number },
  now: Date,
): Movement[] {
  if (after === 0) return undoneAdjustments(moved, now);
  return before === 0 ? redoneAdjustments(moved, now) : [];
}

type Fed = { readonly massGrams: number; readonly pieces: number };

/**
 * Refuses a feed that could not have been fed so: its mass and pieces agree with what the batch held before it.
 * @throws Problem `batch-mass-exceeded`, `batch-pieces-exceeded`, `batch-quantities-apart`, `batch-piece-mass-differs`
 */
function refuseOtherFeed(batch: Batch, fed: Fed, right: Fed, limits: PieceMassLimits): void {
  if (right.massGrams === 0 && right.pieces === 0) return;
  const massGrams = toGrams(batch.massGrams + fed.massGrams);
  const before = { ...batch, massGrams, pieces: batch.pieces + fed.pieces };
  refuseOverdraft(before, right, '#/body');
  refuseContradictingDraws([before], [right], { limits, pointerOf: () => '#/body/pieces' });
}

export type CorrectSupply = Command<
  Weighed & { readonly supplierName?: string | undefined; readonly documentNumber?: string | undefined }
>;

/** Corrects a supply and the batch that it became. @throws Problem `supply-missing`, `correction-below-moved`, and as `lockSubject` */
export async function correctSupply(tx: Tx, deps: CorrectionDeps, command: CorrectSupply): Promise<Correction> {
  const { id, stated } = command;
  const partyId = partyOf(command.actor);
  await requireActive(tx, [{ id: partyId }], deps.clock());
  const supply = await findSupply(tx, id);
  if (supply?.partyId !== partyId) throw recyclingProblem('supply-missing', { id, pointer: '#/params/id' });
  const subject = `supply:${id}`;
  const { siteId, batchId, receivedAt, recordedAt } = supply;
  const { batch, locked } = await lockRecord(tx, deps, command, { subject, batchId, occurredAt: receivedAt, partyId });
  const { massGrams, supplierName, documentNumber } = corrected(supply, locked.earlier);
  const replaced = replacedValues({ massGrams, supplierName, documentNumber }, stated);
  refuseWithdrawn(subject, { massGrams }, replaced.after);
  await moveTo(tx, deps, { subject, batchId, massGrams: stated.massGrams });
  const correction = await recordCorrection(tx, deps, command, locked, {
    ...{ partyId, siteId, ...replaced, fact: 'supply.corrected', journal: subject, correctsEntryOf: recordedAt },
  });
  await updateDescription(tx, { ...batch, supplierName: stated.supplierName ?? supplierName });
  return correction;
}

export type CorrectDisposition = Command<{
  readonly massGrams?: number | undefined;
  readonly receiverName?: string | undefined;
  readonly contractNumber?: string | undefined;
  readonly confirmationNumber?: string | undefined;
}>;

/**
 * Corrects a sale, use or disposal, or adds the confirmation that the receiver gave later.
 * @throws Problem `disposition-missing`, `correction-below-moved`, and as `lockSubject`
 */
export async function correctDisposition(
  tx: Tx,
  deps: CorrectionDeps,
  command: CorrectDisposition,
): Promise<Correction> {
  const { id, stated } = command;
  const partyId = partyOf(command.actor);
  await requireActive(tx, [{ id: partyId }], deps.clock());
  const disposition = await findDisposition(tx, id);
  if (disposition?.partyId !== partyId) throw recyclingProblem('disposition-missing', { id, pointer: '#/params/id' });
  const subject = `disposition:${id}`;
  const { batchId, occurredAt, recordedAt } = disposition;
  const also = [{ kind: 'disposition', id } as const];
  const { batch, locked } = await lockRecord(tx, deps, command, { subject, batchId, occurredAt, partyId, also });
  const { massGrams, receiverName, contractNumber, confirmationNumber } = corrected(disposition, locked.earlier);
  const replaced = replacedValues({ massGrams, receiverName, contractNumber, confirmationNumber }, stated);
  refuseWithdrawn(subject, { massGrams }, replaced.after);
  await moveTo(tx, deps, { subject, batchId, massGrams: stated.massGrams });
  const journal = { fact: 'disposition.corrected', journal: `batch:${batchId}`, correctsEntryOf: recordedAt } as const;
  return recordCorrection(tx, deps, command, locked, { partyId, siteId: batch.siteId, ...replaced, ...journal });
}

export type CorrectEmission = Command<{
  readonly leadGrams?: number | undefined;
  readonly reportNumber?: string | undefined;
}>;

/** Corrects the lead of an emission, which moves no batch. @throws Problem `emission-missing`, and as `lockSubject` */
export async function correctEmission(tx: Tx, deps: CorrectionDeps, command: CorrectEmission): Promise<Correction> {
  const { id, stated } = command;
  const partyId = partyOf(command.actor);
  await requireActive(tx, [{ id: partyId }], deps.clock());
  const emission = await findEmission(tx, id);
  if (emission?.partyId !== partyId) throw recyclingProblem('emission-missing', { id, pointer: '#/params/id' });
  const subject = `emission:${id}`;
  const { siteId, occurredAt, recordedAt } = emission;
  const locked = await lockSubject(tx, deps, command, {
    subject,
    occurredAt,
    siteId,
    refs: [{ kind: 'emission', id }],
  });
  const { leadGrams, reportNumber } = corrected(emission, locked.earlier);
  const replaced = replacedValues({ leadGrams, reportNumber }, stated);
  const journal = { fact: 'emission.corrected', journal: subject, correctsEntryOf: recordedAt } as const;
  return recordCorrection(tx, deps, command, locked, { partyId, siteId, ...replaced, ...journal });
}

type OfBatch = Record<'subject' | 'batchId' | 'partyId', string> & {
  readonly occurredAt: Date;
  /** The record itself, where a list of what depends on its batch may be cut before it. */
  readonly also?: readonly RecordRef[];
};

/** Locks the batch of a record and its corrections. */
async function lockRecord(tx: Tx, deps: CorrectionDeps, command: Correcting, of: OfBatch) {
  const { subject, batchId, partyId, occurredAt, also = [] } = of;
  const [batch] = await lockRecordedBatches(tx, [batchId], partyId, '#/params/id');
  if (!batch) throw batchProblem('batch-missing', { id: batchId });
  const refs = [...also, { kind: 'batch', id: batchId } as const];
  const { siteId } = batch;
  return { batch, locked: await lockSubject(tx, deps, command, { subject, occurredAt, siteId, refs }) };
}

/** Brings the movement of a record on its batch to another mass. Nothing moves when the mass stays. */
async function moveTo(
  tx: Tx,
  deps: CorrectionDeps,
  { subject, batchId, massGrams }: { subject: string; batchId: string; massGrams: number | undefined },
): Promise<void> {
  const moved = await listNetMovements(tx, batchId);
  const original = moved.find(({ evidence }) => evidence === subject);
  if (massGrams === undefined || original === undefined) return;
  const right = { massGrams: toGrams(massGrams), pieces: original.pieces };
  const entries = counterEntries(original, right, deps.clock());
  if (original.kind === 'supply') {
    entries.push(...adjustmentEntries(moved, { before: original.massGrams, after: massGrams }, deps.clock()));
  }
  refuseMovedOn({ id: batchId, postings: (await readLedgers(tx, [batchId])).get(batchId) ?? [] }, entries, right);
  await moveMass(tx, [], entries);
}
