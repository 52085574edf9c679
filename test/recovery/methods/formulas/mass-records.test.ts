/** Records of the terms by mass: their errors, and the limit of sulphur. */
import { describe, expect, it } from 'vitest';
import { contentErrorOf, scaleErrorOf } from '../../../../src/recovery/methods/formulas/mass-error.ts';
import {
  batteryMassRecords,
  fractionMassRecords,
  leadMassRecords,
  massSumsOf,
} from '../../../../src/recovery/methods/formulas/mass-records.ts';
import { limitSulphur, sulphurIn } from '../../../../src/recovery/methods/formulas/sulphur-limit.ts';
import { fed, LAW, lead, part } from './books.ts';

const TONNE = 10n ** 18n;

describe('the terms by mass', () => {
  it('take the lead of batteries as the lead balance does: stock opens and closes, what is sent on leaves', () => {
    const records = [
      ...[lead('received', 10), lead('opening_stock', 3), lead('closing_stock', 2), lead('forwarded', 1)],
      ...[lead('without_manifest', 5), lead('loss_slag', 1), lead('under_way', 1), lead('closing_work', 4)],
    ];
    const sums = massSumsOf(leadMassRecords(records, LAW));
    expect([sums.battery_lead, sums.work_lead, sums.product_lead]).toEqual([15n * TONNE, 4n * TONNE, 0n]);
  });

  it('count the lead of a used fraction once', () => {
    const slag = part('slag', 10, { leadPpm: 20_000 });
    const counted = (how: 'besides' | 'within') => massSumsOf(fractionMassRecords([slag], how, LAW)).used_slag;
    expect([counted('within'), counted('besides')]).toEqual([10n * TONNE, (98n * TONNE) / 10n]);
  });

  it('have more water and less mass by one error', () => {
    const [dry, sulphur] = batteryMassRecords([fed(100, 60_000, 100_000)], LAW);
    expect([dry?.picograms, sulphur?.picograms]).toEqual([94n * TONNE, 10n * TONNE]);
    expect(dry?.errors.map(({ picograms }) => picograms)).toEqual([94e18 / 1_000, -1e18]);
  });
});

it('an error of a share is that of its assay or assumption, and none where the share is exact', () => {
  const share = (basis: string, assayId: string | null) => contentErrorOf({ basis, assayId, subject: 'water' }, 2, LAW);
  expect(share('none', null)).toEqual([]);
  expect(share('batch', 'a')).toEqual([{ source: { key: 'assay/a', kind: 'assay', assayId: 'a' }, picograms: 20_000 }]);
  expect(share('material', 'a')[0]?.picograms).toBe(12_000);
  expect(share('assumed', null)[0]).toEqual({
    ...{ source: { key: 'assumption/water', kind: 'assumption', subject: 'water' }, picograms: 40_000 },
  });
  expect(scaleErrorOf('stock_count_line', -TONNE, LAW).picograms).toBe(-1e16);
});

describe('the limit of sulphur', () => {
  const share = { numerator: 98n, denominator: 100n };
  const limited = (acid: bigint, sulphate: bigint, sulphur_fed: bigint) => {
    const found = limitSulphur({ acid, sulphate, sulphur_fed }, share);
    return [found.acid, found.sulphate].map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
  };

  it('counts acid first, then sulphates as SO4, and nothing below zero', () => {
    expect(limited(40n, 49n, 100n)).toEqual([40, 49]);
    expect(limited(40n, 60n, 100n)).toEqual([40, 58.8]);
    expect(limited(140n, 60n, 100n)).toEqual([100, 0]);
    expect(limited(40n, 60n, -1n)).toEqual([0, 0]);
    expect(limited(-40n, 60n, 100n)).toEqual([0, 60]);
  });

  it('never counts more sulphur than came in', () => {
    const found = limitSulphur({ acid: 40n, sulphate: 90n, sulphur_fed: 100n }, share);
    expect(sulphurIn(found, share)).toEqual({ numerator: 100n, denominator: 1n });
    expect(found.isLimited).toBe(true);
  });
});
