import { describe, expect, it } from 'vitest';
import { dioxinFindings } from '../../../src/recovery/dioxin/findings.ts';
import { type Measured, releasesOf } from '../../../src/recovery/dioxin/release.ts';

const LAW = {
  factors: [{ code: '3', nanogramsPerTonne: 50 }],
  limitFemtograms: 500_000,
  referenceCubicMetres: 10_000,
};
const EVIDENCE = { productShareBasisPoints: 500, recordDays: 90, unseparatedClasses: ['1', '4'] };
const PERIOD = { from: new Date('2025-12-31T16:00:00Z'), to: new Date('2026-12-31T16:00:00Z') };
const SITE = '00000000-0000-7000-8000-000000000001';

const measured = (changes: Partial<Measured> = {}): Measured => ({
  ...{ id: 'm', siteId: SITE, outlet: 'DA003', furnace: '侧吹炉', technologyClass: '3', pvcSeparated: true },
  ...{ sampledAt: new Date('2026-06-01T00:00:00Z'), recordedAt: new Date('2026-07-01T00:00:00Z') },
  ...{ operatingHours: 7_200, productGrams: 100_000, certificateNumber: 'A', certificateFileId: 'f' },
  samples: [{ femtogramsPerCubicMetre: 50_000, cubicMetresPerHour: 60_000 }],
  ...changes,
});

type Case = { readonly bookGrams?: number | null; readonly isOver?: boolean };
function codes(all: readonly Measured[], { bookGrams = 100_000, isOver = true }: Case = {}): string[] {
  const produced = bookGrams === null ? [] : [{ siteId: SITE, massGrams: bookGrams }];
  const found = dioxinFindings(releasesOf(all, PERIOD, LAW), { year: '2026', produced, isOver }, EVIDENCE);
  return found.map(({ code }) => code);
}

describe('a measurement', () => {
  it('of a furnace as the books show it has no findings', () => {
    expect(codes([measured()])).toEqual([]);
  });

  it.each<[string, Partial<Measured>, string[]]>([
    ['without hours', { operatingHours: 0 }, ['DIOXIN_HOURS_MISSING']],
    ['of a furnace that stood still', { operatingHours: 0, productGrams: 0 }, ['DIOXIN_PRODUCTION_DIFFERS']],
    ['of class 3 without separated PVC', { pvcSeparated: false }, ['DIOXIN_CLASS_CONTRADICTED']],
    ['of class 1 without separated PVC', { pvcSeparated: false, technologyClass: '1' }, []],
    ['without its report', { certificateFileId: null }, ['DIOXIN_CERTIFICATE_NOT_STORED']],
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
    [95_239, true, []],
    [105_263, true, []],
    [95_238, true, ['DIOXIN_PRODUCTION_DIFFERS']],
    [105_264, true, ['DIOXIN_PRODUCTION_DIFFERS']],
    [40_000, false, []],
    [105_264, false, ['DIOXIN_PRODUCTION_DIFFERS']],
  ])('of %s g in the books, over: %s', (bookGrams, isOver, expected) => {
    expect(codes([measured()], { bookGrams, isOver })).toEqual(expected);
  });

  it('is the sum of its outlets', () => {
    const half = { productGrams: 50_000 };
    expect(codes([measured(half), measured({ ...half, id: 'n', outlet: 'DA004' })])).toEqual([]);
  });

  it('without a measurement needs a review, and a measurement without production as well', () => {
    expect(codes([])).toEqual(['DIOXIN_NOT_MEASURED']);
    expect(codes([measured()], { bookGrams: null })).toEqual(['DIOXIN_PRODUCTION_DIFFERS']);
  });
});
