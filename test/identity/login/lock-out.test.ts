import { describe, expect, it } from 'vitest';
import { byAddress, byLogin, LOCK_OUT_MS, stepMs, waitSeconds } from '../../../src/identity/login/lock-out.ts';

const at = new Date('2026-10-15T04:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);

describe('a lock-out', () => {
  it('of an account lasts to the second', () => {
    expect(waitSeconds(byLogin('anna'), at, at)).toBe(LOCK_OUT_MS / 1_000);
    expect(waitSeconds(byLogin('anna'), at, later(LOCK_OUT_MS - 1))).toBe(1);
  });

  it('of an address ends with the next attempt that is forgotten', () => {
    expect(stepMs(byAddress('::1'))).toBe(30_000);
    expect(waitSeconds(byAddress('::1'), at, at)).toBe(30);
    expect(waitSeconds(byAddress('::1'), at, later(59_500))).toBe(1);
  });

  it('counts under hashed names, so that no login name, address or mistyped password is stored', () => {
    expect(byLogin('my password').key).toMatch(/^login:[\w-]{43}$/);
    expect(byAddress('192.0.2.1').key).toMatch(/^address:[\w-]{43}$/);
    expect(byLogin('anna').key).not.toBe(byLogin('berta').key);
  });
});
