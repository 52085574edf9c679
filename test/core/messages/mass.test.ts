import { describe, expect, it } from 'vitest';
import { shownMass } from '../../../src/core/messages/mass.ts';

describe('a mass in a sentence', () => {
  it.each([
    [0, '0 kg', '0 千克'],
    [1, '0.001 kg', '0.001 千克'],
    [198_400, '198.4 kg', '198.4 千克'],
    [999_999, '999.999 kg', '999.999 千克'],
    [1_000_000, '1 t', '1 吨'],
    [1_000_001, '1.000001 t', '1.000001 吨'],
    [12_345_600_000, '12 345.6 t', '12 345.6 吨'],
    [9_007_199_254_740_991, '9 007 199 254.740991 t', '9 007 199 254.740991 吨'],
    [-5_500, '-5.5 kg', '-5.5 千克'],
    [1_499.6, '1.5 kg', '1.5 千克'],
    ['198400', '198.4 kg', '198.4 千克'],
    ['much', 'much', 'much'],
  ])('of %s g is %s, in Chinese %s', (grams, en, zh) => {
    expect([shownMass(grams, 'en'), shownMass(grams, 'zh')]).toEqual([en, zh]);
  });
});
