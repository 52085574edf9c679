import { describe, expect, it } from 'vitest';
import { isOutside } from '../../../src/core/identifiers/province-bounds.ts';

/** Seats of the governments of the provinces. */
const SEATS: readonly (readonly [string, number, number])[] = [
  ...([
    ['11', 39.9, 116.41],
    ['12', 39.08, 117.2],
    ['13', 38.04, 114.51],
    ['14', 37.87, 112.55],
  ] as const),
  ...([
    ['15', 40.84, 111.75],
    ['21', 41.8, 123.43],
    ['22', 43.82, 125.32],
    ['23', 45.8, 126.53],
  ] as const),
  ...([
    ['31', 31.23, 121.47],
    ['32', 32.06, 118.8],
    ['33', 30.27, 120.15],
    ['34', 31.82, 117.23],
  ] as const),
  ...([
    ['35', 26.07, 119.3],
    ['36', 28.68, 115.86],
    ['37', 36.65, 117.12],
    ['41', 34.75, 113.63],
  ] as const),
  ...([
    ['42', 30.59, 114.31],
    ['43', 28.23, 112.94],
    ['44', 23.13, 113.26],
    ['45', 22.82, 108.37],
  ] as const),
  ...([
    ['46', 20.04, 110.34],
    ['50', 29.56, 106.55],
    ['51', 30.57, 104.07],
    ['52', 26.65, 106.63],
  ] as const),
  ...([
    ['53', 25.04, 102.71],
    ['54', 29.65, 91.12],
    ['61', 34.34, 108.94],
    ['62', 36.06, 103.83],
  ] as const),
  ...([
    ['63', 36.62, 101.78],
    ['64', 38.49, 106.23],
    ['65', 43.83, 87.62],
    ['71', 25.03, 121.57],
  ] as const),
  ...([
    ['81', 22.28, 114.16],
    ['82', 22.2, 113.54],
  ] as const),
];

describe('the bounds of a province', () => {
  it.each(SEATS)('%s hold the seat of its government', (province, latitude, longitude) => {
    expect(isOutside({ latitude, longitude }, province)).toBe(false);
    expect(isOutside({ latitude: longitude, longitude: latitude }, province)).toBe(true);
    expect(isOutside({ latitude: -latitude, longitude }, province)).toBe(true);
    expect(isOutside({ latitude: 0, longitude: 0 }, province)).toBe(true);
  });

  it('of places far from each other exclude each other', () => {
    expect(isOutside({ latitude: 39.9, longitude: 116.41 }, '45')).toBe(true);
    expect(isOutside({ latitude: 22.82, longitude: 108.37 }, '11')).toBe(true);
  });

  it('that are unknown exclude nothing', () => {
    expect(isOutside({ latitude: 1, longitude: 2 }, '99')).toBe(false);
  });
});
