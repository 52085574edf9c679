/** Masses of records with their signs. */
import type { LeadRecord } from '../lead-records.ts';
import type { RecordTerm } from '../lead-recovery.ts';

/** Batteries that entered processing, by the signs of the balance. */
const BATTERY_MASS: Readonly<Partial<Record<RecordTerm, 1 | -1>>> = {
  ...{ received: 1, without_manifest: 1, disposal_fed: 1, opening_stock: 1, uncounted_stock: 1, found_stock: 1 },
  ...{ closing_stock: -1, forwarded: -1, under_way: -1, loss_weighing: -1 },
};

const signedMass = ({ massGrams, sign }: LeadRecord): bigint => BigInt(sign) * BigInt(massGrams);

export const massOf = (records: readonly LeadRecord[]): bigint =>
  records.reduce((sum, one) => sum + signedMass(one), 0n);

/** Returns the mass of batteries and other feed that entered processing. */
export function fedGrams(records: readonly LeadRecord[]): bigint {
  const batteries = records.reduce((sum, one) => sum + BigInt(BATTERY_MASS[one.term] ?? 0) * signedMass(one), 0n);
  return massOf(records.filter(({ term }) => term === 'other_feed')) + (batteries > 0n ? batteries : 0n);
}
