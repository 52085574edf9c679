/**
 * Evidence of dioxin releases: what is stated with a measurement is held against the books, the calendar and itself. Hours,
 * production and class are stated by the enterprise, and each of them scales a release.
 */
import { dayOf } from '../../core/calendar.ts';
import { basisPoints, compare, percentOf } from '../fraction.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import type { Measured, Release } from './release.ts';

/** Law `dioxin.evidence`. */
export type DioxinEvidenceLaw = {
  /** Share of the booked production by which the stated one may differ. */
  readonly productShareBasisPoints: number;
  /** Least hours of operation, as a share of the hours with an open run on the site. */
  readonly hoursShareBasisPoints: number;
  /** Least exhaust of the production, as a share of the reference exhaust. */
  readonly exhaustShareBasisPoints: number;
  /** Days after its sampling in which a measurement is recorded. */
  readonly recordDays: number;
  /** Classes in which feed may contain PVC. */
  readonly unseparatedClasses: readonly string[];
};

/** Lead products of a site by its processing runs. */
type Produced = { readonly siteId: string; readonly massGrams: number };

/** Hours of a site in which at least one run was open. */
type Operated = { readonly siteId: string; readonly hours: number };

/** A year by the processing runs of each site. */
type DioxinBooks = { readonly produced: readonly Produced[]; readonly operated: readonly Operated[] };

/** Measurements up to the end of a year, and its books. */
export type DioxinRead = DioxinBooks & { readonly measurements: readonly Measured[] };

/** A year, with the production of each site by the books. */
export type DioxinYear = DioxinBooks & {
  readonly year: string;
  /** True when the year is over: until then the books have less than what is stated for the whole year. */
  readonly isOver: boolean;
};

const DAY_MS = 86_400_000;

/** Release of the last measurement of a year, with those of the others. */
type YearRelease = Release & { readonly earlier: readonly Release[] };

/** Finds what a person must review about the releases of a year. */
export function dioxinFindings(releases: readonly YearRelease[], year: DioxinYear, law: DioxinEvidenceLaw): Finding[] {
  return [...ofSites(releases, year, law), ...releases.flatMap((release) => ofOutlet(release, law))];
}

function ofSites(
  releases: readonly Release[],
  { year, produced, operated, isOver }: DioxinYear,
  { productShareBasisPoints, hoursShareBasisPoints }: DioxinEvidenceLaw,
): Finding[] {
  const measured = Map.groupBy(releases, ({ measurement }) => measurement.siteId);
  const books = new Map(produced.map(({ siteId, massGrams }) => [siteId, massGrams]));
  const open = new Map(operated.map(({ siteId, hours }) => [siteId, hours]));
  return [...new Set([...measured.keys(), ...books.keys()])].toSorted().flatMap((siteId): Finding[] => {
    const bookGrams = books.get(siteId) ?? 0;
    const runHours = open.get(siteId) ?? 0;
    const here = measured.get(siteId);
    if (here === undefined) return [recoveryFinding('DIOXIN_NOT_MEASURED', { siteId, year, bookGrams })];
    const sum = (of: (one: Measured) => number) => here.reduce((all, { measurement }) => all + of(measurement), 0);
    const [statedGrams, statedHours] = [sum((one) => one.productGrams), sum((one) => one.operatingHours)];
    const differs = Math.abs(statedGrams - bookGrams) * 10_000 > bookGrams * productShareBasisPoints;
    const isShort = statedHours * 10_000 < runHours * hoursShareBasisPoints;
    return [
      // Less than the books already have is wrong before the year is over.
      ...(differs && (isOver || statedGrams <= bookGrams)
        ? [recoveryFinding('DIOXIN_PRODUCTION_DIFFERS', { siteId, year, statedGrams, bookGrams })]
        : []),
      ...(isShort ? [recoveryFinding('DIOXIN_HOURS_LOW', { siteId, year, statedHours, runHours })] : []),
    ];
  });
}

function ofOutlet({ measurement, baseline, exhaust, earlier, withinLimit }: YearRelease, law: DioxinEvidenceLaw) {
  const { outlet, operatingHours, productGrams } = measurement;
  const deciding = measurement.id === baseline.id ? [measurement] : [baseline, measurement];
  const limit = basisPoints(law.exhaustShareBasisPoints);
  const exceeding = [...earlier, { measurement, withinLimit }].filter((one) => !one.withinLimit);
  return [
    ...exceeding.map((one) =>
      recoveryFinding('DIOXIN_LIMIT_EXCEEDED', { outlet, sampledOn: dayOf(one.measurement.sampledAt) }),
    ),
    ...(operatingHours === 0 && productGrams > 0
      ? [recoveryFinding('DIOXIN_HOURS_MISSING', { outlet, productGrams })]
      : []),
    ...(operatingHours > 0 && exhaust !== null && compare(exhaust, limit) < 0
      ? [
          recoveryFinding('DIOXIN_EXHAUST_LOW', {
            ...{ outlet, sharePercent: percentOf(exhaust), limitPercent: percentOf(limit) },
          }),
        ]
      : []),
    ...deciding.flatMap((one) => ofMeasurement(one, law)),
  ];
}

function ofMeasurement(
  { outlet, technologyClass, pvcSeparated, certificateFileId, sampledAt, recordedAt, replacesId, samples }: Measured,
  { recordDays, unseparatedClasses }: DioxinEvidenceLaw,
): Finding[] {
  const sampledOn = dayOf(sampledAt);
  const isLate = recordedAt.getTime() - sampledAt.getTime() > recordDays * DAY_MS;
  const late = { outlet, sampledOn, recordedOn: dayOf(recordedAt), days: recordDays };
  const isContradicted = !pvcSeparated && !unseparatedClasses.includes(technologyClass);
  const isZero = samples.every(({ femtogramsPerCubicMetre }) => femtogramsPerCubicMetre === 0);
  return [
    ...(isZero ? [recoveryFinding('DIOXIN_ZERO', { outlet, sampledOn })] : []),
    ...(replacesId === null ? [] : [recoveryFinding('DIOXIN_REPLACED', { outlet, sampledOn })]),
    ...(isLate ? [recoveryFinding('DIOXIN_RECORDED_LATE', late)] : []),
    ...(isContradicted ? [recoveryFinding('DIOXIN_CLASS_CONTRADICTED', { outlet, technologyClass })] : []),
    ...(certificateFileId === null ? [recoveryFinding('DIOXIN_CERTIFICATE_NOT_STORED', { outlet, sampledOn })] : []),
  ];
}
