/** Records the outcome of a taken or replayed step: batches, movements, the manifest and the journal, together. */
import { settleUse, useCover } from '../../approvals/index.ts';
import { describeBatch, moveMass } from '../../batches/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type Fact, fact } from '../../platform/journal/index.ts';
import { loadOf } from '../licensing/cover.ts';
import type { Manifest } from '../rules/command.ts';
import { MANIFEST_STEPS } from '../rules/manifest.ts';
import type { OpenedBatch } from '../rules/movements.ts';
import type { StepOutcome } from '../rules/outcome.ts';
import { warningsAbout } from '../rules/warning.ts';
import { saveStep } from '../store.ts';

/**
 * Records a step in the caller's transaction, which holds the manifest's lock. Returns the manifest after the step.
 * @throws Problem `manifest-number-taken`
 */
export async function recordStep(tx: Tx, outcome: StepOutcome): Promise<Manifest> {
  const { actor, step, input, manifest, opened, movements } = outcome;
  if (movements.length > 0) {
    const empty = opened.map(({ batch: { massGrams: _, pieces: __, ...batch } }) => batch);
    await moveMass(tx, empty, movements);
  }
  const covered = await coverFacts(tx, outcome);
  const facts = [
    ...[stepFact(outcome), ...warningFacts(outcome), ...covered],
    ...opened.flatMap((one) => batchFacts(one, outcome)),
  ];
  await saveStep(tx, manifest, { step, at: input.at, source: actor.source, facts });
  return manifest;
}

/** Counts a load that leaves the province against its approval, and the decision on it. Returns the entries of both. */
async function coverFacts(tx: Tx, outcome: StepOutcome): Promise<Fact[]> {
  const { actor, step, input, manifest, cover, settles, recordedAt } = outcome;
  const { id: manifestId, lines } = manifest.document;
  const at = new Date(input.at);
  if (cover !== null && step === 'hand_over') {
    const load = loadOf(manifest);
    return [await useCover(tx, { actor, manifestId, cover, load, handedOverAt: at, recordedAt })];
  }
  if (!settles) return [];
  const acceptedGrams = lines.reduce((sum, line) => sum + (line.acceptedGrams ?? 0), 0);
  const settled = await settleUse(tx, { actor, manifestId, acceptedGrams, decidedAt: at, recordedAt });
  return settled === undefined ? [] : [settled];
}

const whenOf = ({ input, recordedAt }: StepOutcome) => ({ occurredAt: new Date(input.at), recordedAt });

/** Makes the journal entry of a step, with everything that another authority needs to replay it. */
function stepFact(outcome: StepOutcome): Fact {
  const { actor, step, input, acceptedLicenceId, manifest } = outcome;
  const { document, digest, late, backfilledLate } = manifest;
  const wasLate = step === 'backfill' ? backfilledLate : document.decidedAt === input.at ? late : null;
  return fact(MANIFEST_STEPS[step].entryKind, `manifest:${document.id}`, actor, whenOf(outcome), {
    manifestId: document.id,
    version: document.version,
    step,
    input,
    document,
    digest,
    ...(wasLate === null ? {} : { late: wasLate }),
    ...(acceptedLicenceId === null ? {} : { acceptedLicenceId }),
  });
}

/**
 * Makes the journal entries of warnings. Warnings stay in this province, so they have entries of their own. A warning
 * about an organisation is an entry of that organisation.
 */
function warningFacts(outcome: StepOutcome): Fact[] {
  const { actor, warnings, manifest } = outcome;
  const { document, consignorId, receiverId } = manifest;
  const entries = [
    { kind: 'manifest.warned', subject: `manifest:${document.id}`, shown: warningsAbout(warnings, 'load') },
    { kind: 'party.warned', subject: `party:${consignorId}`, shown: warningsAbout(warnings, 'consignor') },
    { kind: 'party.warned', subject: `party:${receiverId}`, shown: warningsAbout(warnings, 'receiver') },
  ] as const;
  return entries
    .filter(({ shown }) => shown.length > 0)
    .map(({ kind, subject, shown }) =>
      fact(kind, subject, actor, whenOf(outcome), { manifestId: document.id, warnings: shown }),
    );
}

/** Makes the journal entries of an opened batch, and of the batch from which the load was taken. */
function batchFacts({ flow, batch, fromBatchId }: OpenedBatch, outcome: StepOutcome): Fact[] {
  const { actor, manifest } = outcome;
  const by = { manifestId: manifest.document.id, line: flow.line, fromBatchId };
  const when = whenOf(outcome);
  const opened = fact('batch.opened', `batch:${batch.id}`, actor, when, { ...describeBatch(batch), by });
  if (flow.kind !== 'dispatch' || fromBatchId === null) return [opened];
  const { massGrams, pieces } = batch;
  const payload = { toBatchId: batch.id, manifestId: by.manifestId, line: flow.line, massGrams, pieces };
  return [fact('batch.dispatched', `batch:${fromBatchId}`, actor, when, payload), opened];
}
