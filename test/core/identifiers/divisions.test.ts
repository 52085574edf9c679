import { expect, it } from 'vitest';
import {
  cityOf,
  DIVISION_CODE,
  fullDivisionCode,
  isPlace,
  levelOf,
  provinceOf,
} from '../../../src/core/identifiers/divisions.ts';

it.each([
  ['450000', 'province', '45', undefined],
  ['450400', 'city', '45', '4504'],
  ['450403', 'county', '45', '4504'],
  ['419001', 'county', '41', '4190'],
] as const)('%s is a %s', (code, level, province, city) => {
  expect(levelOf(code)).toBe(level);
  expect(provinceOf(code)).toBe(province);
  if (city) expect(cityOf(code)).toBe(city);
  else expect(() => cityOf(code)).toThrow(RangeError);
});

it('writes short codes with six digits', () => {
  expect(['45', '4504', '450403'].map(fullDivisionCode)).toEqual(['450000', '450400', '450403']);
});

it.each(['', '4', '450', '45040', '4504031', '05', '45a4', '950000'])('"%s" is no division', (code) => {
  expect(() => fullDivisionCode(code)).toThrow(RangeError);
  expect(() => provinceOf(code)).toThrow(RangeError);
  expect(DIVISION_CODE.test(code)).toBe(false);
});

it('a province alone has no city', () => expect(() => cityOf('45')).toThrow(RangeError));

it.each([
  ['4501', true],
  ['450403', false],
  ['450103', true],
  ['450981', true],
  ['459999', false],
  ['110105', true],
  ['119900', false],
  ['419001', true],
  ['810100', true],
  ['190100', false],
])('%s is a place: %j', (code, is) => {
  const known = ['110000', '110100', '410000', '419000', '450000', '450100', '450981', '810000'];
  expect(isPlace(new Set(known), code)).toBe(is);
});
