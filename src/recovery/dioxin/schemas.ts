/** Wire shapes of dioxin releases. Amounts are exact decimals, as texts. */
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { Id, InstantOut, named } from '../../platform/http/index.ts';
import { DIOXIN_RELEASES } from '../examples.ts';
import { decimalOf, type Fraction } from '../fraction.ts';
import type { Finding } from '../lead-recovery.ts';
import type { Period } from '../periods/period.ts';
import { FindingsOut, StatusOut, toFindings, toStatus } from '../question/finding-schemas.ts';
import { YearQuery } from '../series/schemas.ts';
import { type DioxinEvidenceLaw, type DioxinRead, dioxinFindings } from './findings.ts';
import { type DioxinLaw, type Measured, type Release, releasesOf } from './release.ts';

export const DioxinQuery = YearQuery;

const Grams = z.string().describe('Grams TEQ in the year, decimal to 10⁻¹² g');

export const DioxinReleasesResponse = named(
  'DioxinReleases',
  'Dioxin that the furnaces of an enterprise released to air in a year, by measurement and by emission factor, before and after BAT/BEP.',
  z.object({
    partyId: Id.describe('The enterprise'),
    year: z.string().describe('Calendar year, YYYY'),
    limitNanograms: z.string().describe('Limit in force at the end of the year, ng TEQ/m³ (law dioxin.air-limit)'),
    items: z
      .array(
        z.object({
          measurementId: Id.describe('The last valid measurement of the year'),
          siteId: Id.describe('The recycling site'),
          outlet: z.string().describe('Its number in the pollutant discharge permit, such as DA003'),
          furnace: z.string().describe('Furnace and process'),
          sampledAt: InstantOut.describe('End of the last sample'),
          nanogramsPerCubicMetre: z.string().describe('Mean of the three samples, ng TEQ/m³, to 10⁻⁶'),
          referenceNanogramsPerCubicMetre: z
            .string()
            .describe(
              'The mean in the reference exhaust (基准排气量浓度), ng TEQ/m³, to 10⁻⁶; the measured one without production, and when the exhaust is not above the reference',
            ),
          withinLimit: z.boolean().describe('The exact concentration in the reference exhaust is not above the limit'),
          certificateNumber: z.string().nullable().describe('Number of the report of the laboratory'),
          measuredGrams: Grams.describe(
            'Release by measurement: concentration times flow times hours of operation, g TEQ, to 10⁻¹²',
          ),
          microgramsPerTonne: z
            .string()
            .nullable()
            .describe('Release by measurement, micrograms TEQ per tonne of lead, to 10⁻⁶; null without production'),
          technologyClass: z.string().describe('Class of the furnace when it was sampled'),
          factorGrams: Grams.nullable().describe(
            'Release by the factor of that class, g TEQ; null for an unknown class',
          ),
          baselineClass: z.string().describe('Class at the first measurement of the outlet: the state before BAT/BEP'),
          baselineGrams: Grams.nullable().describe(
            'Release by the factor of the class before, with the production of the year, g TEQ; null for an unknown class',
          ),
        }),
      )
      .describe('One for each outlet and furnace'),
    totals: z
      .object({
        measuredGrams: Grams.describe('Sum by measurement, g TEQ'),
        factorGrams: Grams.describe('Sum by factor, g TEQ'),
        baselineGrams: Grams.describe('Sum by the factor before, g TEQ'),
      })
      .describe('Sums of the year; amounts that are not known count as 0'),
    status: StatusOut,
    findings: FindingsOut,
  }),
  DIOXIN_RELEASES,
);

const FEMTOGRAMS_PER_GRAM = 10n ** 15n;
const FEMTOGRAMS_PER_NANOGRAM = 10n ** 6n;

const divided = ({ numerator, denominator }: Fraction, by: bigint, places: number): string =>
  decimalOf({ numerator, denominator: denominator * by }, places);
const grams = (amount: Fraction) => divided(amount, FEMTOGRAMS_PER_GRAM, 12);

const total = (amounts: readonly (Fraction | null)[]): string =>
  grams(
    amounts.reduce<Fraction>(
      (sum, one) =>
        one === null
          ? sum
          : {
              numerator: sum.numerator * one.denominator + one.numerator * sum.denominator,
              denominator: sum.denominator * one.denominator,
            },
      { numerator: 0n, denominator: 1n },
    ),
  );

export const toDioxinReleases = (
  { partyId, year }: z.infer<typeof DioxinQuery>,
  releases: readonly Release<Measured>[],
  limitFemtograms: number,
): Omit<z.infer<typeof DioxinReleasesResponse>, 'status' | 'findings'> => ({
  ...{ partyId, year },
  limitNanograms: divided({ numerator: BigInt(limitFemtograms), denominator: 1n }, FEMTOGRAMS_PER_NANOGRAM, 6),
  items: releases.map(({ measurement, ...release }) => ({
    measurementId: measurement.id,
    ...{ siteId: measurement.siteId, outlet: measurement.outlet, furnace: measurement.furnace },
    sampledAt: measurement.sampledAt.toISOString(),
    nanogramsPerCubicMetre: divided(release.concentration, FEMTOGRAMS_PER_NANOGRAM, 6),
    referenceNanogramsPerCubicMetre: divided(release.referenceConcentration, FEMTOGRAMS_PER_NANOGRAM, 6),
    withinLimit: release.withinLimit,
    certificateNumber: measurement.certificateNumber,
    measuredGrams: grams(release.byMeasurement),
    microgramsPerTonne: release.perGram && divided(release.perGram, 1_000n, 6),
    technologyClass: measurement.technologyClass,
    factorGrams: release.byFactor && grams(release.byFactor),
    baselineClass: release.baseline.technologyClass,
    baselineGrams: release.baselineByFactor && grams(release.baselineByFactor),
  })),
  totals: {
    measuredGrams: total(releases.map(({ byMeasurement }) => byMeasurement)),
    factorGrams: total(releases.map(({ byFactor }) => byFactor)),
    baselineGrams: total(releases.map(({ baselineByFactor }) => baselineByFactor)),
  },
});

const toDioxinFindings = (
  findings: readonly Finding[],
  language: Language,
): Pick<z.infer<typeof DioxinReleasesResponse>, 'status' | 'findings'> => ({
  status: toStatus(findings),
  findings: toFindings(findings, language),
});

type AskedYear = { readonly partyId: string; readonly year: Period; readonly now: Date };

/** Makes the answer about a year: releases, their sums and what a person must review. */
export function toDioxinAnswer(
  { partyId, year: { period: year, from, to }, now }: AskedYear,
  { measurements, produced, operated }: DioxinRead,
  law: DioxinLaw & { readonly evidence: DioxinEvidenceLaw },
  language: Language,
) {
  const releases = releasesOf(measurements, { from, to }, law);
  const found = dioxinFindings(releases, { year, produced, operated, isOver: to <= now }, law.evidence);
  return {
    ...toDioxinReleases({ partyId, year }, releases, law.limitFemtograms),
    ...toDioxinFindings(found, language),
  };
}
