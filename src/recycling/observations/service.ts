/** Use case: observing a stock count, by the authority. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { type RecyclingRules, requireCode } from '../material.ts';
import { recyclingProblem } from '../problems.ts';
import { findStockCount } from '../store.ts';
import { refuseOtherDay, refuseOtherObservation, type StockObservation } from './observation.ts';
import { observationProblem } from './problems.ts';
import { findObservation, insertObservation } from './store.ts';

export type ObserveStock = {
  readonly actor: Actor;
  readonly rules: RecyclingRules;
  /** Greatest distance of a visit from a day of counting. */
  readonly daysOn: (countedOn: string) => number;
  readonly countId: string;
  readonly draft: Pick<StockObservation, 'observedOn' | 'observer' | 'reportNumber' | 'lines' | 'replacesId'>;
};

/**
 * Records what an authority saw of a stock count, or the correction of it.
 * @throws Problem `stock-count-missing`, `code-unknown`, `stock-observation-exists`, and as `refuseOtherDay` and `refuseOtherObservation`
 */
export async function observeStock(
  tx: Tx,
  deps: Deps,
  { actor, rules, daysOn, countId, draft }: ObserveStock,
): Promise<StockObservation> {
  const recordedAt = deps.clock();
  const count = await findStockCount(tx, countId);
  if (count === undefined) throw recyclingProblem('stock-count-missing', { id: countId, pointer: '#/params/id' });
  const { partyId, siteId, countedOn } = count;
  for (const [at, { item }] of draft.lines.entries()) {
    requireCode(rules.stockItems, item, `#/body/lines/${at}/item`);
  }
  refuseOtherDay({ ...draft, countedOn }, { days: daysOn(countedOn), today: dayOf(recordedAt) });
  const one: StockObservation = { ...draft, id: deps.newId(), countId, partyId, siteId, countedOn, recordedAt };
  if (draft.replacesId !== null) refuseOtherObservation(one, await findObservation(tx, draft.replacesId));
  if (!(await insertObservation(tx, one))) {
    throw observationProblem('stock-observation-exists', { siteId, countedOn, pointer: '#/body/replacesId' });
  }
  const { recordedAt: _, ...payload } = one;
  // The payload names the enterprise, so its kept figures are computed again.
  await record(tx, [fact('stock.observed', `stock-count:${countId}`, actor, recordedAt, payload)]);
  return one;
}
