/** Use cases: assays of lead. */
import { lockOwnBatches, refuseFuture } from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { attachFile, findOwnFile } from '../../files/index.ts';
import { requireActive, requireParty } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { laboratoryOf } from '../certificates/laboratory-service.ts';
import { type RecyclingRules, requireCode } from '../material.ts';
import { recyclingProblem } from '../problems.ts';
import { refuseLeadOfAssay } from '../runs/lead-service.ts';
import { lockRunsOf } from '../runs/lead-store.ts';
import { findAssay, insertAssay, lockRun } from '../store.ts';
import { type Assay, refuseEarly, refuseOtherSubject } from './assay.ts';
import { certificateOf } from './certificate.ts';
import { assayProblem } from './problems.ts';
import { findFirstInstant } from './sampling-store.ts';

/** Result of an assay, without its subject. */
export type AssayDraft = Omit<
  Assay,
  | 'id'
  | 'partyId'
  | 'recordedAt'
  | 'certificateFileId'
  | 'laboratoryKind'
  | 'laboratoryId'
  | 'sampleMark'
  | 'runId'
  | 'material'
  | keyof AssaySubject
> & {
  readonly certificateFileId?: string | null | undefined;
  readonly laboratoryKind?: Assay['laboratoryKind'] | undefined;
  readonly laboratoryId?: string | null | undefined;
  readonly sampleMark?: string | null | undefined;
};
type AssaySubject = Pick<Assay, 'basis' | 'batchId' | 'supplierId' | 'batteryKind' | 'replacesId'> & {
  readonly runId?: string | null | undefined;
  readonly material?: string | null | undefined;
};

type Command = { readonly actor: Actor; readonly rules: RecyclingRules; readonly draft: AssayDraft & AssaySubject };

/** Place of an assay in its request. */
const ALONE = '#/body';

/**
 * Records an assay, or the correction of one.
 * @throws Problem `batch-missing`, `run-missing`, `code-unknown`, `party-missing`, `assay-missing`, `assay-exists`,
 *   `assay-not-its-correction`, `assay-sampled-early`, `certificate-missing`, `certificate-differs`,
 *   `run-lead-exceeds-feeds`, and as `laboratoryOf`
 */
export async function recordAssay(tx: Tx, deps: Deps, command: Command): Promise<Assay> {
  const { actor, rules, draft } = command;
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], deps.clock());
  const { batchId, runId = null, material = null, ppm, moisturePpm } = draft;
  const finding = { batchId, runId, material, ppm, moisturePpm };
  await lockRunsOf(tx, partyId, finding);
  await lockSampled(tx, partyId, command);
  if (draft.supplierId !== null) await requireParty(tx, draft.supplierId, '#/body/supplierId');
  await refuseLeadOfAssay(tx, rules, partyId, finding);
  return insertFreshAssay(tx, deps, command);
}

/** Locks what was sampled, and refuses a sample of what was not there yet. */
async function lockSampled(tx: Tx, partyId: string, { rules, draft }: Command): Promise<void> {
  const { batchId, runId, material, sampledAt } = draft;
  const { skewSeconds } = rules;
  if (material != null) requireCode(rules.materials, material, '#/body/material');
  if (batchId !== null) {
    await lockOwnBatches(tx, [batchId], partyId, '#/body/batchId');
    refuseEarly(sampledAt, await findFirstInstant(tx, batchId), skewSeconds);
  }
  if (runId != null) refuseEarly(sampledAt, (await lockRun(tx, runId, partyId, '#/body/runId')).startedAt, skewSeconds);
}

/** Records an assay as `recordAssay` does, for a batch that the same transaction has opened. */
export async function insertFreshAssay(
  tx: Tx,
  deps: Deps,
  { actor, rules, draft }: Command,
  at = ALONE,
): Promise<Assay> {
  const recordedAt = deps.clock();
  refuseFuture(draft.sampledAt, recordedAt, rules.skewSeconds, `${at}/sampledAt`);
  const file = await findCertificate(tx, actor, draft);
  const partyId = partyOf(actor);
  const assay: Assay = {
    ...draft,
    ...{ runId: draft.runId ?? null, material: draft.material ?? null, sampleMark: draft.sampleMark ?? null },
    ...(await laboratoryOf(tx, partyId, draft, at)),
    ...certificateOf(draft, file, at),
    ...{ id: deps.newId(), partyId, recordedAt },
  };
  if (draft.replacesId !== null) {
    const replaced = await findAssay(tx, draft.replacesId);
    if (replaced?.partyId !== assay.partyId) {
      throw recyclingProblem('assay-missing', { id: draft.replacesId, pointer: '#/body/replacesId' });
    }
    refuseOtherSubject(assay, replaced);
  }
  if (!(await insertAssay(tx, assay))) {
    // The account of a run has its id.
    throw assayProblem('assay-exists', { batchId: draft.batchId ?? draft.runId ?? null, pointer: '#/body/replacesId' });
  }
  const { sampledAt, recordedAt: _, ...payload } = assay;
  const when = { occurredAt: sampledAt, recordedAt };
  await record(tx, [fact('assay.recorded', `assay:${assay.id}`, actor, when, payload)]);
  if (file !== undefined) await attachFile(tx, deps, { actor, file, to: { kind: 'assay', id: assay.id } });
  return assay;
}

/** Finds the uploaded file of a certificate, by its id or its content. */
export async function findCertificate(
  tx: Tx,
  actor: Actor,
  { certificateFileId: id, certificateSha256: sha256 }: Pick<AssayDraft, 'certificateFileId' | 'certificateSha256'>,
) {
  if (id !== undefined && id !== null) return findOwnFile(tx, { actor, file: { id } });
  return sha256 === null ? undefined : findOwnFile(tx, { actor, file: { sha256 } });
}
