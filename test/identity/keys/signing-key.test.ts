import { describe, expect, it } from 'vitest';
import { isRotationDue, signingKeyAt, verifyingKeysAt } from '../../../src/identity/keys/signing-key.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 9, 15) + seconds * 1000);
const DAY = 86_400;

describe('signing keys', () => {
  const [first, second] = [{ signsFrom: at(0) }, { signsFrom: at(1_000) }];

  it.each([
    [-1, undefined],
    [0, first],
    [999, first],
    [1_000, second],
  ])('%i seconds after the first becomes valid, the newest valid key signs', (seconds, expected) => {
    expect(signingKeyAt([second, first], at(seconds))).toBe(expected);
  });

  it('verify until the last token that they signed has expired', () => {
    expect(verifyingKeysAt([first, second], at(1_659))).toEqual([first, second]);
    expect(verifyingKeysAt([first, second], at(1_660))).toEqual([second]);
    expect(verifyingKeysAt([second], at(365 * DAY))).toEqual([second]);
  });

  it('are replaced after ninety days', () => {
    expect(isRotationDue([], at(0))).toBe(true);
    expect(isRotationDue([first], at(90 * DAY - 1))).toBe(false);
    expect(isRotationDue([first], at(90 * DAY))).toBe(true);
    expect(isRotationDue([first, { signsFrom: at(90 * DAY) }], at(90 * DAY))).toBe(false);
  });
});
