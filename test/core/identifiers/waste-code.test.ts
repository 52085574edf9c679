import { expect, it } from 'vitest';
import { wasteCategory, wasteCodeOf, wasteDigits } from '../../../src/core/identifiers/waste-code.ts';

it('ends in its category', () => {
  expect([wasteCategory('900-052-31'), wasteCategory('321-029-48')]).toEqual(['HW31', 'HW48']);
});

it('loses its hyphens on labels and gets them back', () => {
  expect(wasteDigits('900-052-31')).toBe('90005231');
  expect(wasteCodeOf('90005231')).toBe('900-052-31');
});

it.each(['90005231', '900-052-3', 'HW31', '', '900-052-311'])('"%s" is no waste code', (code) => {
  expect(() => wasteCategory(code)).toThrow(RangeError);
  expect(() => wasteDigits(code)).toThrow(RangeError);
});

it('seven digits are no waste code', () => expect(() => wasteCodeOf('9000523')).toThrow(RangeError));
