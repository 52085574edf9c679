import { describe, expect, it } from 'vitest';
import { byAddress, byLogin, byPlace, countersOf, stepMs, waitSeconds } from '../../../src/identity/login/lock-out.ts';

const at = new Date('2026-10-15T04:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);
const here = { address: '192.0.2.1', device: undefined };

describe('a lock-out', () => {
  it('of an account at one place doubles with each further failed attempt, up to an hour', () => {
    const waits = [5, 6, 7, 8, 9, 10, 11, 12, 1_000].map((failures) =>
      waitSeconds(byPlace('anna', here), { failures, lastAt: at }, at),
    );
    expect(waits).toEqual([60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
    expect(waitSeconds(byPlace('anna', here), { failures: 5, lastAt: at }, later(59_999))).toBe(1);
  });

  it('of an address ends with the next attempt that is forgotten', () => {
    const locked = { failures: 30, lastAt: at };
    expect(stepMs(byAddress('::1'))).toBe(30_000);
    expect(waitSeconds(byAddress('::1'), locked, at)).toBe(30);
    expect(waitSeconds(byAddress('::1'), locked, later(59_500))).toBe(1);
  });

  it('counts under hashed names, so that no login name, address or mistyped password is stored', () => {
    expect(byLogin('my password').key).toMatch(/^login:[\w-]{43}$/);
    expect(byAddress('192.0.2.1').key).toMatch(/^address:[\w-]{43}$/);
    expect(byPlace('my password', here).key).toMatch(/^login:[\w-]{43}@[\w-]{43}$/);
    expect(byLogin('anna').key).not.toBe(byLogin('berta').key);
    expect(byPlace('anna', here).key).not.toBe(byPlace('anna', { ...here, device: here.address }).key);
  });

  it('of strangers does not count at a known device', () => {
    const known = countersOf('anna', { address: '192.0.2.1', device: 'd' }).map(({ key }) => key);
    const strange = countersOf('anna', here).map(({ key }) => key);
    expect(known).toHaveLength(1);
    expect(strange).toHaveLength(3);
    expect(strange.filter((key) => known.includes(key))).toEqual([]);
  });
});
