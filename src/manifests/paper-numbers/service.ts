/** Use case: reserving numbers of forms on paper for an organisation. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { requireActive, requireParty } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { ManifestLaw } from '../law/manifest-law.ts';
import { type PaperNumberBlock, refuseLargeBlock, refuseOverlap } from './block.ts';
import { paperNumberProblem } from './problems.ts';
import { insertBlock, lockOverlap } from './store.ts';

type Reservation = Omit<PaperNumberBlock, 'id' | 'recordedAt'> & {
  readonly actor: Actor;
  readonly law: Pick<ManifestLaw, 'paperBlocks'>;
};

/**
 * Reserves a block of numbers. Concurrent reservations wait for each other, so that no number is in two blocks.
 * @throws Problem `party-missing`, `party-not-active`, `paper-block-elsewhere`, `paper-block-too-large`, `paper-numbers-reserved`
 */
export async function reservePaperNumbers(
  tx: Tx,
  deps: Deps,
  { actor, law, ...numbers }: Reservation,
): Promise<PaperNumberBlock> {
  const recordedAt = deps.clock();
  const pointer = '#/body/partyId';
  const { provinceCode } = await requireParty(tx, numbers.partyId, pointer);
  const { province } = deps;
  if (provinceCode !== province) throw paperNumberProblem('paper-block-elsewhere', { provinceCode, province, pointer });
  await requireActive(tx, [{ id: numbers.partyId, pointer }], recordedAt);
  refuseLargeBlock(numbers, law.paperBlocks(dayOf(recordedAt)).maxNumbers);
  refuseOverlap(await lockOverlap(tx, numbers));
  const block: PaperNumberBlock = { ...numbers, id: deps.newId(), recordedAt };
  await insertBlock(tx, block);
  const { recordedAt: _, ...payload } = block;
  await record(tx, [fact('paper-number.reserved', `paper-number:${block.id}`, actor, recordedAt, payload)]);
  return block;
}
