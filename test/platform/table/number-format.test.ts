import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/platform/table/formats/number-format.ts';

/** Returns the text of a format where a person reads another number in it. */
const disguise = (code: string | number, value: number) => {
  const format = typeof code === 'number' ? formatOf(code, undefined) : formatOf(164, code);
  const { form, shown } = format.numbers(value);
  return form === 'disguised' ? shown : form;
};

describe('a number format', () => {
  it.each([
    ['0"万"', 5_000, '5000万'],
    ['General"0000"', 5, '50000'],
    ['[<1000]0;0,', 51_234, '51'],
    ['0.0;0.0', -22.8, '22.8'],
    ['0.0', 22.81, '22.8'],
    ['0%', 0.5, '50%'],
    ['#,##0,', 5_000, '5'],
    ['0\\.0,"万"', 50_000, '5.0万'],
    ['0.0E+0', 450_100, '4.5E+5'],
    ['##0.0E+0', 999_960, '1.0E+6'],
    ['000-0000', 1_234_567, '123-4567'],
    ['0 0', 50, '5 0'],
    ['_ * -#,##0_ ;_ * -#,##0_ ;"-"', 0, '-'],
    [';;;', 5, ''],
    ['[>9]0', 5, '######'],
    [10, 0.123, '12.30%'],
    [37, -5, '(5)'],
  ])('%s shows %d as %s, which is another number or text', (code, value, shown) => {
    expect(disguise(code, value)).toBe(shown);
  });

  it.each([
    ['#,##0.00', 1_234_567.5],
    ['# ##0', 51_234],
    ['0000000000', 5],
    ['0.000E+00', 450_100],
    ['##0.0E+0', 12_300],
    ['0.###', 22.5],
    ['0.0', -22.8],
    ['[Red]0;[Red]-0', -5],
    ['[>100]0;[>10]0.0;0.00', 5],
    ['0', 1e22],
    ['0.00', 0.1 + 0.2],
    [41, 5],
    [999, 5],
  ])('%s shows %d as the same number', (code, value) => {
    expect(disguise(code, value)).toBe('number');
  });
});
