/** Recording a step that was taken, here or elsewhere: mass, terms, the manifest and the journal, together. */
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Fact } from '../../platform/journal/index.ts';
import type { Manifest } from '../rules/command.ts';
import { dueOn, isLate } from '../rules/deadlines.ts';
import { digestOf, type ManifestDocument } from '../rules/document.ts';
import { TOLD_AS } from '../rules/manifest.ts';
import type { ManifestStep, StepInput } from '../rules/step.ts';
import { type Warning, warningsAbout } from '../rules/warning.ts';
import { recordStep } from '../store.ts';
import { findBackfillTerm, findConfirmationTerm } from './law-store.ts';
import { moveLoad, type Taken } from './mass-service.ts';

/** A step with its input and the document it came to. */
export type Step = Pick<Taken, 'actor'> & {
  readonly step: ManifestStep;
  readonly input: StepInput;
  readonly before: Manifest;
  readonly document: ManifestDocument;
  readonly warnings?: readonly Warning[];
  /** The licence that an acceptance counts against. */
  readonly acceptedLicenceId?: string | null;
};

/**
 * Records a step in the caller's transaction, which holds the manifest's lock.
 * @throws Problem what `moveLoad` and `recordStep` throw
 */
export async function recordTaken(tx: Tx, deps: Deps, taken: Step): Promise<Manifest> {
  const { actor, step, input, before, document, warnings = [], acceptedLicenceId = null } = taken;
  const now = deps.clock();
  const { at } = input;
  const terms = await termsOf(tx, taken);
  const next: Manifest = {
    ...before,
    ...terms,
    document,
    digest: digestOf(document),
    warnings: [...before.warnings, ...warnings],
    acceptedLicenceId: acceptedLicenceId ?? before.acceptedLicenceId,
    updatedAt: now,
  };
  const { manifest, facts } = await moveLoad(tx, deps, { actor, step, at, manifest: next, now });
  const told = toldOf(manifest, taken, now);
  await recordStep(tx, manifest, { step, at, source: actor.source, facts: [told, ...warnedOf(taken, now), ...facts] });
  return manifest;
}

/** Nobody else is told of warnings, so they stand in entries of their own, those about an organisation among its own. */
function warnedOf({ actor, before, document, input, warnings = [] }: Step, now: Date): Fact[] {
  const stamp = { actor, occurredAt: new Date(input.at), recordedAt: now, version: 1 };
  const told = [
    { kind: 'manifest.warned', subject: `manifest:${document.id}`, warnings: warningsAbout(warnings, 'load') },
    { kind: 'party.warned', subject: `party:${before.consignorId}`, warnings: warningsAbout(warnings, 'consignor') },
    { kind: 'party.warned', subject: `party:${before.receiverId}`, warnings: warningsAbout(warnings, 'receiver') },
  ];
  return told.flatMap(({ warnings, ...fact }) =>
    warnings.length === 0 ? [] : [{ ...fact, ...stamp, payload: { manifestId: document.id, warnings } }],
  );
}

type Terms = Partial<Pick<Manifest, 'confirmationDueOn' | 'late' | 'backfillDueOn' | 'backfilledLate'>>;

/** The terms that a step starts or ends, by the law loaded here on the day of the event that starts them. */
export async function termsOf(tx: Tx, { step, input, before, document }: Omit<Step, 'actor'>): Promise<Terms> {
  const { arrivedAt, paper } = document;
  if (step === 'arrive' && arrivedAt !== null) return { confirmationDueOn: await confirmationDue(tx, arrivedAt) };
  if (step === 'accept' || step === 'accept_partially' || step === 'reject') {
    return { late: isLate(input.at, before.confirmationDueOn) };
  }
  if ((step === 'register_paper' || step === 'backfill') && paper?.transferCompletedAt) {
    const { transferCompletedAt } = paper;
    const due = dueOn(transferCompletedAt, await findBackfillTerm(tx, dayOf(new Date(transferCompletedAt))));
    return { backfillDueOn: due, backfilledLate: step === 'backfill' ? isLate(input.at, due) : null };
  }
  return {};
}

async function confirmationDue(tx: Tx, arrivedAt: string): Promise<string | null> {
  return dueOn(arrivedAt, await findConfirmationTerm(tx, dayOf(new Date(arrivedAt))));
}

/** What the journal says of a step: everything that another authority needs to replay it. */
export function toldOf(manifest: Manifest, taken: Omit<Step, 'before' | 'document'>, now: Date): Fact {
  const { actor, step, input, acceptedLicenceId = null } = taken;
  const { document, digest, late, backfilledLate } = manifest;
  const wasLate = step === 'backfill' ? backfilledLate : document.decidedAt === input.at ? late : null;
  return {
    kind: `manifest.${TOLD_AS[step]}`,
    subject: `manifest:${document.id}`,
    actor,
    occurredAt: new Date(input.at),
    recordedAt: now,
    version: 1,
    payload: {
      manifestId: document.id,
      version: document.version,
      step,
      input,
      document,
      digest,
      ...(wasLate === null ? {} : { late: wasLate }),
      ...(acceptedLicenceId === null ? {} : { acceptedLicenceId }),
    },
  };
}
