/** Use cases: assays of lead. */
import { lockOwnBatches, refuseFuture } from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { attachFile, findOwnFile } from '../../files/index.ts';
import { requireActive, requireParty } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { RecyclingRules } from '../material.ts';
import { recyclingProblem } from '../problems.ts';
import { findAssay, insertAssay } from '../store.ts';
import { type Assay, refuseOtherSubject } from './assay.ts';
import { certificateOf } from './certificate.ts';
import { assayProblem } from './problems.ts';

/** Result of an assay, without its subject. */
export type AssayDraft = Omit<Assay, 'id' | 'partyId' | 'recordedAt' | 'certificateFileId' | keyof AssaySubject> & {
  readonly certificateFileId?: string | null | undefined;
};
type AssaySubject = Pick<Assay, 'basis' | 'batchId' | 'supplierId' | 'batteryKind' | 'replacesId'>;

type Command = { readonly actor: Actor; readonly rules: RecyclingRules; readonly draft: AssayDraft & AssaySubject };

/** Place of an assay in its request. */
const ALONE = '#/body';

/**
 * Records an assay, or the correction of one.
 * @throws Problem `batch-missing`, `party-missing`, `assay-missing`, `assay-exists`, `assay-not-its-correction`,
 *   `certificate-missing`, `certificate-differs`
 */
export async function recordAssay(tx: Tx, deps: Deps, command: Command): Promise<Assay> {
  const { actor, draft } = command;
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], deps.clock());
  if (draft.batchId !== null) await lockOwnBatches(tx, [draft.batchId], partyId, '#/body/batchId');
  if (draft.supplierId !== null) await requireParty(tx, draft.supplierId, '#/body/supplierId');
  return insertFreshAssay(tx, deps, command);
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
  const assay: Assay = {
    ...draft,
    ...certificateOf(draft, file, at),
    id: deps.newId(),
    partyId: partyOf(actor),
    recordedAt,
  };
  if (draft.replacesId !== null) {
    const replaced = await findAssay(tx, draft.replacesId);
    if (replaced?.partyId !== assay.partyId) {
      throw recyclingProblem('assay-missing', { id: draft.replacesId, pointer: '#/body/replacesId' });
    }
    refuseOtherSubject(assay, replaced);
  }
  if (!(await insertAssay(tx, assay))) {
    throw assayProblem('assay-exists', { batchId: draft.batchId, pointer: '#/body/replacesId' });
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
