import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatManifestNumber, parseManifestNumber } from '../../../src/core/identifiers/manifest-number.ts';

it('reads year, province, city and serial', () => {
  expect(parseManifestNumber('20264504000001')).toEqual({ year: 2026, province: '45', city: '4504', serial: 1 });
});

it('reads the cities that no list of cities has', () => {
  expect(parseManifestNumber('20264190000017')).toMatchObject({ city: '4190', serial: 17 });
});

it.each(['', '2026450400001', '202645040000011', '2026450400000a', ' 20264504000001', '２０２６４５０４０００００１'])(
  '"%s" is no number',
  (text) => {
    expect(parseManifestNumber(text)).toBeUndefined();
  },
);

it('what was written reads the same', () => {
  const parts = fc.record({
    year: fc.integer({ min: 1000, max: 9999 }),
    city: fc.integer({ min: 1000, max: 9999 }).map(String),
    serial: fc.integer({ min: 1, max: 999_999 }),
  });
  fc.assert(
    fc.property(parts, (number) => {
      expect(parseManifestNumber(formatManifestNumber(number))).toEqual({
        ...number,
        province: number.city.slice(0, 2),
      });
    }),
  );
});

it.each([
  { year: 2026, city: '4504', serial: 0 },
  { year: 2026, city: '4504', serial: 1_000_000 },
  { year: 2026, city: '450400', serial: 1 },
  { year: 26, city: '4504', serial: 1 },
])('refuses to write %o', (parts) => expect(() => formatManifestNumber(parts)).toThrow(RangeError));
