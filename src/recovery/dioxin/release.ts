/**
 * Dioxin that a furnace releases to air in a year: by measurement, `C · Q · h`, and by the emission factor of its class (UNEP Toolkit
 * 2013, category 2e). Amounts are exact fractions of femtograms TEQ. The class at the first measurement of an outlet is its
 * state before best available techniques (BAT/BEP); the class of the year is the state after. The limit is held against the
 * concentration in the reference exhaust: thinner gas than the standard allows for a tonne of lead makes no limit kept.
 */
import { compare, type Fraction, fraction } from '../fraction.ts';

type Sample = { readonly femtogramsPerCubicMetre: number; readonly cubicMetresPerHour: number };

/** A measurement, as far as a release depends on it. */
export type Measured = {
  readonly id: string;
  readonly siteId: string;
  readonly outlet: string;
  readonly furnace: string;
  readonly technologyClass: string;
  readonly sampledAt: Date;
  readonly samples: readonly Sample[];
  readonly operatingHours: number;
  readonly productGrams: number;
  readonly certificateNumber: string | null;
  readonly certificateFileId: string | null;
  readonly pvcSeparated: boolean;
  readonly recordedAt: Date;
  readonly replacesId: string | null;
};

/** Factors of the classes, in nanograms TEQ per tonne of lead. */
type EmissionFactors = readonly { readonly code: string; readonly nanogramsPerTonne: number }[];

export type DioxinLaw = {
  readonly factors: EmissionFactors;
  readonly limitFemtograms: number;
  /** Dry gas of the standard state for a tonne of lead (基准排气量). */
  readonly referenceCubicMetres: number;
};

export type Release<One extends Measured = Measured> = {
  readonly measurement: One;
  /** Mean concentration, femtograms TEQ per cubic metre. */
  readonly concentration: Fraction;
  /** Mean concentration in the reference exhaust; the measured one without production, and when the exhaust is not above it. */
  readonly referenceConcentration: Fraction;
  readonly withinLimit: boolean;
  /** Exhaust of the year as a share of the reference exhaust of its production; null without production. */
  readonly exhaust: Fraction | null;
  /** Femtograms TEQ in the year. */
  readonly byMeasurement: Fraction;
  /** Femtograms TEQ per gram of lead: a thousandth of the micrograms per tonne. */
  readonly perGram: Fraction | null;
  readonly byFactor: Fraction | null;
  /** The first measurement of the outlet and furnace. */
  readonly baseline: One;
  /** By the factor of the class before, with the production of the year. */
  readonly baselineByFactor: Fraction | null;
};

const GRAMS_PER_TONNE = 1_000_000n;

const product = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

const whole = (value: bigint): Fraction => ({ numerator: value, denominator: 1n });

/**
 * Returns the releases of a year: one for each outlet and furnace, by its last measurement of the year.
 * `earlier` has those of its other measurements of the year, so that a good one hides no bad one.
 */
export function releasesOf<One extends Measured>(
  measurements: readonly One[],
  year: { readonly from: Date; readonly to: Date },
  law: DioxinLaw,
): (Release<One> & { readonly earlier: readonly Release<One>[] })[] {
  const oldestFirst = measurements.toSorted(
    (a, b) => a.sampledAt.getTime() - b.sampledAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  const byPlace = Map.groupBy(oldestFirst, ({ siteId, outlet, furnace }) => JSON.stringify([siteId, outlet, furnace]));
  return [...byPlace.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const during = all.filter(({ sampledAt }) => sampledAt >= year.from && sampledAt < year.to);
    const releases = during.map((one) => releaseOf(one, first, law));
    const last = releases.at(-1);
    return last === undefined ? [] : [{ ...last, earlier: releases.slice(0, -1) }];
  });
}

function releaseOf<One extends Measured>(
  measurement: One,
  baseline: One,
  { factors, limitFemtograms, referenceCubicMetres }: DioxinLaw,
): Release<One> {
  const { samples, operatingHours, productGrams, technologyClass } = measurement;
  const count = BigInt(samples.length);
  const sum = (of: (sample: Sample) => bigint) => samples.reduce((all, sample) => all + of(sample), 0n);
  const concentration =
    fraction(
      sum((one) => BigInt(one.femtogramsPerCubicMetre)),
      count,
    ) ?? whole(0n);
  const exhaust = fraction(
    sum((one) => BigInt(one.cubicMetresPerHour)) * BigInt(operatingHours) * GRAMS_PER_TONNE,
    count * BigInt(productGrams) * BigInt(referenceCubicMetres),
  );
  const isThinned = exhaust !== null && exhaust.numerator > exhaust.denominator;
  const referenceConcentration = isThinned ? product(concentration, exhaust) : concentration;
  const hourly = sum((one) => BigInt(one.femtogramsPerCubicMetre) * BigInt(one.cubicMetresPerHour));
  const byMeasurement = fraction(hourly * BigInt(operatingHours), count) ?? whole(0n);
  const byClass = (code: string) => {
    const factor = factors.find((one) => one.code === code);
    // 1 ng/t is 1 fg/g.
    return factor === undefined ? null : whole(BigInt(factor.nanogramsPerTonne) * BigInt(productGrams));
  };
  return {
    ...{ measurement, concentration, referenceConcentration, byMeasurement, baseline, exhaust },
    withinLimit: compare(referenceConcentration, whole(BigInt(limitFemtograms))) <= 0,
    perGram: fraction(byMeasurement.numerator, byMeasurement.denominator * BigInt(productGrams)),
    byFactor: byClass(technologyClass),
    baselineByFactor: byClass(baseline.technologyClass),
  };
}
