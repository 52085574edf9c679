/** Masses of records with their signs. */
import { sumOfGrams } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { RecordTerm } from '../lead-recovery.ts';

/** Batteries that entered processing, by the signs of the balance. */
const BATTERY_MASS: Readonly<Partial<Record<RecordTerm, 1 | -1>>> = {
  ...{ received: 1, without_manifest: 1, disposal_fed: 1, opening_stock: 1, uncounted_stock: 1, found_stock: 1 },
  ...{ closing_stock: -1, forwarded: -1, under_way: -1, loss_weighing: -1 },
};

export const massOf = (records: readonly LeadRecord[]): bigint =>
  sumOfGrams(records, ({ massGrams, sign }) => sign * massGrams);

/** Returns the mass of batteries and other feed that entered processing. */
export function fedGrams(records: readonly LeadRecord[]): bigint {
  const batteries = sumOfGrams(records, ({ term, massGrams, sign }) => (BATTERY_MASS[term] ?? 0) * sign * massGrams);
  return massOf(records.filter(({ term }) => term === 'other_feed')) + (batteries > 0n ? batteries : 0n);
}
