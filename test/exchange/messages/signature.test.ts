import { CompactSign, compactVerify, generateKeyPair } from 'jose';
import { expect, it } from 'vitest';
import { hasCanonicalSignature, signedPart, withCanonicalSignature } from '../../../src/exchange/messages/signature.ts';

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
const sign = () => new CompactSign(Buffer.from('{}')).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
const signed = await Promise.all(Array.from({ length: 40 }, sign));

it('accepts one of both signatures of each message, which stays valid', async () => {
  const given = signed.filter(hasCanonicalSignature);
  expect(given.length).toBeGreaterThan(0);
  expect(given.length).toBeLessThan(signed.length);
  for (const envelope of signed) {
    const canonical = withCanonicalSignature(envelope);
    expect(hasCanonicalSignature(canonical)).toBe(true);
    expect(signedPart(canonical)).toBe(signedPart(envelope));
    expect(withCanonicalSignature(canonical)).toBe(canonical);
    await expect(compactVerify(canonical, publicKey)).resolves.toBeDefined();
    expect(canonical === envelope).toBe(hasCanonicalSignature(envelope));
  }
});

it('refuses other spellings, lengths and numbers outside the group', () => {
  const envelope = withCanonicalSignature(signed[0] ?? '');
  const last = envelope.at(-1) ?? '';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const spare = alphabet[alphabet.indexOf(last) + 1] ?? '';
  const respelled = envelope.slice(0, -1) + spare;
  const bytes = (text: string) => Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64url');
  expect(bytes(respelled)).toEqual(bytes(envelope));
  expect(hasCanonicalSignature(respelled)).toBe(false);
  for (const signature of [
    '',
    'AAAA',
    Buffer.alloc(64).toString('base64url'),
    Buffer.alloc(64, 255).toString('base64url'),
  ]) {
    expect(hasCanonicalSignature(`${signedPart(envelope)}.${signature}`)).toBe(false);
  }
});
