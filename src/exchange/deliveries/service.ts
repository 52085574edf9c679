/** Use cases: planning deliveries to partners, and sending a parked one again. */
import type { Actor } from '../../core/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { type Message, recipientsOf, type StepEntry, textOf } from '../messages/message.ts';
import { toNationalPayload } from '../messages/national.ts';
import { NATIONAL } from '../partners/partner.ts';
import { exchangeProblem } from '../problems.ts';
import type { Delivery } from './delivery.ts';
import { insertDeliveries, lockDelivery, moveDelivery } from './store.ts';

/** Plans one delivery of each step for each counterpart. Returns the number of deliveries. */
export async function planDeliveries(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId' | 'province'>,
  entries: readonly StepEntry[],
): Promise<number> {
  const createdAt = deps.clock();
  const drafts = entries.flatMap((entry) =>
    recipientsOf(entry, deps.province).map((receiver) => {
      const id = deps.newId();
      const message = textOf(messageOf(entry, { messageId: id, sender: deps.province, receiver }));
      return { ...positionOf(entry), id, partnerCode: receiver, message, createdAt };
    }),
  );
  await insertDeliveries(tx, drafts);
  return drafts.length;
}

/**
 * Sends a parked delivery again as a new message: the counterpart would repeat its refusal for the old message id.
 * @throws Problem `delivery-missing`, `delivery-not-parked`
 */
export async function resendDelivery(
  tx: Tx,
  deps: Deps,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<{ id: string; partnerCode: string }> {
  const parked = await lockDelivery(tx, id);
  if (!parked) throw exchangeProblem('delivery-missing', { id });
  if (parked.state !== 'parked') throw exchangeProblem('delivery-not-parked', { id, state: parked.state });
  const messageId = deps.newId();
  const message = textOf({ ...(JSON.parse(parked.message) as Message), messageId });
  const { partnerCode, entryIndex, kind, manifestId, manifestVersion } = parked;
  const at = deps.clock();
  await moveDelivery(tx, id, 'parked', 'resent');
  await insertDeliveries(tx, [
    { id: messageId, partnerCode, entryIndex, kind, manifestId, manifestVersion, message, createdAt: at, replaces: id },
  ]);
  const payload = { deliveryId: id, partnerCode, manifestId, manifestVersion, resentAs: messageId };
  await record(tx, [fact('delivery.resent', `delivery:${id}`, actor, at, payload)]);
  return { id: messageId, partnerCode };
}

function messageOf(entry: StepEntry, address: Pick<Message, 'messageId' | 'sender' | 'receiver'>): Message {
  const { kind, version, subject, index, occurredAt, payload } = entry;
  return {
    ...address,
    type: kind,
    version,
    subject,
    sequence: index,
    occurredAt: occurredAt.toISOString(),
    payload: address.receiver === NATIONAL ? toNationalPayload(payload) : payload,
  };
}

function positionOf({
  index,
  kind,
  payload,
}: StepEntry): Pick<Delivery, 'entryIndex' | 'kind' | 'manifestId' | 'manifestVersion'> {
  return { entryIndex: index, kind, manifestId: payload.manifestId, manifestVersion: payload.version };
}
