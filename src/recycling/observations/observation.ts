/**
 * Observed stock counts (监盘): an authority states what it saw on a site for a stock count. Books and counts are the word of the
 * enterprise; an observation is not. It holds for the site and the day, so a corrected count is compared with it again.
 */
import { addDays } from '../../core/calendar.ts';
import { observationProblem } from './problems.ts';

export type ObservedLine = {
  /** Code of the list `stock-items`. */
  readonly item: string;
  readonly massGrams: number;
  readonly remarks: string | null;
};

export type StockObservation = {
  readonly id: string;
  readonly countId: string;
  readonly partyId: string;
  readonly siteId: string;
  /** Day of the count. */
  readonly countedOn: string;
  /** Day on which the authority was on the site. */
  readonly observedOn: string;
  /** Authority that was on the site. */
  readonly observer: string;
  readonly reportNumber: string;
  /** Empty when it withdraws the one that it replaces. */
  readonly lines: readonly ObservedLine[];
  readonly replacesId: string | null;
  readonly recordedAt: Date;
};

/** Returns true for a visit that proves the count of its day: what is seen on another day may have come or gone since. */
export function isNear(
  { observedOn, countedOn }: Pick<StockObservation, 'observedOn' | 'countedOn'>,
  days: number,
): boolean {
  return addDays(countedOn, -days) <= observedOn && observedOn <= addDays(countedOn, days);
}

/**
 * Refuses a visit that was too far from the day of the count, or is still to come.
 * @param days greatest distance from the day of the count
 * @throws Problem `stock-observation-too-far`, `stock-observation-in-future`
 */
export function refuseOtherDay(
  { observedOn, countedOn }: Pick<StockObservation, 'observedOn' | 'countedOn'>,
  { days, today }: { readonly days: number; readonly today: string },
): void {
  const pointer = '#/body/observedOn';
  if (observedOn > today) throw observationProblem('stock-observation-in-future', { observedOn, today, pointer });
  if (!isNear({ observedOn, countedOn }, days)) {
    throw observationProblem('stock-observation-too-far', { observedOn, countedOn, days, pointer });
  }
}

/** Refuses a correction of an observation of another site or day. @throws Problem `stock-observation-not-its-correction` */
export function refuseOtherObservation(one: StockObservation, replaced: StockObservation | undefined): void {
  if (replaced?.siteId === one.siteId && replaced.countedOn === one.countedOn) return;
  const facts = { replacesId: one.replacesId ?? one.id, pointer: '#/body/replacesId' };
  throw observationProblem('stock-observation-not-its-correction', facts);
}
