/** Use cases: registering exemptions from approval, and ending them early. */
import type { Actor } from '../../core/actor.ts';
import { refuseUnknownWasteCodes } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { approvalProblem } from '../problems.ts';
import { type Exemption, refuseEnding } from './exemption.ts';
import { insertEnding, insertExemption, lockExemption } from './store.ts';

type Draft = Omit<Exemption, 'id' | 'recordedAt' | 'ending'>;

/** Registers an exemption from approval with the document that grants it. @throws Problem `waste-code-unknown` */
export async function registerExemption(
  tx: Tx,
  deps: Deps,
  { actor, ...draft }: Draft & { readonly actor: Actor },
): Promise<Exemption> {
  await refuseUnknownWasteCodes(tx, draft.wasteCodes, '#/body/wasteCodes');
  const recordedAt = deps.clock();
  const exemption: Exemption = { ...draft, id: deps.newId(), recordedAt, ending: null };
  await insertExemption(tx, exemption);
  const { recordedAt: _, ending: __, ...payload } = exemption;
  await record(tx, [fact('exemption.registered', `exemption:${exemption.id}`, actor, recordedAt, payload)]);
  return exemption;
}

type EndingExemption = {
  readonly actor: Actor;
  readonly id: string;
  readonly endedOn: string;
  readonly reason: string;
};

/**
 * Ends an exemption early. Loads that were handed over on days before stay covered.
 * @throws Problem `exemption-missing`, and as `refuseEnding`
 */
export async function endExemption(
  tx: Tx,
  deps: Deps,
  { actor, id, endedOn, reason }: EndingExemption,
): Promise<Exemption> {
  const exemption = await lockExemption(tx, id);
  if (exemption === undefined) throw approvalProblem('exemption-missing', { id, pointer: '#/params/id' });
  refuseEnding(exemption, endedOn);
  const recordedAt = deps.clock();
  const ending = { endedOn, reason, recordedAt };
  await insertEnding(tx, id, ending);
  await record(tx, [fact('exemption.ended', `exemption:${id}`, actor, recordedAt, { endedOn, reason })]);
  return { ...exemption, ending };
}
