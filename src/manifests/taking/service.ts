/** Use cases: the steps of a manifest. Each one reads: lock, look up, decide, record. */
import { type Actor, partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../platform/database/db.ts';
import { includeParties, type RequestTx } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { httpProblem } from '../../platform/http/index.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { manifestProblem } from '../problems.ts';
import type { Applied, AssignNumber, Manifest, TakeStep } from '../rules/command.ts';
import { afterPrevious } from '../rules/instants.ts';
import { take } from '../rules/manifest.ts';
import { NOTHING_MORE, outcomeOf } from '../rules/outcome.ts';
import { stepProblem } from '../rules/problems.ts';
import { confirmNumber, listNumbered, lockManifest } from '../store.ts';
import { decideStep } from './decided-step.ts';
import { lookUp, lookUpBooks } from './look-up-service.ts';
import { recordStep } from './recording-service.ts';

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

export { listNumbered };

/**
 * Records the number that the national system issued: as a step of the origin, or as the confirmation of a reported
 * number. The step is not allowed between arrival and decision: assign the number again later.
 * @throws Problem `manifest-missing`, `manifest-step-elsewhere`, `manifest-step-not-allowed`, `manifest-number-invalid`,
 *   `manifest-numbered-already`, `manifest-number-taken`
 */
export async function assignNumber(tx: Tx, deps: Deps, command: AssignNumber): Promise<Applied> {
  const { actor, id, number } = command;
  const before = await lockManifest(tx, id);
  if (!before || before.document.version === 0) throw manifestProblem('manifest-missing', { id });
  const { document: known, digest } = before;
  if (known.number === number) {
    if (!before.numberConfirmed) await confirm(tx, deps, before, actor);
    return { outcome: 'already', digest };
  }
  if (known.number !== null) throw stepProblem('manifest-numbered-already', { number: known.number });
  if (known.originProvince !== deps.province) {
    throw stepProblem('manifest-step-elsewhere', { step: 'number', side: 'origin' });
  }
  const step = 'number';
  const input = { at: command.at ?? deps.clock().toISOString(), number };
  const document = take(step, known, input, { roles: ['national'], sides: ['national'] });
  const books = await lookUpBooks(tx, deps, before, step);
  const confirmed = { ...before, numberConfirmed: true };
  const manifest = await recordStep(tx, outcomeOf(confirmed, { ...NOTHING_MORE, actor, step, input, document }, books));
  return { outcome: 'applied', digest: manifest.digest };
}

/** Confirms a number that was the word of another province until now. @throws Problem `manifest-number-taken` */
async function confirm(tx: Tx, deps: Deps, { document }: Manifest, actor: Actor): Promise<void> {
  const { id, number } = document;
  await confirmNumber(tx, document);
  const payload = { manifestId: id, number };
  await record(tx, [fact('manifest.number_confirmed', `manifest:${id}`, actor, deps.clock(), payload)]);
}

const partiesOf = ({ consignorId, carrierId, receiverId }: Manifest) => [consignorId, carrierId, receiverId];

/** Ids of the organisations that may take steps: the consignor alone until the manifest is submitted. */
function namedParties(manifest: Manifest): string[] {
  return manifest.document.version === 0 ? [manifest.consignorId] : partiesOf(manifest);
}
