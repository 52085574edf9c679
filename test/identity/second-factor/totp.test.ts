import { describe, expect, it } from 'vitest';
import { addressOfSecret, newSecret, stepOfCode } from '../../../src/identity/second-factor/totp-adapter.ts';

/** The secret of RFC 6238, Appendix B: the bytes of `12345678901234567890`. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1_000);

describe('a code of an authenticator application', () => {
  // The last six of the eight digits of the appendix.
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [20_000_000_000, '353130', 666_666_666],
  ])('at %i s is that of RFC 6238', (seconds, code, step) => {
    expect(stepOfCode(SECRET, code, at(seconds))).toBe(step);
  });

  it('is accepted half a minute early or late, as its own step, and no longer', () => {
    expect([30, 0, 89].map((seconds) => stepOfCode(SECRET, '287082', at(seconds)))).toEqual([1, 1, 1]);
    expect([90, 1_000].map((seconds) => stepOfCode(SECRET, '287082', at(seconds)))).toEqual([undefined, undefined]);
    expect(stepOfCode(SECRET, '287083', at(59))).toBeUndefined();
  });

  it('comes from a secret of 160 bits, which the picture names with the login name', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(secret);
    const address = new URL(addressOfSecret(secret, 'anna.li'));
    expect([address.protocol, decodeURIComponent(address.pathname)]).toEqual(['otpauth:', '/Leadloop:anna.li']);
    expect(address.searchParams.get('secret')).toBe(secret);
  });
});
