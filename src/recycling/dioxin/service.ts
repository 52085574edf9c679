/** Use case: dioxin measurements. */
import { refuseFuture } from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { attachFile } from '../../files/index.ts';
import { requireActive } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { certificateOf } from '../assays/certificate.ts';
import { findCertificate } from '../assays/service.ts';
import { requireRecyclerSite } from '../inventory/service.ts';
import type { RecyclingRules } from '../material.ts';
import { type DioxinMeasurement, refuseOtherOutlet } from './measurement.ts';
import { dioxinProblem } from './problems.ts';
import { findDioxin, insertDioxin } from './store.ts';

type Draft = Omit<DioxinMeasurement, 'id' | 'partyId' | 'recordedAt'>;
type Command = { readonly actor: Actor; readonly rules: RecyclingRules; readonly draft: Draft };

/**
 * Records a measurement, or the correction of one.
 * @throws Problem `site-missing`, `site-not-recycler`, `instant-in-future`, `dioxin-times-mixed`, `dioxin-missing`,
 *   `dioxin-exists`, `dioxin-not-its-correction`, `certificate-missing`, `certificate-differs`
 */
export async function recordDioxin(tx: Tx, deps: Deps, { actor, rules, draft }: Command): Promise<DioxinMeasurement> {
  const recordedAt = deps.clock();
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], recordedAt);
  await requireRecyclerSite(tx, draft.siteId, partyId);
  refuseFuture(draft.sampledAt, recordedAt, rules.skewSeconds, '#/body/sampledAt');
  if (draft.sampledAt <= draft.startedAt) throw dioxinProblem('dioxin-times-mixed', { pointer: '#/body/sampledAt' });
  const file = await findCertificate(tx, actor, draft);
  const certificate = certificateOf(draft, file, '#/body');
  const measurement: DioxinMeasurement = { ...draft, ...certificate, id: deps.newId(), partyId, recordedAt };
  if (draft.replacesId !== null) {
    const replaced = await findDioxin(tx, draft.replacesId);
    if (replaced?.partyId !== partyId) {
      throw dioxinProblem('dioxin-missing', { id: draft.replacesId, pointer: '#/body/replacesId' });
    }
    refuseOtherOutlet(measurement, replaced);
  }
  if (!(await insertDioxin(tx, measurement))) throw dioxinProblem('dioxin-exists', { pointer: '#/body/replacesId' });
  const { startedAt, sampledAt, recordedAt: _, ...payload } = measurement;
  const stated = { ...payload, startedAt: startedAt.toISOString() };
  const when = { occurredAt: sampledAt, recordedAt };
  await record(tx, [fact('dioxin-measurement.recorded', `dioxin-measurement:${measurement.id}`, actor, when, stated)]);
  const to = { kind: 'dioxin_measurement', id: measurement.id } as const;
  if (file !== undefined) await attachFile(tx, deps, { actor, file, to });
  return measurement;
}
