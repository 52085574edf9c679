/** Use cases: the steps of a manifest. Each one reads: lock, look up, decide, record. */
import { partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { includeParties, type RequestTx } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { httpProblem } from '../../platform/http/index.ts';
import { manifestProblem } from '../problems.ts';
import type { Manifest, TakeStep } from '../rules/command.ts';
import { afterPrevious } from '../rules/instants.ts';
import { lockManifest } from '../store.ts';
import { decideStep } from './decided-step.ts';
import { lookUp } from './look-up-service.ts';
import { recordStep } from './recording-service.ts';
import { namedParties, partiesOf } from './step-permissions.ts';

/**
 * Takes a step in the name of the actor's organisation.
 * @throws Problem `manifest-missing`, `precondition-failed`, `instant-in-future`, `party-not-active`, and every problem of the step
 */
export async function takeStep(tx: RequestTx, deps: Deps, given: TakeStep): Promise<Manifest> {
  const before = await lockNamedManifest(tx, given);
  const command = afterPrevious(given, before, given.law.skewSeconds(dayOf(deps.clock())));
  const known = await lookUp(tx, deps, before, command);
  const outcome = decideStep(before, command, known);
  return recordStep(tx, outcome);
}

/**
 * Locks a manifest, checks the version that the actor saw, and gives the transaction access to its organisations.
 * @throws Problem `manifest-missing` when it does not name the actor's organisation, `precondition-failed`
 */
async function lockNamedManifest(tx: RequestTx, { actor, id, ifVersion }: TakeStep): Promise<Manifest> {
  const manifest = await lockManifest(tx, id);
  if (!manifest || !namedParties(manifest).includes(partyOf(actor))) throw manifestProblem('manifest-missing', { id });
  await includeParties(
    tx,
    'a step moves mass between the parties of a manifest, and needs their status',
    partiesOf(manifest),
  );
  const { version } = manifest.document;
  if (ifVersion !== null && ifVersion !== version) {
    throw httpProblem('precondition-failed', { expected: ifVersion, actual: version });
  }
  return manifest;
}
