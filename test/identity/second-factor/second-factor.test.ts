import { describe, expect, it } from 'vitest';
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  readableSecret,
  secretNameOf,
  typedCode,
} from '../../../src/identity/second-factor/second-factor.ts';

describe('recovery codes', () => {
  it('are ten, can be read aloud, and never the same', () => {
    const made = Array.from({ length: 50 }, newRecoveryCodes);
    for (const codes of made) expect(codes).toHaveLength(10);
    expect(new Set(made.flat()).size).toBe(500);
    for (const code of made.flat()) expect(code).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){2}$/);
  });

  it('are stored under hashes that differ between people', () => {
    expect(hashOfRecoveryCode('a', 'abcd-efgh-jkmn')).toMatch(/^[\w-]{43}$/);
    expect(hashOfRecoveryCode('a', 'abcd-efgh-jkmn')).not.toBe(hashOfRecoveryCode('b', 'abcd-efgh-jkmn'));
    expect(secretNameOf('a')).not.toBe(secretNameOf('b'));
  });
});

describe('a typed code', () => {
  it.each([
    ['123456', { digits: '123456' }],
    [' １２３ ４５６ ', { digits: '123456' }],
    ['ABCD efgh—jkmn', { recovery: 'abcd-efgh-jkmn' }],
    ['abcdefghjkmn', { recovery: 'abcd-efgh-jkmn' }],
    ['12345', undefined],
    ['1234567', undefined],
    ['abcd-efgh', undefined],
    ['', undefined],
  ])('"%s" is read as %o', (text, code) => {
    expect(typedCode(text)).toEqual(code);
  });
});

it('a secret is shown in groups of four', () => {
  expect(readableSecret('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
});
