/** Use cases: processing runs. Lock order: the run, then batches in the order of their ids. */
import {
  type Batch,
  lockOwnBatches,
  type Movement,
  moveMass,
  refuseEarly,
  refuseFuture,
  refuseOverdraws,
  WASTE_BATTERY_CODE,
} from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { type Grams, sumGrams, toGrams } from '../../core/mass.ts';
import { requireActive, requireLicence, requireMayFinish } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { type Fact, fact, record, type When } from '../../platform/journal/index.ts';
import { requireRecyclerSite } from '../inventory/service.ts';
import { type Material, type RecyclingRules, requireCode } from '../material.ts';
import { insertRun, lockRun, updateRun } from '../store.ts';
import { type Feed, refuseFeed } from './feed.ts';
import { account, difference, NO_BATTERY, putOut } from './output-service.ts';
import { close, feed, type Run, yieldMass } from './run.ts';

type By = { readonly actor: Actor; readonly rules: RecyclingRules };

/** @throws Problem `party-not-active`, `site-missing`, `site-not-recycler`, `code-unknown`, `instant-in-future` */
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
  const none = toGrams(0);
  const totals = { fedGrams: none, yieldedGrams: none, gainedGrams: none, lostGrams: none, carriedGrams: none };
  const run: Run = {
    id: deps.newId(),
    partyId,
    siteId,
    process,
    startedAt,
    closedAt: null,
    ...totals,
    recordedAt: now,
  };
  await moveMass(
    tx,
    [
      {
        ...NO_BATTERY,
        ...account(run, now),
        id: run.id,
        siteId: null,
        kind: 'process',
        material: process,
        occurredAt: startedAt,
      },
    ],
    [],
  );
  await insertRun(tx, run);
  await record(tx, [runFact('run.opened', run, actor, { occurredAt: startedAt, recordedAt: now }, {})]);
  return run;
}

/**
 * Feeds batches that stand on the site of the run.
 * @throws Problem `party-not-active`, `run-missing`, `run-closed`, `batch-missing`, `batch-not-feedable`, `batch-on-other-site`,
 *   `batch-mass-exceeded`, `batch-instant-early`, `licence-missing` when batteries are fed without a licence to recycle them
 */
export async function feedRun(
  tx: Tx,
  deps: Deps,
  command: By & { readonly id: string; readonly fedAt: Date; readonly lines: readonly Feed[] },
): Promise<Run> {
  const { actor, rules, id, fedAt, lines } = command;
  const now = deps.clock();
  const partyId = partyOf(actor);
  refuseFuture(fedAt, now, rules.skewSeconds, '#/body/fedAt');
  await requireActive(tx, [{ id: partyId }], fedAt);
  const before = await lockRun(tx, id, partyId);
  const fed = await lockOwnBatches(
    tx,
    lines.map(({ batchId }) => batchId),
    partyId,
    '#/body/lines/*/batchId',
  );
  const run = feed(before, sumGrams(lines.map(({ massGrams }) => massGrams)), fedAt);
  for (const [at, batch] of fed.entries()) refuseFeed(batch, run, `#/body/lines/${at}`);
  refuseOverdraws(fed, lines, '#/body/lines');
  for (const batch of fed) refuseEarly(batch, fedAt, '#/body/fedAt');
  if (fed.some(({ kind }) => kind === 'battery')) {
    await requireLicence(tx, partyId, { mode: 'recycling', wasteCode: WASTE_BATTERY_CODE, on: dayOf(fedAt) });
  }
  const evidence = `run:${id}`;
  const when = { occurredAt: fedAt, recordedAt: now };
  await moveMass(
    tx,
    [],
    lines.map(
      ({ batchId, massGrams, pieces }): Movement => ({
        kind: 'feed',
        from: { batchId },
        to: { batchId: id },
        massGrams,
        pieces,
        evidence,
        ...when,
      }),
    ),
  );
  await updateRun(tx, run);
  const described = lines.map((line, at) => ({ ...line, kind: fed[at]?.kind, material: fed[at]?.material }));
  await record(tx, [runFact('run.fed', run, actor, when, { lines: described })]);
  return run;
}

