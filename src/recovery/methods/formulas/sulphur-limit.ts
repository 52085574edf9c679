/**
 * Limit of recovered acid and sulphates: they count no more sulphur than came in with the batteries. Acid counts first, as
 * H2SO4, then sulphates as SO4, so that more of either never lowers a rate.
 */
import type { Fraction } from '../../fraction.ts';
import { compare } from '../../fraction.ts';
import type { MassSums } from './mass-term.ts';
import { minus, NONE, ONE, over, plus, times, whole } from './rational.ts';

/** Acid and sulphates that count, and what remains above the limit. */
export type LimitedSulphur = {
  readonly acid: Fraction;
  readonly sulphate: Fraction;
  readonly isLimited: boolean;
  /** Changes of acid and of sulphates with the acid, the sulphates and the sulphur that came in. */
  readonly changes: {
    readonly acid: Readonly<Record<'acid' | 'sulphur_fed', Fraction>>;
    readonly sulphate: Readonly<Record<'acid' | 'sulphate' | 'sulphur_fed', Fraction>>;
  };
};

/** @param so4Share SO4 in H2SO4, by mass */
export function limitSulphur(
  sums: Pick<MassSums, 'acid' | 'sulphate' | 'sulphur_fed'>,
  so4Share: Fraction,
): LimitedSulphur {
  const fed = positive(whole(sums.sulphur_fed));
  const [acidAll, sulphateAll] = [positive(whole(sums.acid)), positive(whole(sums.sulphate))];
  const acidIsLimited = compare(acidAll, fed) > 0;
  const acid = acidIsLimited ? fed : acidAll;
  const room = times(minus(fed, acid), so4Share);
  const sulphateIsLimited = compare(sulphateAll, room) > 0;
  return {
    acid,
    sulphate: sulphateIsLimited ? room : sulphateAll,
    isLimited: acidIsLimited || sulphateIsLimited,
    changes: {
      acid: acidIsLimited ? { acid: NONE, sulphur_fed: ONE } : { acid: ONE, sulphur_fed: NONE },
      sulphate: !sulphateIsLimited
        ? { acid: NONE, sulphate: ONE, sulphur_fed: NONE }
        : acidIsLimited
          ? { acid: NONE, sulphate: NONE, sulphur_fed: NONE }
          : { acid: minus(NONE, so4Share), sulphate: NONE, sulphur_fed: so4Share },
    },
  };
}

/** Returns the sulphur of acid and sulphates that count, as the H2SO4 that holds it. */
export const sulphurIn = (
  { acid, sulphate }: Pick<LimitedSulphur, 'acid' | 'sulphate'>,
  so4Share: Fraction,
): Fraction => plus(acid, over(sulphate, so4Share) ?? NONE);

const positive = (value: Fraction): Fraction => (value.numerator < 0n ? NONE : value);
