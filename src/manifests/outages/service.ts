/** Use cases: declaring that a system cannot be used, and that it can be used again. */
import { refuseFuture } from '../../batches/index.ts';
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { ManifestLaw } from '../law/manifest-law.ts';
import { type Outage, refuseOtherProvince, refuseOutageEnd } from './outage.ts';
import { outageProblem } from './problems.ts';
import { insertOutage, insertOutageEnd, lockOpenOutage, lockOutage } from './store.ts';

type By = { readonly actor: Actor; readonly law: Pick<ManifestLaw, 'skewSeconds'> };
type Declaration = Pick<Outage, 'system' | 'divisionCode' | 'startedAt' | 'reason'>;

/**
 * Declares an outage from its start on, also afterwards, and never for the future.
 * @throws Problem `instant-in-future`, `outage-elsewhere`, `outage-open`
 */
export async function declareOutage(
  tx: Tx,
  deps: Deps,
  { actor, law, system, divisionCode, startedAt, reason }: By & Declaration,
): Promise<Outage> {
  const recordedAt = deps.clock();
  refuseOtherProvince({ divisionCode }, deps.province);
  refuseFuture(startedAt, recordedAt, law.skewSeconds(dayOf(recordedAt)), '#/body/startedAt');
  const open = await lockOpenOutage(tx, { system, divisionCode });
  if (open !== undefined) {
    const known = { system, divisionCode, startedAt: open.startedAt.toISOString(), existingId: open.id };
    throw outageProblem('outage-open', { ...known, pointer: '#/body/startedAt' });
  }
  const outage: Outage = { id: deps.newId(), system, divisionCode, startedAt, reason, recordedAt, ending: null };
  await insertOutage(tx, outage);
  const payload = { id: outage.id, system, divisionCode, startedAt: startedAt.toISOString(), reason };
  const when = { occurredAt: startedAt, recordedAt };
  await record(tx, [fact('outage.declared', `outage:${outage.id}`, actor, when, payload)]);
  return outage;
}

type EndingOutage = By & { readonly id: string; readonly endedAt: Date; readonly remarks: string | null };

/**
 * Ends an outage, also afterwards, and never for the future.
 * @throws Problem `outage-missing`, `instant-in-future`, and as `refuseOutageEnd`
 */
export async function endOutage(
  tx: Tx,
  deps: Deps,
  { actor, law, id, endedAt, remarks }: EndingOutage,
): Promise<Outage> {
  const recordedAt = deps.clock();
  const outage = await lockOutage(tx, id);
  if (outage === undefined) throw outageProblem('outage-missing', { id, pointer: '#/params/id' });
  refuseFuture(endedAt, recordedAt, law.skewSeconds(dayOf(recordedAt)), '#/body/endedAt');
  refuseOutageEnd(outage, endedAt);
  const ending = { endedAt, remarks, recordedAt };
  await insertOutageEnd(tx, id, ending);
  const payload = { endedAt: endedAt.toISOString(), remarks };
  await record(tx, [fact('outage.ended', `outage:${id}`, actor, { occurredAt: endedAt, recordedAt }, payload)]);
  return { ...outage, ending };
}
