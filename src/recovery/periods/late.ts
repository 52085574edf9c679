/**
 * Records of a closed month that were recorded or corrected late. Each moves a figure that others may have relied on, so a person
 * looks at them when together they move more than the uncertainty states.
 */
import { compare, type Fraction, fraction, percentOf } from '../fraction.ts';
import { type LeadPicograms, toWholeGrams } from '../lead.ts';
import { type LeadRecord, leadOf } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';

/** Law `recovery.late-records`. */
export type LateRules = {
  /** Days after a month in which its records may still be made or corrected; null when none is late. */
  readonly graceDays: number | null;
};

/** A record with the mass by which it was changed late. */
export type LateRecord = Pick<
  LeadRecord,
  'id' | 'subject' | 'term' | 'kind' | 'sign' | 'massGrams' | 'ppm' | 'moisturePpm' | 'occurredAt'
>;

/** Returns a record as a late one. @param record with the mass that was changed */
export const lateRecordOf = ({ id, subject, term, kind, sign, massGrams, ppm, ...one }: LeadRecord): LateRecord => ({
  ...{ id, subject, term, kind, sign, massGrams, ppm },
  ...{ moisturePpm: one.moisturePpm, occurredAt: one.occurredAt },
});

/**
 * Says how much lead late records changed: a note within the uncertainty of the headline, else a flag. Changes do not offset each other.
 * @param expanded expanded uncertainty of the headline, as a share of one
 */
export function lateFindings(
  late: readonly LateRecord[],
  { graceDays }: LateRules,
  { available, expanded }: { readonly available: LeadPicograms; readonly expanded: Fraction },
): Finding[] {
  const leads = late.map(leadOf).filter((lead) => lead !== 0n);
  const lead = leads.reduce((sum, one) => sum + (one < 0n ? -one : one), 0n);
  const share = fraction(lead, available);
  if (graceDays === null || lead === 0n || !share || available <= 0n) return [];
  const facts = {
    ...{ records: leads.length, leadGrams: Number(toWholeGrams(lead)), days: graceDays },
    ...{ sharePercent: percentOf(share), limitPercent: percentOf(expanded) },
  };
  return [recoveryFinding('RECORDS_LATE', facts, compare(share, expanded) > 0 ? 'flag' : 'note')];
}
