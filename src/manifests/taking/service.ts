/** Use cases: the steps of a manifest. Each one reads as: lock, decide, record. */

import { refuseFuture } from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { ownStateAt, requireStatus, stateAt } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { includeParties } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { httpProblem } from '../../platform/http/index.ts';
import { manifestProblem } from '../problems.ts';
import type { Applied, AssignNumber, Manifest, TakeStep } from '../rules/command.ts';
import { judgedWhenTold, type Late, lateOf, warnOfLate, whenTold } from '../rules/late-entry.ts';
import { type By, type Role, refuseStep, type Side, take } from '../rules/manifest.ts';
import { stepProblem } from '../rules/problems.ts';
import { CONCERNED, mayTake } from '../rules/step-permissions.ts';
import { lockManifest } from '../store.ts';
import { completeStep } from './input-service.ts';
import { findLateHours, findSkewSeconds, LAW_SHAPES } from './law-store.ts';
import { recordTaken } from './step-service.ts';
import { judgeStep, requireWhenTold } from './warning-service.ts';

export { LAW_SHAPES };

/**
 * Takes a step in the name of the actor's organisation.
 * @throws Problem `manifest-missing`, `precondition-failed`, `instant-in-future`, `party-not-active`, and whatever the step refuses
 */
export async function takeStep(tx: Tx, deps: Deps, command: TakeStep): Promise<Manifest> {
  const { actor, id, step, input, ifVersion } = command;
  const before = await lockManifest(tx, id);
  if (!before || !namedParties(before).includes(partyOf(actor))) throw manifestProblem('manifest-missing', { id });
  await includeParties(
    tx,
    'a step moves mass between the parties of a manifest, and asks whether they may act',
    partiesOf(before),
  );
  const { version } = before.document;
  if (ifVersion !== null && ifVersion !== version) {
    throw httpProblem('precondition-failed', { expected: `"${ifVersion}"`, actual: `"${version}"` });
  }
  const by = { roles: rolesOf(actor, before), sides: sidesOf(deps, before) };
  refuseStep(step, before.document, by);
  const now = deps.clock();
  const skewSeconds = await findSkewSeconds(tx, dayOf(now));
  refuseFuture(new Date(input.at), now, skewSeconds, '#/body/at');
  if ('transferCompletedAt' in input && input.transferCompletedAt !== null) {
    refuseFuture(new Date(input.transferCompletedAt), now, skewSeconds, '#/body/transferCompletedAt');
  }
  const late = lateOf(new Date(input.at), now, await findLateHours(tx, dayOf(now)));
  const judgedLate = judgedWhenTold(step) ? late : undefined;
  await refuseBadStanding(tx, before, command, judgedLate);
  const taken = await completeStep(tx, before, command);
  const document = take(taken.step, before.document, taken.input, by);
  const judged = await judgeStep(tx, before, taken);
  await whenTold(judgedLate, (toldAt) => requireWhenTold(tx, before, taken, toldAt));
  const warnings = [...judged.warnings, ...warnOfLate(late, { step, at: input.at })];
  return recordTaken(tx, deps, { ...taken, ...judged, warnings, actor, before, document });
}

/**
 * Those who take part are judged on the day of the act, which for a transfer that ran on paper is the day it was done; when it is
 * told late, on the day of telling too.
 * @throws Problem `party-not-active`
 */
async function refuseBadStanding(tx: Tx, before: Manifest, command: TakeStep, late: Late | undefined): Promise<void> {
  const { step, input } = command;
  const { paper } = before.document;
  const doneAt = step === 'backfill' ? (input.transferCompletedAt ?? paper?.transferCompletedAt) : null;
  await requireStandings(tx, before, command, new Date(doneAt ?? input.at));
  await whenTold(late, (toldAt) => requireStandings(tx, before, command, toldAt));
}

async function requireStandings(tx: Tx, manifest: Manifest, { actor, step }: TakeStep, at: Date): Promise<void> {
  const { handedOverAt } = manifest.document;
  const participants = CONCERNED[step].map((role) => ({ id: manifest[`${role}Id`] }));
  await requireStatus(tx, participants, at, (standing) => {
    const state = standing.id === actor.partyId ? ownStateAt(standing, at) : stateAt(standing, at);
    const begun = handedOverAt === null ? null : stateAt(standing, new Date(handedOverAt));
    return mayTake(step, state, begun) ? undefined : state;
  });
}

/**
 * Puts the number that the national system issued on the manifest, at its place in the origin's order of steps.
 * While the load is in the receiver's hands the step is not allowed: give the number again later.
 * @throws Problem `manifest-missing`, `manifest-step-elsewhere`, `manifest-step-not-allowed`, `manifest-number-invalid`,
 *   `manifest-numbered-already`, `manifest-number-taken`
 */
export async function assignNumber(tx: Tx, deps: Deps, command: AssignNumber): Promise<Applied> {
  const { actor, id, number } = command;
  const before = await lockManifest(tx, id);
  if (!before || before.document.version === 0) throw manifestProblem('manifest-missing', { id });
  const { document: known, digest } = before;
  if (known.number === number) return { outcome: 'already', digest };
  if (known.number !== null) throw stepProblem('manifest-numbered-already', { number: known.number });
  if (known.originProvince !== deps.province) {
    throw stepProblem('manifest-step-elsewhere', { step: 'number', side: 'origin' });
  }
  const input = { at: command.at ?? deps.clock().toISOString(), number };
  const by: By = { roles: ['national'], sides: ['national'] };
  const document = take('number', known, input, by);
  const manifest = await recordTaken(tx, deps, { actor, step: 'number', input, before, document });
  return { outcome: 'applied', digest: manifest.digest };
}

const partiesOf = ({ consignorId, carrierId, receiverId }: Manifest) => [consignorId, carrierId, receiverId];

/** Whose record a manifest is: the consignor's alone until it is submitted. */
function namedParties(manifest: Manifest): string[] {
  return manifest.document.version === 0 ? [manifest.consignorId] : partiesOf(manifest);
}

/** The roles of the actor's organisation; one organisation may have several. */
function rolesOf({ partyId }: Actor, { consignorId, carrierId, receiverId }: Manifest): Role[] {
  const roles: Role[] = [];
  if (partyId === consignorId) roles.push('consignor');
  if (partyId === carrierId) roles.push('carrier');
  if (partyId === receiverId) roles.push('receiver');
  return roles;
}

/** The sides that this province is on; both when the load stays in it. */
function sidesOf({ province }: Deps, { document }: Manifest): Side[] {
  const sides: Side[] = [];
  if (province === document.originProvince) sides.push('origin');
  if (province === document.destinationProvince) sides.push('destination');
  return sides;
}
