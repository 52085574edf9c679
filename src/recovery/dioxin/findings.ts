/**
 * Evidence of dioxin releases: what is stated with a measurement is held against the books, the calendar and itself. Hours,
 * production and class are stated by the enterprise, and each of them scales a release.
 */
import { dayOf } from '../../core/calendar.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import type { Measured, Release } from './release.ts';

/** Law `dioxin.evidence`. */
export type DioxinEvidenceLaw = {
  /** Share of the booked production by which the stated one may differ. */
  readonly productShareBasisPoints: number;
  /** Days after its sampling in which a measurement is recorded. */
  readonly recordDays: number;
  /** Classes in which feed may contain PVC. */
  readonly unseparatedClasses: readonly string[];
};

/** Lead products of a site by its processing runs. */
type Produced = { readonly siteId: string; readonly massGrams: number };

/** A year, with the production of each site by the books. */
export type DioxinYear = {
  readonly year: string;
  readonly produced: readonly Produced[];
  /** True when the year is over: until then the books have less than what is stated for the whole year. */
  readonly isOver: boolean;
};

const DAY_MS = 86_400_000;

/** Finds what a person must review about the releases of a year. */
export function dioxinFindings(releases: readonly Release[], year: DioxinYear, law: DioxinEvidenceLaw): Finding[] {
  return [...ofSites(releases, year, law), ...releases.flatMap((release) => ofOutlet(release, law))];
}

function ofSites(
  releases: readonly Release[],
  { year, produced, isOver }: DioxinYear,
  { productShareBasisPoints }: DioxinEvidenceLaw,
): Finding[] {
  const measured = Map.groupBy(releases, ({ measurement }) => measurement.siteId);
  const books = new Map(produced.map(({ siteId, massGrams }) => [siteId, massGrams]));
  return [...new Set([...measured.keys(), ...books.keys()])].toSorted().flatMap((siteId): Finding[] => {
    const bookGrams = books.get(siteId) ?? 0;
    const here = measured.get(siteId);
    if (here === undefined) return [recoveryFinding('DIOXIN_NOT_MEASURED', { siteId, year, bookGrams })];
    const statedGrams = here.reduce((sum, { measurement }) => sum + measurement.productGrams, 0);
    const differs = Math.abs(statedGrams - bookGrams) * 10_000 > bookGrams * productShareBasisPoints;
    // Less than the books already have is wrong before the year is over.
    if (!differs || (!isOver && statedGrams > bookGrams)) return [];
    return [recoveryFinding('DIOXIN_PRODUCTION_DIFFERS', { siteId, year, statedGrams, bookGrams })];
  });
}

function ofOutlet({ measurement, baseline }: Release, law: DioxinEvidenceLaw): Finding[] {
  const { outlet, operatingHours, productGrams } = measurement;
  const deciding = measurement.id === baseline.id ? [measurement] : [baseline, measurement];
  return [
    ...(operatingHours === 0 && productGrams > 0
      ? [recoveryFinding('DIOXIN_HOURS_MISSING', { outlet, productGrams })]
      : []),
    ...deciding.flatMap((one) => ofMeasurement(one, law)),
  ];
}

function ofMeasurement(
  { outlet, technologyClass, pvcSeparated, certificateFileId, sampledAt, recordedAt }: Measured,
  { recordDays, unseparatedClasses }: DioxinEvidenceLaw,
): Finding[] {
  const sampledOn = dayOf(sampledAt);
  const isLate = recordedAt.getTime() - sampledAt.getTime() > recordDays * DAY_MS;
  const late = { outlet, sampledOn, recordedOn: dayOf(recordedAt), days: recordDays };
  const isContradicted = !pvcSeparated && !unseparatedClasses.includes(technologyClass);
  return [
    ...(isLate ? [recoveryFinding('DIOXIN_RECORDED_LATE', late)] : []),
    ...(isContradicted ? [recoveryFinding('DIOXIN_CLASS_CONTRADICTED', { outlet, technologyClass })] : []),
    ...(certificateFileId === null ? [recoveryFinding('DIOXIN_CERTIFICATE_NOT_STORED', { outlet, sampledOn })] : []),
  ];
}
