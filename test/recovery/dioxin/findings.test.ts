import { describe, expect, it } from 'vitest';
import { dioxinFindings } from '../../../src/recovery/dioxin/findings.ts';
import { type Measured, releasesOf } from '../../../src/recovery/dioxin/release.ts';

const LAW = {
  factors: [{ code: '3', nanogramsPerTonne: 50 }],
  limitFemtograms: 500_000,
  referenceCubicMetres: 10_000,
};
const EVIDENCE = {
  ...{ productShareBasisPoints: 500, hoursShareBasisPoints: 5_000, exhaustShareBasisPoints: 1_000 },
  ...{ recordDays: 90, unseparatedClasses: ['1', '4'] },
};
const PERIOD = { from: new Date('2025-12-31T16:00:00Z'), to: new Date('2026-12-31T16:00:00Z') };
const SITE = '00000000-0000-7000-8000-000000000001';

/** The furnace of the published example. */
const PRODUCED = 60_000_000_000;

const measured = (changes: Partial<Measured> = {}): Measured => ({
  ...{ id: 'm', siteId: SITE, outlet: 'DA003', furnace: '侧吹炉', technologyClass: '3', pvcSeparated: true },
  ...{ sampledAt: new Date('2026-06-01T00:00:00Z'), recordedAt: new Date('2026-07-01T00:00:00Z') },
  ...{
    operatingHours: 7_200,
    productGrams: PRODUCED,
    certificateNumber: 'A',
    certificateFileId: 'f',
    replacesId: null,
  },
  samples: [{ femtogramsPerCubicMetre: 50_000, cubicMetresPerHour: 60_000 }],
  ...changes,
});

type Case = { readonly bookGrams?: number | null; readonly isOver?: boolean; readonly runHours?: number };
function codes(
  all: readonly Measured[],
  { bookGrams = PRODUCED, isOver = true, runHours = 7_000 }: Case = {},
): string[] {
  const produced = bookGrams === null ? [] : [{ siteId: SITE, massGrams: bookGrams }];
  const operated = [{ siteId: SITE, hours: runHours }];
  const found = dioxinFindings(releasesOf(all, PERIOD, LAW), { year: '2026', produced, operated, isOver }, EVIDENCE);
  return found.map(({ code }) => code);
}

describe('a measurement', () => {
  it('of a furnace as the books show it has no findings', () => {
    expect(codes([measured()])).toEqual([]);
  });

  it.each<[string, Partial<Measured>, string[]]>([
    ['without hours', { operatingHours: 0 }, ['DIOXIN_HOURS_LOW', 'DIOXIN_HOURS_MISSING']],
    [
      'of a furnace that stood still',
      { operatingHours: 0, productGrams: 0 },
      ['DIOXIN_PRODUCTION_DIFFERS', 'DIOXIN_HOURS_LOW'],
    ],
    ['of class 3 without separated PVC', { pvcSeparated: false }, ['DIOXIN_CLASS_CONTRADICTED']],
    ['of class 1 without separated PVC', { pvcSeparated: false, technologyClass: '1' }, []],
    ['without its report', { certificateFileId: null }, ['DIOXIN_CERTIFICATE_NOT_STORED']],
    ['with half of the hours of the runs', { operatingHours: 3_500 }, []],
    ['with fewer', { operatingHours: 3_499 }, ['DIOXIN_HOURS_LOW']],
    ['that replaces another', { replacesId: 'x' }, ['DIOXIN_REPLACED']],
    ['on the last day', { recordedAt: new Date('2026-08-30T00:00:00Z') }, []],
    ['after it', { recordedAt: new Date('2026-08-30T00:00:01Z') }, ['DIOXIN_RECORDED_LATE']],
  ])('%s: %s', (_, changes, expected) => {
    expect(codes([measured(changes)])).toEqual(expected);
  });

  it('that decides the state before needs a review when it was recorded after the state of now', () => {
    const before = measured({
      ...{ id: 'a', technologyClass: '1', pvcSeparated: false },
      sampledAt: new Date('2020-06-01T00:00:00Z'),
    });
    expect(codes([before, measured()])).toEqual(['DIOXIN_RECORDED_LATE']);
  });
});

describe('the production of a site', () => {
  it.each([
    [57_143_400_000, true, []],
    [63_157_800_000, true, []],
    [57_142_800_000, true, ['DIOXIN_PRODUCTION_DIFFERS']],
    [63_158_400_000, true, ['DIOXIN_PRODUCTION_DIFFERS']],
    [24_000_000_000, false, []],
    [63_158_400_000, false, ['DIOXIN_PRODUCTION_DIFFERS']],
  ])('of %s g in the books, over: %s', (bookGrams, isOver, expected) => {
    expect(codes([measured()], { bookGrams, isOver })).toEqual(expected);
  });

  it('is the sum of its outlets', () => {
    const half = { productGrams: PRODUCED / 2 };
    expect(codes([measured(half), measured({ ...half, id: 'n', outlet: 'DA004' })])).toEqual([]);
  });

  it('without a measurement needs a review, and a measurement without production as well', () => {
    expect(codes([])).toEqual(['DIOXIN_NOT_MEASURED']);
    expect(codes([measured()], { bookGrams: null })).toEqual(['DIOXIN_PRODUCTION_DIFFERS']);
  });
});

describe('the gas of an outlet', () => {
  const gas = (femtogramsPerCubicMetre: number, cubicMetresPerHour = 60_000) => ({
    samples: [{ femtogramsPerCubicMetre, cubicMetresPerHour }],
  });
  // 7 200 hours for 60 000 t: 1 000 m³ for each tonne are 8 333.3 m³ an hour.

  it('is at least a share of the reference exhaust', () => {
    expect(codes([measured({ ...gas(50_000, 8_334) })])).toEqual([]);
    expect(codes([measured({ ...gas(50_000, 8_333) })])).toEqual(['DIOXIN_EXHAUST_LOW']);
  });

  it('holds some dioxin', () => {
    expect(codes([measured({ ...gas(0) })])).toEqual(['DIOXIN_ZERO']);
  });

  it('above the limit is shown, and a later measurement does not hide it', () => {
    const bad = measured({ ...gas(500_001) });
    expect(codes([bad])).toEqual(['DIOXIN_LIMIT_EXCEEDED']);
    const good = measured({ id: 'n', sampledAt: new Date('2026-06-20T00:00:00Z') });
    expect(codes([bad, good])).toEqual(['DIOXIN_LIMIT_EXCEEDED']);
  });
});
