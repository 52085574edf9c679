import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  checkUscc,
  composeUscc,
  organisationCheckCharacter,
  usccCheckCharacter,
} from '../../../src/core/identifiers/uscc.ts';

const sound = [
  '91130200699229617X',
  '911302307808371268',
  '914501000000000195',
  '91450400000000027F',
  '91450800000000035Y',
  '91440100000000043H',
  '914512000000000512',
  '1245000000000006X8',
];
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

it.each(sound)('finds no fault in %s', (code) => expect(checkUscc(code)).toEqual([]));

it.each([
  ['91', '450100', 1, '914501000000000195'],
  ['91', '450400', 2, '91450400000000027F'],
  ['91', '450800', 3, '91450800000000035Y'],
  ['91', '440100', 4, '91440100000000043H'],
  ['91', '451200', 5, '914512000000000512'],
  ['12', '450000', 6, '1245000000000006X8'],
])('composes %s %s %d with both check characters', (registration, division, serial, code) => {
  expect(composeUscc(registration, division, serial)).toBe(code);
});

it('notices every single wrong character', () => {
  const anyChange = fc.record({
    code: fc.constantFrom(...sound),
    at: fc.nat(17),
    character: fc.constantFrom(...alphabet),
  });
  fc.assert(
    fc.property(anyChange, ({ code, at, character }) => {
      const changed = code.slice(0, at) + character + code.slice(at + 1);
      expect(checkUscc(changed).some(({ severity }) => severity === 'error')).toBe(changed !== code);
    }),
  );
});

it('every composed code is sound', () => {
  const parts = fc.tuple(
    fc.constantFrom('11', '12', '91', '92', '93'),
    fc.integer({ min: 110000, max: 829999 }),
    fc.integer({ min: 1, max: 99_999_999 }),
  );
  fc.assert(
    fc.property(parts, ([registration, division, serial]) => {
      expect(checkUscc(composeUscc(registration, String(division), serial))).toEqual([]);
    }),
  );
});

it('gives the check character 0 when the sum is divisible by 31', () => {
  expect(usccCheckCharacter('00000000000000000')).toBe('0');
});

it('takes a wrong inner check character for a warning', () => {
  const first17 = '91450100000000018';
  expect(checkUscc(first17 + usccCheckCharacter(first17))).toEqual([
    { code: 'uscc-body-check-character', severity: 'warning' },
  ]);
});

it.each([
  '',
  '91450100000000019',
  '9145010000000001955',
  '91450100000000019o',
  '9145O1000000000195',
  '914501000000000195 ',
  '91450I000000000195',
])('does not take "%s" for a code', (code) =>
  expect(checkUscc(code)).toEqual([{ code: 'uscc-form', severity: 'error' }]),
);

it('writes remainders 10 and 11 of an organisation number as X and 0', () => {
  expect(organisationCheckCharacter('00000006')).toBe('X');
  expect(organisationCheckCharacter('00000000')).toBe('0');
});

it.each([
  ['91', '450100', 0],
  ['91', '450100', 100_000_000],
  ['91', '450100', 1.5],
  ['I1', '450100', 1],
  ['91', '45010', 1],
  ['9', '1450100', 1],
])('refuses to compose %s %s %d', (registration, division, serial) => {
  expect(() => composeUscc(registration, division, serial)).toThrow(RangeError);
});
