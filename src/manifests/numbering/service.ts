/** Use cases: the number of a manifest. The word of the national system counts more than that of a province. */
import type { Actor } from '../../core/actor.ts';
import { MANIFEST_NUMBER } from '../../core/identifiers/manifest-number.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { manifestProblem } from '../problems.ts';
import type { Applied, AssignNumber, Manifest } from '../rules/command.ts';
import { digestOf } from '../rules/document.ts';
import { refuseStep, take } from '../rules/manifest.ts';
import { NOTHING_MORE, outcomeOf } from '../rules/outcome.ts';
import { stepProblem } from '../rules/problems.ts';
import { confirmNumber, listNumbered, lockManifest, updateManifest } from '../store.ts';
import { lookUpBooks } from '../taking/look-up-service.ts';
import { recordStep } from '../taking/recording-service.ts';
import { renumberedWarnings, strangeNumberWarnings } from './strange-number.ts';

export { listNumbered };

/** Outcome of a number. `replaced` is the number that gave way to it; null when there was none. */
type Assigned = Applied & { readonly replaced: string | null };

const NATIONAL = { roles: ['national'], sides: ['national'] } as const;

/**
 * Records the number that the national system issued: as a step of the origin, as the confirmation of a reported number,
 * or in place of a reported number that was another one. The step is not allowed between arrival and decision, and not
 * in the other province: assign the number again later.
 * @throws Problem `manifest-missing`, `manifest-step-elsewhere`, `manifest-step-not-allowed`, `manifest-number-invalid`,
 *   `manifest-numbered-already`, `manifest-number-taken`
 */
export async function assignNumber(tx: Tx, deps: Deps, command: AssignNumber): Promise<Assigned> {
  const { actor, id, number } = command;
  const before = await lockManifest(tx, id);
  if (!before || before.document.version === 0) throw manifestProblem('manifest-missing', { id });
  const { document: known, digest } = before;
  if (known.number === number) {
    if (!before.numberConfirmed) await confirm(tx, deps, before, actor);
    return { outcome: 'already', digest, replaced: null };
  }
  if (known.number !== null) {
    if (before.numberConfirmed) throw stepProblem('manifest-numbered-already', { number: known.number });
    // The instant of issue is known from the origin only.
    const corrected = await correctNumber(tx, deps, before, { actor, number, numberedAt: known.numberedAt }, true);
    return { outcome: 'applied', digest: corrected.digest, replaced: known.number };
  }
  const step = 'number';
  refuseStep(step, known, NATIONAL);
  if (known.originProvince !== deps.province) {
    throw stepProblem('manifest-step-elsewhere', { step: 'number', side: 'origin' });
  }
  const input = { at: command.at ?? deps.clock().toISOString(), number };
  const document = take(step, known, input, NATIONAL);
  const books = await lookUpBooks(tx, deps, before, { step, keptApart: [] });
  const confirmed = { ...before, numberConfirmed: true };
  const warnings = strangeNumberWarnings(document, { step, at: input.at });
  const allowed = { ...NOTHING_MORE, warnings, actor, step, input, document } as const;
  const manifest = await recordStep(tx, outcomeOf(confirmed, allowed, books));
  return { outcome: 'applied', digest: manifest.digest, replaced: null };
}

/** Confirms a number that was the word of another province until now. @throws Problem `manifest-number-taken` */
async function confirm(tx: Tx, deps: Deps, { document }: Manifest, actor: Actor): Promise<void> {
  const { id, number } = document;
  await confirmNumber(tx, document);
  const payload = { manifestId: id, number };
  await record(tx, [fact('manifest.number_confirmed', `manifest:${id}`, actor, deps.clock(), payload)]);
}

/**
 * Replaces a number that only another province has reported, or its instant. The version stays, because no step was
 * taken: the journal keeps the steps as they were taken, under the number of before.
 * @throws Problem `manifest-number-invalid`, `manifest-number-taken`
 */
export async function correctNumber(
  tx: Tx,
  deps: Deps,
  before: Manifest,
  stated: { readonly actor: Actor; readonly number: string; readonly numberedAt: string | null },
  numberConfirmed: boolean,
): Promise<Manifest> {
  const { actor, number, numberedAt } = stated;
  if (!MANIFEST_NUMBER.test(number)) throw stepProblem('manifest-number-invalid', { number });
  const now = deps.clock();
  const document = { ...before.document, number, numberedAt };
  const digest = digestOf(document);
  const warnings = renumberedWarnings({ ...before, document }, numberedAt ?? now.toISOString());
  const manifest: Manifest = { ...before, document, digest, numberConfirmed, warnings, updatedAt: now };
  await updateManifest(tx, manifest);
  const { id, version } = document;
  const replaced = { number: before.document.number, numberedAt: before.document.numberedAt, digest: before.digest };
  const payload = { manifestId: id, version, number, numberedAt, numberConfirmed, replaced, document, digest };
  await record(tx, [fact('manifest.number_corrected', `manifest:${id}`, actor, now, payload)]);
  return manifest;
}
