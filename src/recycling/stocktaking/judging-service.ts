/** Judges adjustments that one person booked again, after a correction has changed the books that they were judged by. */

import { addDays, dayOf } from '../../core/calendar.ts';
import type { Problem } from '../../core/messages/problem.ts';
import type { Tx } from '../../platform/database/db.ts';
import { readBookStock } from '../adjustments/book-store.ts';
import { adjustmentProblem } from '../adjustments/problems.ts';
import { judgeLimit } from '../adjustments/stock-adjustment.ts';
import { bookOf, type JudgingLaw } from '../adjustments/stock-item.ts';
import { type BookedAlone, listBookedAlone, lockBooks } from '../adjustments/store.ts';

/**
 * Lists the adjustments of one person that are above the limit of their books, each with the problem of a correction that
 * leaves it so. Otherwise a record made up for the count would raise the limit, and be withdrawn afterwards. The lock lets no
 * adjustment be booked at the same time.
 */
export async function judgeAdjustments(
  tx: Tx,
  law: JudgingLaw,
  { siteId, since }: { readonly siteId: string; readonly since: Date },
): Promise<ReadonlyMap<string, Problem>> {
  await lockBooks(tx, siteId);
  const passed = new Map<string, Problem>();
  for (const one of await listBookedAlone(tx, siteId, since)) {
    const { limit, items } = law(dayOf(one.countedAt));
    const item = items.find((known) => known.item === one.item);
    if (item === undefined) continue;
    const after = bookOf(item, await readBookStock(tx, { partyId: one.partyId, siteId, at: one.countedAt }));
    const book = { bookGrams: after.massGrams - one.same.massGrams, bookPieces: after.pieces - one.same.pieces };
    const { aboveLimit, limitGrams } = judgeLimit(book, NOTHING, await nearOf(tx, one, limit.windowDays), limit);
    if (!aboveLimit) continue;
    const facts = { id: one.id, item: one.item, countedAt: one.countedAt.toISOString(), limitGrams, pointer: '#/body' };
    passed.set(one.id, adjustmentProblem('stock-adjustment-limit-passed', facts));
  }
  return passed;
}

const NOTHING = { massGrams: 0, pieces: 0 };

/** Adds up what one person alone has booked near an adjustment, itself included, as the corrections left it. */
async function nearOf(tx: Tx, { siteId, item, countedAt }: BookedAlone, windowDays: number) {
  const from = addDays(dayOf(countedAt), -windowDays);
  const all = await listBookedAlone(tx, siteId, new Date(`${from}T00:00:00+08:00`));
  const near = all.filter(
    (one) => one.item === item && Math.abs(one.countedAt.getTime() - countedAt.getTime()) <= windowDays * 86_400_000,
  );
  return {
    massGrams: near.reduce((sum, { net }) => sum + Math.abs(net.massGrams), 0),
    pieces: near.reduce((sum, { net }) => sum + Math.abs(net.pieces), 0),
  };
}
