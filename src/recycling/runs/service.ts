/**
 * Use cases: processing runs. Each locks and looks up, decides by the pure rules of the run, and records. Lock order:
 * the run, the organisation, then batches in the order of their ids; a feed locks the organisation first.
 */
import {
  type Batch,
  lockOwnBatches,
  lockRecordedBatches,
  type Movement,
  moveMass,
  readLedgers,
  refuseContradictingDraws,
  refuseFuture,
  refuseOverdraws,
} from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { type Grams, sumGrams } from '../../core/mass.ts';
import { requireActive, requireLicence, requireMayFinish } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { type Fact, fact, record, type When } from '../../platform/journal/index.ts';
import { requireRecyclerSite } from '../inventory/service.ts';
import { type RecyclingRules, requireCode, WORK_IN_PROGRESS } from '../material.ts';
import { insertRun, lockRun, updateRun } from '../store.ts';
import { type Feed, refuseFeed } from './feed.ts';
import { refuseLeadOfOutputs } from './lead-service.ts';
import { accountOf, NO_BATTERY, type OutputBatch, processDifference, recordOutputs } from './output-service.ts';
import { close, feed, open, type Run, yieldMass } from './run.ts';
import { settleClose, settleFeed, settleOutput } from './timing.ts';

/** The actor, and the law of recycling read before the transaction. */
type By = { readonly actor: Actor; readonly rules: RecyclingRules };

/**
 * Opens a processing run on a recycling site.
 * @throws Problem `party-not-active`, `site-missing`, `site-not-recycler`, `code-unknown`, `instant-in-future`
 */
export async function openRun(
  tx: Tx,
  deps: Deps,
  command: By & { readonly siteId: string; readonly process: string; readonly startedAt: Date },
): Promise<Run> {
  const { actor, rules, siteId, process, startedAt } = command;
  const now = deps.clock();
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], startedAt);
  await requireRecyclerSite(tx, siteId, partyId);
  requireCode(rules.processes, process, '#/body/process');
  refuseFuture(startedAt, now, rules.skewSeconds, '#/body/startedAt');
  const run = open({ id: deps.newId(), partyId, siteId, process, startedAt, recordedAt: now });
  await recordOpened(tx, actor, run);
  return run;
}

async function recordOpened(tx: Tx, actor: Actor, run: Run): Promise<void> {
  const { id, process, startedAt, recordedAt } = run;
  const account = { ...NO_BATTERY, ...accountOf(run, recordedAt), id, siteId: null, kind: 'process' as const };
  await moveMass(tx, [{ ...account, material: process, occurredAt: startedAt }], []);
  await insertRun(tx, run);
  await record(tx, [runFact('run.opened', run, actor, { occurredAt: startedAt, recordedAt }, {})]);
}

type FeedRun = By & { readonly id: string; readonly fedAt: Date; readonly lines: readonly Feed[] };

/**
 * Feeds batches in stock on the site of the run.
 * @throws Problem `party-not-active`, `run-missing`, `run-closed`, `batch-missing`, `batch-not-feedable`, `batch-on-other-site`,
 *   `batch-mass-exceeded`, `batch-quantities-apart`, `batch-piece-mass-differs`, `batch-instant-early`, `licence-missing` when waste is fed without a licence to recycle it
 */
export async function feedRun(tx: Tx, deps: Deps, command: FeedRun): Promise<Run> {
  const { actor, rules, id, fedAt, lines } = command;
  const now = deps.clock();
  const partyId = partyOf(actor);
  refuseFuture(fedAt, now, rules.skewSeconds, '#/body/fedAt');
  await requireActive(tx, [{ id: partyId }], fedAt);
  const before = await lockRun(tx, id, partyId);
  const ids = lines.map(({ batchId }) => batchId);
  const batches = await lockOwnBatches(tx, ids, partyId, '#/body/lines/*/batchId');
  refuseOverdraws(batches, lines, '#/body/lines');
  const pointerOf = (line: number) => `#/body/lines/${line}/pieces`;
  refuseContradictingDraws(batches, lines, { limits: rules.pieceMass, pointerOf });
  const at = settleFeed(before, lines, await readLedgers(tx, ids), { at: fedAt, skewSeconds: rules.skewSeconds });
  const run = decideFeed(before, batches, { ...command, fedAt: at });
  const wastes = batches.flatMap(({ kind, material }) => (kind === 'battery' ? material : []));
  for (const wasteCode of new Set(wastes)) {
    await requireLicence(tx, partyId, { mode: 'recycling', wasteCode, on: dayOf(fedAt) });
  }
  await recordFed(tx, run, batches, command, { occurredAt: at, recordedAt: now });
  return run;
}

/** Decides a feed by the state of the run and of the batches. Each line has one batch. */
function decideFeed(before: Run, batches: readonly Batch[], { lines, fedAt }: FeedRun): Run {
  const run = feed(before, sumGrams(lines.map(({ massGrams }) => massGrams)), fedAt);
  for (const [at, batch] of batches.entries()) refuseFeed(batch, run, `#/body/lines/${at}`);
  return run;
}

