/** Releases of the published examples: 0.05 ng TEQ/m³, 60 000 m³/h, 7 200 h, 60 000 t of lead. */
import { describe, expect, it } from 'vitest';
import { type Measured, releasesOf } from '../../../src/recovery/dioxin/release.ts';
import { toDioxinReleases } from '../../../src/recovery/dioxin/schemas.ts';

const FACTORS = [
  { code: '1', nanogramsPerTonne: 80_000 },
  { code: '2', nanogramsPerTonne: 8_000 },
  { code: '3', nanogramsPerTonne: 50 },
  { code: '4', nanogramsPerTonne: 400 },
];
const LAW = { factors: FACTORS, limitFemtograms: 500_000, referenceCubicMetres: 10_000 };
const YEAR = { from: new Date('2025-12-31T16:00:00Z'), to: new Date('2026-12-31T16:00:00Z') };
const ASKED = { partyId: 'p', year: '2026' };

const measured = (changes: Partial<Measured> & { readonly femtograms?: readonly number[] } = {}): Measured => {
  const { femtograms = [50_000, 50_000, 50_000], ...rest } = changes;
  return {
    ...{ id: 'm', siteId: 's', outlet: 'DA003', furnace: '侧吹炉', technologyClass: '3' },
    ...{ sampledAt: new Date('2026-06-01T00:00:00Z'), operatingHours: 7_200, productGrams: 60_000_000_000 },
    ...{
      certificateNumber: null,
      certificateFileId: null,
      pvcSeparated: true,
      recordedAt: new Date('2026-07-01T00:00:00Z'),
      replacesId: null,
    },
    samples: femtograms.map((one) => ({ femtogramsPerCubicMetre: one, cubicMetresPerHour: 60_000 })),
    ...rest,
  };
};
const shown = (...all: Measured[]) => toDioxinReleases(ASKED, releasesOf(all, YEAR, LAW), LAW.limitFemtograms);

describe('the release of a year', () => {
  it('is 0.0216 g and 0.36 µg/t by measurement, and 0.003 g by the factor of class 3', () => {
    expect(shown(measured()).items).toMatchObject([
      {
        ...{ nanogramsPerCubicMetre: '0.050000', withinLimit: true, measuredGrams: '0.021600000000' },
        ...{ microgramsPerTonne: '0.360000', technologyClass: '3', factorGrams: '0.003000000000' },
      },
    ]);
  });

  it.each([
    ['1', '4.800000000000'],
    ['2', '0.480000000000'],
    ['3', '0.003000000000'],
    ['4', '0.024000000000'],
  ])('is by the factor of class %s: %s g', (technologyClass, grams) => {
    expect(shown(measured({ technologyClass })).items[0]?.factorGrams).toBe(grams);
  });

  it('is 0.216 g at the limit, which is kept exactly there', () => {
    const at = shown(measured({ femtograms: [500_000, 500_000, 500_000] })).items[0];
    expect([at?.measuredGrams, at?.withinLimit]).toEqual(['0.216000000000', true]);
    expect(shown(measured({ femtograms: [500_000, 500_000, 500_001] })).items[0]?.withinLimit).toBe(false);
  });

  it('holds the limit against the concentration in the reference exhaust of the production', () => {
    const at = (productGrams: number) => {
      const one = shown(measured({ femtograms: [300_000, 300_000, 300_000], productGrams })).items[0];
      return [one?.nanogramsPerCubicMetre, one?.referenceNanogramsPerCubicMetre, one?.withinLimit];
    };
    // 60 000 m³/h for 7 200 h are 10 000 m³ for each of 43 200 t.
    expect(at(43_200_000_000)).toEqual(['0.300000', '0.300000', true]);
    expect(at(25_920_000_000)).toEqual(['0.300000', '0.500000', true]);
    expect(at(25_919_000_000)).toEqual(['0.300000', '0.500019', false]);
    expect(at(0)).toEqual(['0.300000', '0.300000', true]);
  });

  it('compares the class of the year with that of the first measurement of the outlet', () => {
    const before = measured({ id: 'a', technologyClass: '1', sampledAt: new Date('2024-06-01T00:00:00Z') });
    const { items, totals } = shown(before, measured());
    expect(items).toMatchObject([{ measurementId: 'm', baselineClass: '1', baselineGrams: '4.800000000000' }]);
    expect(totals).toEqual({
      ...{ measuredGrams: '0.021600000000', factorGrams: '0.003000000000', baselineGrams: '4.800000000000' },
    });
  });

  it('takes the last measurement of an outlet in the year, and adds outlets up', () => {
    const early = measured({ id: 'a', sampledAt: new Date('2026-02-01T00:00:00Z'), femtograms: [1, 1, 1] });
    const other = measured({ id: 'b', outlet: 'DA004', femtograms: [1, 1, 2], productGrams: 0 });
    const next = measured({ id: 'c', sampledAt: new Date('2026-12-31T16:00:00Z') });
    const { items, totals } = shown(early, measured(), other, next);
    expect(items.map(({ measurementId }) => measurementId)).toEqual(['m', 'b']);
    expect(items[1]).toMatchObject({ microgramsPerTonne: null, measuredGrams: '0.000000576000' });
    expect(totals.measuredGrams).toBe('0.021600576000');
  });
});
