import { expect, it } from 'vitest';
import { composeDigitalCode, parseDigitalCode } from '../../src/core/digital-code.ts';

const parts = { uscc: '91450400000000027F', wasteCode: '900-052-31', packedOn: '2026-01-05', serial: 1 };
const code = '91450400000000027F9000523120260105001';

it('a package has 37 characters of organisation, waste, day and serial', () => {
  expect(composeDigitalCode(parts)).toBe(code);
  expect(code).toHaveLength(37);
});

it('reads what it wrote', () => expect(parseDigitalCode(code)).toEqual(parts));

it.each([
  ['a character short', code.slice(0, 36)],
  ['a character long', `${code}1`],
  ['a wrong check character', code.replace('27F', '27G')],
  ['a day that does not exist', code.replace('20260105', '20260230')],
  ['the serial 000', `${code.slice(0, 34)}000`],
  ['a letter in the waste code', code.replace('90005231', '9000523I')],
])('does not read a code with %s', (_, text) => expect(parseDigitalCode(text)).toBeUndefined());

it.each([
  { ...parts, serial: 0 },
  { ...parts, serial: 1000 },
  { ...parts, wasteCode: '90005231' },
  { ...parts, packedOn: '2026-02-30' },
  { ...parts, uscc: '91450400000000027G' },
])('refuses to compose %o', (wrong) => expect(() => composeDigitalCode(wrong)).toThrow(RangeError));