async function recordFed(
  tx: Tx,
  run: Run,
  batches: readonly Batch[],
  { actor, lines }: FeedRun,
  when: Moment,
): Promise<void> {
  const movement = ({ batchId, massGrams, pieces }: Feed): Movement => ({
    kind: 'feed',
    from: { batchId },
    to: { batchId: run.id },
    massGrams,
    pieces,
    evidence: `run:${run.id}`,
    ...when,
  });
  await moveMass(tx, [], lines.map(movement));
  await updateRun(tx, run);
  const described = lines.map((line, at) => ({ ...line, kind: batches[at]?.kind, material: batches[at]?.material }));
  await record(tx, [runFact('run.fed', run, actor, when, { lines: described })]);
}

export type Output = { readonly material: string; readonly massGrams: Grams };

/**
 * Takes products, by-products, intermediates and residues out of a run, each into a batch of its own on the site.
 * @throws Problem `party-not-active`, `run-missing`, `run-closed`, `code-unknown`, `run-output-early`, `run-gain-implausible`,
 *   `run-lead-exceeds-feeds`
 */
export async function yieldFromRun(
  tx: Tx,
  deps: Deps,
  command: By & { readonly id: string; readonly yieldedAt: Date; readonly outputs: readonly Output[] },
): Promise<{ run: Run; batches: OutputBatch[] }> {
  const { actor, rules, id, yieldedAt, outputs } = command;
  const recordedAt = deps.clock();
  refuseFuture(yieldedAt, recordedAt, rules.skewSeconds, '#/body/yieldedAt');
  const before = await lockRun(tx, id, partyOf(actor));
  await requireMayFinish(tx, [{ id: partyOf(actor) }], yieldedAt, before.startedAt);
  const massGrams = sumGrams(outputs.map((output) => output.massGrams));
  const postings = (await readLedgers(tx, [id])).get(id) ?? [];
  const when = { occurredAt: settleOutput(before, massGrams, postings, { at: yieldedAt, ...rules }), recordedAt };
  const { run, gainGrams } = yieldMass(before, massGrams, when.occurredAt, rules.gainLimitBasisPoints);
  const made = outputs.map((output, at) => ({
    ...output,
    material: requireCode(rules.materials, output.material, `#/body/outputs/${at}/material`),
  }));
  await refuseLeadOfOutputs(tx, rules, id, outputs);
  const batches = await recordOutputs(tx, deps, { run, actor, made, gainGrams, when });
  const payload = { gainGrams, outputs: batches.map(({ id: batchId }, at) => ({ batchId, ...outputs[at] })) };
  await record(tx, [runFact('run.yielded', run, actor, when, payload)]);
  return { run, batches };
}

/**
 * Closes a run. `carriedGrams`, the mass still inside, goes into a batch of work in progress on the site; the rest of its
 * account is a process difference.
 * @throws Problem `party-not-active`, `run-missing`, `run-closed`, `run-close-early`, `run-gain-implausible`
 */
export async function closeRun(
  tx: Tx,
  deps: Deps,
  command: By & { readonly id: string; readonly closedAt: Date; readonly carriedGrams: Grams },
): Promise<{ run: Run; batches: OutputBatch[] }> {
  const { actor, rules, id, closedAt, carriedGrams } = command;
  const recordedAt = deps.clock();
  refuseFuture(closedAt, recordedAt, rules.skewSeconds, '#/body/closedAt');
  const before = await lockRun(tx, id, partyOf(actor));
  await requireMayFinish(tx, [{ id: partyOf(actor) }], closedAt, before.startedAt);
  const postings = (await readLedgers(tx, [id])).get(id) ?? [];
  const when = { occurredAt: settleClose(before, postings, { at: closedAt, ...rules }), recordedAt };
  const { run, gainGrams, lostGrams } = close(before, carriedGrams, when.occurredAt, rules.gainLimitBasisPoints);
  const made = carriedGrams > 0 ? [{ material: WORK_IN_PROGRESS, massGrams: carriedGrams }] : [];
  const batches = await recordOutputs(tx, deps, { run, actor, made, gainGrams, when });
  await recordLoss(tx, run, lostGrams, when);
  const payload = { gainGrams, lostGrams, carriedGrams, carriedBatchId: batches[0]?.id ?? null };
  await record(tx, [runFact('run.closed', run, actor, when, payload)]);
  return { run, batches };
}

/** Moves the rest of the account over the boundary: lost mass, and the pieces of all batteries, which were broken. */
async function recordLoss(tx: Tx, run: Run, lostGrams: Grams, when: Moment): Promise<void> {
  const [account] = await lockRecordedBatches(tx, [run.id], run.partyId, '#/params/id');
  const part = { massGrams: lostGrams, pieces: account?.pieces ?? 0 };
  if (part.massGrams === 0 && part.pieces === 0) return;
  await moveMass(tx, [], [processDifference(run, { from: { batchId: run.id }, to: { boundary: 'loss' } }, part, when)]);
}

type Moment = { readonly occurredAt: Date; readonly recordedAt: Date };

function runFact(kind: `run.${string}`, run: Run, actor: Actor, when: When, payload: object): Fact {
  const { id, partyId, siteId, process } = run;
  return fact(kind, `run:${id}`, actor, when, { runId: id, partyId, siteId, process, ...payload });
}
