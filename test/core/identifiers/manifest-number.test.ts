import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatManifestNumber, MANIFEST_NUMBER } from '../../../src/core/identifiers/manifest-number.ts';

it('writes year, province, city and serial', () => {
  expect(formatManifestNumber({ year: 2026, city: '4504', serial: 1 })).toBe('20264504000001');
});

it.each(['', '2026450400001', '202645040000011', '2026450400000a', ' 20264504000001', '２０２６４５０４０００００１'])(
  '"%s" is no number',
  (text) => {
    expect(text).not.toMatch(MANIFEST_NUMBER);
  },
);

it('writes a number that is valid, and another for other parts', () => {
  const parts = fc.record({
    year: fc.integer({ min: 1000, max: 9999 }),
    city: fc.integer({ min: 1000, max: 9999 }).map(String),
    serial: fc.integer({ min: 1, max: 999_999 }),
  });
  fc.assert(
    fc.property(parts, ({ year, city, serial }) => {
      const number = formatManifestNumber({ year, city, serial });
      expect(number).toMatch(MANIFEST_NUMBER);
      expect([number.slice(0, 4), number.slice(4, 8), number.slice(8)].map(Number)).toEqual([
        year,
        Number(city),
        serial,
      ]);
    }),
  );
});

it.each([
  { year: 2026, city: '4504', serial: 0 },
  { year: 2026, city: '4504', serial: 1_000_000 },
  { year: 2026, city: '450400', serial: 1 },
  { year: 26, city: '4504', serial: 1 },
])('refuses to write %o', (parts) => expect(() => formatManifestNumber(parts)).toThrow(RangeError));
