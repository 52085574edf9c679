import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { decrypt, encrypt } from '../../../src/identity/keys/encryption.ts';

it('an encrypted text is decrypted with its key and its name only, and not after a change', () => {
  const key = randomBytes(32);
  const encrypted = encrypt('私钥', 'name', key);
  expect(encrypted.includes('私钥')).toBe(false);
  expect(decrypt(encrypted, 'name', key)).toBe('私钥');
  expect(decrypt(encrypted, 'other', key)).toBeUndefined();
  expect(decrypt(encrypted, 'name', randomBytes(32))).toBeUndefined();
  encrypted[encrypted.length - 1] = (encrypted.at(-1) ?? 0) ^ 1;
  expect(decrypt(encrypted, 'name', key)).toBeUndefined();
});

it('the same text is never encrypted alike', () => {
  const key = randomBytes(32);
  expect(encrypt('x', 'name', key)).not.toEqual(encrypt('x', 'name', key));
});
