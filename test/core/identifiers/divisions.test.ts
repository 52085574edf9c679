import { expect, it } from 'vitest';
import { fullDivisionCode, isPlace, provinceOf } from '../../../src/core/identifiers/divisions.ts';

it.each([
  ['450000', '45'],
  ['450400', '45'],
  ['419001', '41'],
])('%s is in province %s', (code, province) => expect(provinceOf(code)).toBe(province));

it('writes short codes with six digits', () => {
  expect(['45', '4504', '450403'].map(fullDivisionCode)).toEqual(['450000', '450400', '450403']);
});

it.each(['', '4', '450', '45040', '4504031', '05', '45a4', '950000'])('"%s" is no division', (code) => {
  expect(() => fullDivisionCode(code)).toThrow(RangeError);
  expect(() => provinceOf(code)).toThrow(RangeError);
});

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
  ['660100', true],
])('%s is a place: %j', (code, is) => {
  const known = ['110000', '110100', '410000', '419000', '450000', '450100', '450981', '810000'];
  expect(isPlace(new Set(known), code)).toBe(is);
});
