import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashSecret, matchesSecret, newSecret, rotateSecrets } from '../../../src/identity/clients/client.ts';
import { holdingAt, isDue, seal, signingAt, unseal } from '../../../src/identity/keys/signing-key.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 9, 15) + seconds * 1000);
const DAY = 86_400;

describe('signing keys', () => {
  const [first, second] = [{ signsFrom: at(0) }, { signsFrom: at(1_000) }];

  it.each([
    [-1, undefined],
    [0, first],
    [999, first],
    [1_000, second],
  ])('%i seconds after the first begins, the one that signs is the newest that has begun', (seconds, expected) => {
    expect(signingAt([second, first], at(seconds))).toBe(expected);
  });

  it('hold until the last token they signed has expired', () => {
    expect(holdingAt([first, second], at(1_659))).toEqual([first, second]);
    expect(holdingAt([first, second], at(1_660))).toEqual([second]);
    expect(holdingAt([second], at(365 * DAY))).toEqual([second]);
  });

  it('are replaced after ninety days', () => {
    expect(isDue([], at(0))).toBe(true);
    expect(isDue([first], at(90 * DAY - 1))).toBe(false);
    expect(isDue([first], at(90 * DAY))).toBe(true);
    expect(isDue([first, { signsFrom: at(90 * DAY) }], at(90 * DAY))).toBe(false);
  });
});

describe('what is sealed', () => {
  const key = randomBytes(32);

  it('is opened with its key under its name only', () => {
    const sealed = seal('私钥', 'name', key);
    expect(unseal(sealed, 'name', key)).toBe('私钥');
    expect(unseal(sealed, 'other', key)).toBeUndefined();
    expect(unseal(sealed, 'name', randomBytes(32))).toBeUndefined();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(unseal(sealed, 'name', key)).toBeUndefined();
  });
});

describe('the secrets of a client', () => {
  it('hold until another one has overlapped them', () => {
    const [old, next] = [newSecret(), newSecret()];
    const kept = rotateSecrets([{ hash: hashSecret(old), expiresAt: null }], hashSecret(next), {
      now: at(0),
      overlapMs: 3_600_000,
    });
    const holds = (secret: string, seconds: number) => matchesSecret(kept, secret, at(seconds));
    expect([holds(old, 3_599), holds(old, 3_600), holds(next, 0), holds(next, 365 * DAY)]).toEqual([
      ...[true, false, true, true],
    ]);
    expect(holds(newSecret(), 0)).toBe(false);
  });

  it('are never given longer by a second change', () => {
    const old = { hash: hashSecret('a'), expiresAt: at(60).toISOString() };
    const kept = rotateSecrets([old], hashSecret('b'), { now: at(0), overlapMs: 3_600_000 });
    expect(kept[0]).toEqual(old);
    expect(rotateSecrets(kept, hashSecret('c'), { now: at(60), overlapMs: 0 }).map(({ hash }) => hash)).toEqual([
      ...[hashSecret('b'), hashSecret('c')],
    ]);
  });
});
