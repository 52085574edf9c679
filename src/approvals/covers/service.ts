/** Use cases: the cover of a load, when it leaves the province and when its receiver has decided. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type Fact, fact } from '../../platform/journal/index.ts';
import type { Cover, Load } from './cover.ts';
import { insertCover, settleCover } from './store.ts';

export { readCovering } from './store.ts';

type Leaving = {
  readonly actor: Actor;
  readonly manifestId: string;
  readonly cover: Cover;
  readonly load: Load;
  readonly handedOverAt: Date;
  readonly recordedAt: Date;
};

/** Counts a load against its cover. Returns the journal entry, which the caller records. */
export async function useCover(
  tx: Tx,
  { actor, manifestId, cover, load, handedOverAt, recordedAt }: Leaving,
): Promise<Fact> {
  const approvalId = cover.kind === 'approval' ? cover.approvalId : null;
  const exemptionId = cover.kind === 'exemption' ? cover.exemptionId : null;
  const handedOverOn = dayOf(handedOverAt);
  await insertCover(tx, { ...load, manifestId, approvalId, exemptionId, handedOverOn, recordedAt });
  const { consignorId, receiverId, wasteCode, massGrams } = load;
  const payload = { manifestId, consignorId, receiverId, wasteCode, massGrams, handedOverOn };
  const when = { occurredAt: handedOverAt, recordedAt };
  return approvalId === null
    ? fact('exemption.used', `exemption:${exemptionId}`, actor, when, payload)
    : fact('approval.used', `approval:${approvalId}`, actor, when, payload);
}

/** Counts what the receiver accepted of a load. Returns the journal entry; undefined for a load without an approval. */
export async function settleUse(
  tx: Tx,
  {
    actor,
    manifestId,
    acceptedGrams,
    decidedAt,
    recordedAt,
  }: {
    readonly actor: Actor;
    readonly manifestId: string;
    readonly acceptedGrams: number;
    readonly decidedAt: Date;
    readonly recordedAt: Date;
  },
): Promise<Fact | undefined> {
  const settled = await settleCover(tx, manifestId, { countedGrams: acceptedGrams, settledAt: recordedAt });
  if (settled === undefined) return undefined;
  const { approvalId, ...counted } = settled;
  const when = { occurredAt: decidedAt, recordedAt };
  return fact('approval.settled', `approval:${approvalId}`, actor, when, { manifestId, ...counted });
}
