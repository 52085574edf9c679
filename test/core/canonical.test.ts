import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalHash, canonicalJson } from '../../src/core/canonical.ts';

test('writes members in the order of their UTF-16 code units, numbers in their shortest form (RFC 8785)', () => {
  expect(canonicalJson({ b: [1.0, 1e21], a: { '\ufb33': 0, '😀': 1, '€': null }, skipped: undefined })).toBe(
    '{"a":{"€":null,"😀":1,"\ufb33":0},"b":[1,1e+21]}',
  );
  expect(canonicalJson(new Date(0))).toBe('"1970-01-01T00:00:00.000Z"');
});

test('reads back as the same value, and its text does not depend on the order of members', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalHash(JSON.parse(text))).toBe(canonicalHash(value));
    }),
  );
});

test('hashes the UTF-8 bytes of the text', () =>
  expect(canonicalHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'));

test.each([
  ['nothing', undefined],
  ['a function', () => 1],
  ['NaN', { value: Number.NaN }],
  ['an infinite number', [Number.POSITIVE_INFINITY]],
  ['a lone surrogate', '\ud800'],
  ['a big integer', 1n],
])('rejects %s', (_, value) => {
  expect(() => canonicalJson(value)).toThrow();
  expect(() => canonicalHash(value)).toThrow();
});
