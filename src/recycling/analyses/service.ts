/** Use case: analyses of other substances than lead. */
import { lockOwnBatches, refuseFuture } from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { attachFile } from '../../files/index.ts';
import { requireActive, requireParty } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { certificateOf } from '../assays/certificate.ts';
import { findCertificate } from '../assays/service.ts';
import { laboratoryOf } from '../certificates/laboratory-service.ts';
import { type RecyclingRules, requireCode } from '../material.ts';
import { type Analysis, refuseOtherAnalysis } from './analysis.ts';
import { analysisProblem } from './problems.ts';
import { findAnalysis, insertAnalysis } from './store.ts';

type Draft = Omit<Analysis, 'id' | 'partyId' | 'recordedAt' | 'laboratoryId' | 'sampleMark'> & {
  readonly laboratoryId?: string | null | undefined;
  readonly sampleMark?: string | null | undefined;
};
type Command = { readonly actor: Actor; readonly rules: RecyclingRules; readonly draft: Draft };

/**
 * Records an analysis, or the correction of one.
 * @throws Problem `batch-missing`, `code-unknown`, `party-missing`, `analysis-missing`, `analysis-exists`,
 *   `analysis-not-its-correction`, `certificate-missing`, `certificate-differs`, `instant-in-future`,
 *   and as `laboratoryOf`
 */
export async function recordAnalysis(tx: Tx, deps: Deps, { actor, rules, draft }: Command): Promise<Analysis> {
  const recordedAt = deps.clock();
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], recordedAt);
  refuseFuture(draft.sampledAt, recordedAt, rules.skewSeconds, '#/body/sampledAt');
  if (draft.batchId !== null) await lockOwnBatches(tx, [draft.batchId], partyId, '#/body/batchId');
  if (draft.material !== null) requireCode(rules.materials, draft.material, '#/body/material');
  if (draft.supplierId !== null) await requireParty(tx, draft.supplierId, '#/body/supplierId');
  const file = await findCertificate(tx, actor, draft);
  const certificate = certificateOf(draft, file, '#/body');
  const { laboratory, laboratoryId } = await laboratoryOf(tx, partyId, draft, '#/body');
  const analysis: Analysis = {
    ...draft,
    sampleMark: draft.sampleMark ?? null,
    laboratory,
    laboratoryId,
    ...certificate,
    id: deps.newId(),
    partyId,
    recordedAt,
  };
  if (draft.replacesId !== null) {
    const replaced = await findAnalysis(tx, draft.replacesId);
    if (replaced?.partyId !== partyId) {
      throw analysisProblem('analysis-missing', { id: draft.replacesId, pointer: '#/body/replacesId' });
    }
    refuseOtherAnalysis(analysis, replaced);
  }
  if (!(await insertAnalysis(tx, analysis))) {
    throw analysisProblem('analysis-exists', { batchId: draft.batchId, pointer: '#/body/replacesId' });
  }
  const { sampledAt, recordedAt: _, ...payload } = analysis;
  const when = { occurredAt: sampledAt, recordedAt };
  await record(tx, [fact('analysis.recorded', `analysis:${analysis.id}`, actor, when, payload)]);
  if (file !== undefined) await attachFile(tx, deps, { actor, file, to: { kind: 'analysis', id: analysis.id } });
  return analysis;
}
