import { describe, expect, it } from 'vitest';
import { toStorageWarningResponse } from '../../../src/batches/storage/schemas.ts';
import { judgeStorage, NO_STORAGE_LAW, shareReached, warnOfStorage } from '../../../src/batches/storage/storage.ts';

const POINT = { massGrams: 3_000_000, days: 90, years: null };
const YEAR = { ...NO_STORAGE_LAW, years: 1 };
const stored = (changes: object = {}) => ({
  ...{ stockGrams: 1_000_000, oldestOn: '2026-01-01', storageLimitGrams: null, storageLimitDays: null },
  ...changes,
});

describe('the stock of a site', () => {
  it.each([
    [2_399_999, 7_999, false],
    [2_400_000, 8_000, false],
    [3_000_000, 10_000, false],
    [3_000_001, 10_000, true],
    [6_000_000, 20_000, true],
  ])('%d g of 3 t are %d basis points, exceeded: %s', (stockGrams, share, exceeded) => {
    const judged = judgeStorage(stored({ stockGrams }), POINT, '2026-01-01');
    expect([judged.massShareBasisPoints, judged.shareBasisPoints, judged.exceeded]).toEqual([share, share, exceeded]);
  });

  it.each([
    ['2026-01-01', 0, false],
    ['2026-03-14', 8_000, false],
    ['2026-04-01', 10_000, false],
    ['2026-04-02', 10_111, true],
  ])('since 1 January for 90 days is on %s %d basis points, exceeded: %s', (on, share, exceeded) => {
    const judged = judgeStorage(stored({ stockGrams: 1 }), POINT, on);
    expect([judged.dueOn, judged.ageShareBasisPoints, judged.exceeded]).toEqual(['2026-04-01', share, exceeded]);
  });

  it.each([
    ['2025-03-01', '2026-03-01'],
    ['2024-02-29', '2025-02-28'],
  ])('since %s may be stored for a year, until %s', (oldestOn, dueOn) => {
    expect(judgeStorage(stored({ oldestOn }), YEAR, dueOn)).toMatchObject({ dueOn, exceeded: false });
  });

  it('is judged by the stricter of the law and the limits of the site', () => {
    const judge = (own: object, law = POINT) => judgeStorage(stored(own), law, '2026-02-01');
    expect(judge({ storageLimitGrams: 5_000_000, storageLimitDays: 365 })).toMatchObject({
      ...{ limitGrams: 3_000_000, dueOn: '2026-04-01' },
    });
    expect(judge({ storageLimitGrams: 2_000_000, storageLimitDays: 30 })).toMatchObject({
      ...{ limitGrams: 2_000_000, dueOn: '2026-01-31', exceeded: true },
    });
  });

  it('has no share without a limit', () => {
    expect(judgeStorage(stored({ stockGrams: 9e12 }), NO_STORAGE_LAW, '2040-01-01')).toEqual({
      ...{ limitGrams: null, dueOn: null, massShareBasisPoints: null, ageShareBasisPoints: null },
      ...{ shareBasisPoints: 0, exceeded: false },
    });
  });
});

describe('a share', () => {
  it.each([
    [7_999, undefined],
    [8_000, 8_000],
    [9_999, 8_000],
    [50_000, 10_000],
  ])('of %d reaches %s', (share, reached) => {
    expect(shareReached(share, [8_000, 10_000])).toBe(reached);
  });

  it('comes with the stock and the limit', () => {
    const site = { siteId: 's', stockGrams: 900, limitGrams: 1_000 };
    expect(warnOfStorage(site, [8_000])).toEqual({
      code: 'storage-limit-reached',
      severity: 'note',
      facts: { ...site, shareBasisPoints: 8_000 },
    });
    expect(warnOfStorage({ ...site, stockGrams: 799 }, [8_000])).toBeUndefined();
  });

  it.each([
    [1_000, 'note'],
    [1_001, 'flag'],
  ])('of %d g in 1 000 g is a %s', (stockGrams, severity) => {
    expect(warnOfStorage({ siteId: 's', stockGrams, limitGrams: 1_000 }, [8_000])).toMatchObject({ severity });
  });

  it('is shown in both languages', () => {
    const warning = warnOfStorage({ siteId: 's', stockGrams: 900, limitGrams: 1_000 }, [8_000]);
    if (!warning) throw new Error('there is no warning');
    expect(toStorageWarningResponse(warning, 'zh').detail).toBe(
      '编号为 s 的场所，危险废物贮存量为 0.9 千克，限值为 1 千克。',
    );
    expect(toStorageWarningResponse(warning, 'en')).toMatchObject({
      title: 'Storage limit nearly reached or exceeded',
    });
  });
});
