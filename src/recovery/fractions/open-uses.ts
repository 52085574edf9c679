/**
 * Used mass that only the enterprise proves. Its own books and files show that it was made and used, and no independent registered
 * receiver confirmed it itself. It counts in the figures; the findings say how much of each figure it is.
 */
import { compare, type Fraction, fraction, ofNumber, percentOf } from '../fraction.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import type { FractionMovement } from './fate.ts';
import type { FractionRecord } from './fraction-record.ts';

/** Law `recovery.unconfirmed-uses`. */
export type UseRules = {
  /** Treatment of uses: with any proof, or only as far as an independent receiver confirmed them. */
  readonly uses: 'believed' | 'confirmed';
};

/** An open use in the grounds: a record of mass that counts, and the part of it that no receiver confirmed. */
export type OpenUse = { readonly recordId: string; readonly massGrams: number };

/**
 * Returns what counts as used of a movement beyond the mass that its receiver confirmed in time; nothing when all of it is confirmed.
 * @param records records of the movement
 * @param closedOn last day of the period: what receivers confirm afterwards proves no use in it
 */
export function openUseOf(
  { confirmations }: Pick<FractionMovement, 'confirmations'>,
  records: readonly FractionRecord[],
  closedOn: string,
): FractionRecord[] {
  const used = records.filter(({ fate }) => fate === 'material');
  const [first] = used;
  const confirmed = confirmations.filter(
    ({ fate, byReceiver, confirmedOn }) => fate === 'material' && byReceiver && confirmedOn <= closedOn,
  );
  const massGrams = massOf(used) - massOf(confirmed);
  return first === undefined || massGrams <= 0 ? [] : [{ ...first, massGrams }];
}

const massOf = (some: readonly { readonly massGrams: number }[]): number =>
  some.reduce((sum, { massGrams }) => sum + massGrams, 0);

/** A figure with its expanded uncertainty, as it is and without the open uses. Null without a figure. */
type Moved = { readonly value: Fraction | null; readonly without: Fraction | null; readonly expanded: number };

/** Says how far open uses lift the figures of a method: a note within the uncertainty of each of them, else a flag. */
export function openUseFindings(open: readonly FractionRecord[], figures: readonly Moved[]): Finding[] {
  const moved = figures.flatMap(({ value, without, expanded }) => {
    const share = value && without && differenceOf(value, without);
    const limit = ofNumber(expanded);
    return share && share.numerator > 0n ? [{ share, limit, beyond: compare(share, limit) > 0 }] : [];
  });
  const worst = moved.find(({ beyond }) => beyond) ?? moved[0];
  if (worst === undefined) return [];
  const facts = {
    ...{ records: open.length, massGrams: massOf(open) },
    ...{ sharePercent: percentOf(worst.share), limitPercent: percentOf(worst.limit) },
  };
  return [recoveryFinding('USES_NOT_CONFIRMED', facts, worst.beyond ? 'flag' : 'note')];
}

const differenceOf = (left: Fraction, right: Fraction): Fraction | null =>
  fraction(
    left.numerator * right.denominator - right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