export type Output = { readonly material: string; readonly massGrams: Grams };

/**
 * Takes products, by-products, intermediates and residues out of a run, each into a batch of its own on the site.
 * @throws Problem `party-not-active`, `run-missing`, `run-closed`, `code-unknown`, `run-gain-implausible`
 */
export async function yieldFromRun(
  tx: Tx,
  deps: Deps,
  command: By & { readonly id: string; readonly yieldedAt: Date; readonly outputs: readonly Output[] },
): Promise<{ run: Run; batches: Batch[] }> {
  const { actor, rules, id, yieldedAt, outputs } = command;
  const now = deps.clock();
  refuseFuture(yieldedAt, now, rules.skewSeconds, '#/body/yieldedAt');
  const before = await lockRun(tx, id, partyOf(actor));
  await requireMayFinish(tx, [{ id: partyOf(actor) }], yieldedAt, before.startedAt);
  const massGrams = sumGrams(outputs.map((output) => output.massGrams));
  const { run, gainGrams } = yieldMass(before, massGrams, yieldedAt, rules.gainLimitBasisPoints);
  const when = { occurredAt: yieldedAt, recordedAt: now };
  const made = outputs.map((output, at) => ({
    ...output,
    material: requireCode(rules.materials, output.material, `#/body/outputs/${at}/material`),
  }));
  const batches = await putOut(tx, deps, { run, actor, made, gainGrams, when });
  const payload = { gainGrams, outputs: batches.map(({ id: batchId }, at) => ({ batchId, ...outputs[at] })) };
  await record(tx, [runFact('run.yielded', run, actor, when, payload)]);
  return { run, batches };
}

/**
 * Closes a run. `carriedGrams` is what is still inside: it goes into a batch of work in progress on the site; the rest
 * is a process difference.
 * @throws Problem `party-not-active`, `run-missing`, `run-closed`, `run-gain-implausible`
 */
export async function closeRun(
  tx: Tx,
  deps: Deps,
  command: By & { readonly id: string; readonly closedAt: Date; readonly carriedGrams: Grams },
): Promise<{ run: Run; batches: Batch[] }> {
  const { actor, rules, id, closedAt, carriedGrams } = command;
  const now = deps.clock();
  const partyId = partyOf(actor);
  refuseFuture(closedAt, now, rules.skewSeconds, '#/body/closedAt');
  const before = await lockRun(tx, id, partyId);
  await requireMayFinish(tx, [{ id: partyId }], closedAt, before.startedAt);
  const { run, gainGrams, lostGrams } = close(before, carriedGrams, closedAt, rules.gainLimitBasisPoints);
  const when = { occurredAt: closedAt, recordedAt: now };
  const made = carriedGrams > 0 ? [{ material: WORK_IN_PROGRESS, massGrams: carriedGrams }] : [];
  const batches = await putOut(tx, deps, { run, actor, made, gainGrams, when });
  const [account] = await lockOwnBatches(tx, [id], partyId, '#/params/id');
  const pieces = account?.pieces ?? 0;
  if (lostGrams > 0 || pieces > 0) {
    // Batteries end their life as pieces here: they were broken.
    await moveMass(
      tx,
      [],
      [difference(run, { from: { batchId: id }, to: { boundary: 'loss' } }, { massGrams: lostGrams, pieces }, when)],
    );
  }
  const payload = { gainGrams, lostGrams, carriedGrams, carriedBatchId: batches[0]?.id ?? null };
  await record(tx, [runFact('run.closed', run, actor, when, payload)]);
  return { run, batches };
}

const WORK_IN_PROGRESS: Material = { code: 'work_in_progress', role: 'intermediate', wasteCode: null, loss: null };

function runFact(kind: string, run: Run, actor: Actor, when: When, payload: object): Fact {
  const { id, partyId, siteId, process } = run;
  return fact(kind, `run:${id}`, actor, when, { runId: id, partyId, siteId, process, ...payload });
}
