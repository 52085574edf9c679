import { describe, expect, it } from 'vitest';
import { plateOf } from '../../../src/core/identifiers/plate.ts';
import { Problem } from '../../../src/core/messages/problem.ts';
import {
  unregisteredAmong,
  type Vehicle,
  vehicleNoticesOf,
  vehicleWarningsIn,
} from '../../../src/parties/vehicles/vehicle.ts';

function outcome(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('a plate', () => {
  it('is the same however it is written', () => {
    const written = [
      '桂A12345',
      '桂a·12345',
      ' 桂A 12345 ',
      '桂A-12345',
      '桂Ａ１２３４５',
      '桂A‧12345',
      '桂A\u200b12345',
    ];
    expect(written.map(plateOf)).toEqual(written.map(() => '桂A12345'));
  });

  it.each([
    ['桂A12345', false, []],
    ['桂A1234挂', true, []],
    ['桂A1234挂', false, ['plate-of-trailer']],
    ['桂A12345', true, ['plate-not-of-trailer']],
    ['WJ12345', false, ['plate-form']],
  ])('%s of a trailer: %s has the notices %j', (plate, trailer, codes) => {
    expect(vehicleNoticesOf({ plate, plateColor: null, trailer }).map(({ code }) => code)).toEqual(codes);
  });
});

describe('the colour of a plate', () => {
  it.each([
    ['桂A12345', false, 'yellow', []],
    ['桂A12345', false, 'blue', []],
    ['桂A12345', false, 'green', ['plate-color']],
    ['桂A12345', false, 'yellow-green', ['plate-color']],
    ['桂A1234挂', true, 'yellow', []],
    ['桂A1234挂', true, 'blue', ['plate-color']],
    ['桂A1234挂', false, 'blue', ['plate-of-trailer', 'plate-color']],
    ['桂AD12345', false, 'green', []],
    ['桂AD12345', false, 'blue', ['plate-color']],
    ['桂A12345D', false, 'yellow-green', []],
    ['桂A12345D', false, 'green', ['plate-color']],
    ['桂A1234警', false, 'white', []],
    ['桂A1234警', false, 'blue', ['plate-color']],
    ['粤Z1234港', false, 'black', []],
    ['桂A1234学', false, 'yellow', []],
    ['WJ12345', false, 'white', ['plate-form']],
  ] as const)('%s (trailer: %s) in %s has the notices %j', (plate, trailer, plateColor, codes) => {
    expect(vehicleNoticesOf({ plate, plateColor, trailer }).map(({ code }) => code)).toEqual(codes);
  });
});

it('shows notices in the words of the reader', () => {
  const vehicle = { plate: '桂AD12345', plateColor: 'blue', trailer: false } as Vehicle;
  expect(vehicleWarningsIn('zh', vehicle)).toEqual([
    {
      code: 'plate-color',
      severity: 'flag',
      title: '号牌颜色异常',
      detail: expect.stringContaining('车牌号 桂AD12345 登记的号牌颜色为蓝色'),
    },
  ]);
  expect(vehicleWarningsIn('en', vehicle)[0]?.detail).toContain('Plate 桂AD12345 is registered as blue.');
});

describe('the permit of a vehicle', () => {
  const permit = (plate: string, permitValidFrom: string, permitValidTo: string) => {
    return { plate, permitValidFrom, permitValidTo };
  };
  const known = [permit('桂A12345', '2025-01-01', '2026-01-01'), permit('桂A12345', '2026-03-01', '2027-01-01')];

  it.each([
    ['2024-12-31', 'vehicle-permit-expired'],
    ['2025-01-01', []],
    ['2025-12-31', []],
    ['2026-01-01', 'vehicle-permit-expired'],
    ['2026-03-01', []],
    ['2027-01-01', 'vehicle-permit-expired'],
  ])('on %s is judged as %j', (on, expected) => {
    expect(outcome(() => unregisteredAmong(['桂A·12345'], known, on))).toEqual(expected);
  });

  it('is not required of unregistered vehicles, which are returned', () => {
    expect(unregisteredAmong(['桂A12345', '桂B99999'], known, '2026-04-01')).toEqual(['桂B99999']);
  });
});
