/** Use case: confirming that the receiver used what was delivered to it, or received what was sold to it. */
import { type Actor, partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { type AffectedRecords, affectedBy } from '../../core/dependant.ts';
import { attachFile, findOwnFile } from '../../files/index.ts';
import { areIndependent, requireActive } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import { type DependantsDeps, dependantsOf } from '../../platform/dependants.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { type RecyclingRules, requireCode } from '../material.ts';
import { recyclingProblem } from '../problems.ts';
import { useProblem } from './problems.ts';
import { insertConfirmation, listConfirmationsOf, lockDelivery } from './store.ts';
import { type Delivery, refuseConfirmation, type UseConfirmation } from './use.ts';

type Draft = Pick<UseConfirmation, 'number' | 'use' | 'massGrams' | 'confirmedOn' | 'fileId' | 'replacesId'>;

export type ConfirmUse = {
  readonly actor: Actor;
  readonly rules: RecyclingRules;
  readonly dispositionId: string;
  readonly draft: Draft;
};

/** A confirmation with the records that it changes, such as the rates of a period that has ended. */
export type Confirmed = UseConfirmation & AffectedRecords;

/**
 * Records a confirmation of a use or a sale by the recycler or by the registered receiver, or the correction of one.
 * @throws Problem `disposition-missing`, `receiver-not-independent`, `confirmation-file-missing`, `code-unknown`, and as `refuseConfirmation`
 */
export async function confirmUse(
  tx: Tx,
  deps: Deps & DependantsDeps,
  { actor, rules, dispositionId, draft }: ConfirmUse,
): Promise<Confirmed> {
  const recordedAt = deps.clock();
  const confirmedById = partyOf(actor);
  await requireActive(tx, [{ id: confirmedById }], recordedAt);
  const { delivery, earlier } = await asServiceInAny(
    tx,
    'a receiver confirms a delivery of another party',
    async () => ({
      delivery: await lockDelivery(tx, dispositionId),
      earlier: await listConfirmationsOf(tx, dispositionId),
    }),
  );
  if (delivery === undefined || ![delivery.partyId, delivery.receiverId].includes(confirmedById)) {
    throw recyclingProblem('disposition-missing', { id: dispositionId, pointer: '#/params/id' });
  }
  if (confirmedById !== delivery.partyId) await requireIndependent(tx, delivery, confirmedById);
  const { fate } = requireCode(rules.uses, draft.use, '#/body/use');
  const file = draft.fileId === null ? undefined : await findOwnFile(tx, { actor, file: { id: draft.fileId } });
  if (draft.fileId !== null && file === undefined) {
    throw useProblem('confirmation-file-missing', { id: draft.fileId, pointer: '#/body/fileId' });
  }
  if (draft.confirmedOn > dayOf(recordedAt)) {
    const { confirmedOn } = draft;
    throw useProblem('confirmation-early', { confirmedOn, leftOn: delivery.leftOn, pointer: '#/body/confirmedOn' });
  }
  const { partyId, batchId } = delivery;
  const confirmation: UseConfirmation = {
    ...{ ...draft, id: deps.newId(), dispositionId, partyId, confirmedById, useFate: fate, recordedAt },
  };
  refuseConfirmation(confirmation, delivery, earlier);
  await insertConfirmation(tx, confirmation);
  const { recordedAt: _, ...payload } = confirmation;
  await record(tx, [fact('disposition.confirmed', `disposition:${dispositionId}`, actor, recordedAt, payload)]);
  if (file !== undefined) {
    await attachFile(tx, deps, { actor, file, to: { kind: 'use_confirmation', id: confirmation.id } });
  }
  // A receiver learns nothing of the recycler's periods.
  const refs = confirmedById === partyId ? [{ kind: 'batch', id: batchId } as const] : [];
  const dependants = await dependantsOf(tx, deps, refs);
  const rates = {
    ...dependants,
    listed: dependants.listed.filter(({ kind }) => kind === 'recovery_rate'),
    unlisted: [],
  };
  return { ...confirmation, ...affectedBy(rates, rates) };
}

/** Requires that the receiver does not belong to the recycler, and did not when the mass left. @throws Problem `receiver-not-independent` */
async function requireIndependent(tx: Tx, { partyId, leftAt }: Delivery, receiverId: string): Promise<void> {
  const pair = { partyId, otherId: receiverId, since: leftAt, pointer: '#/params/id' };
  if (!(await areIndependent(tx, pair)))
    throw useProblem('receiver-not-independent', { receiverId, pointer: '#/params/id' });
}
