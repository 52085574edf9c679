import { describe, expect, it } from 'vitest';
import {
  byAddress,
  byLogin,
  byPlace,
  stepMs,
  turnOf,
  turnsOf,
  waitSeconds,
} from '../../../src/identity/login/lock-out.ts';

const at = new Date('2026-10-15T04:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);
const secret = Buffer.alloc(32, 7);
const here = { address: '192.0.2.1', device: undefined };

describe('a lock-out', () => {
  it('of an account at one place doubles with each further failed attempt, up to an hour', () => {
    const waits = [5, 6, 7, 8, 9, 10, 11, 12, 1_000].map((failures) =>
      waitSeconds(byPlace('anna', here, secret), { failures, lastAt: at }, at),
    );
    expect(waits).toEqual([60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
    expect(waitSeconds(byPlace('anna', here, secret), { failures: 5, lastAt: at }, later(59_999))).toBe(1);
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
    expect(byPlace('my password', here, secret).key).toMatch(/^login:[\w-]{43}@[\w-]{43}$/);
    expect(byLogin('anna').key).not.toBe(byLogin('berta').key);
    expect(byPlace('anna', here, secret).key).not.toBe(byPlace('anna', { ...here, device: here.address }, secret).key);
  });

  it('keeps known addresses under a secret, because all addresses can be tried', () => {
    const keyOf = (login: string, key: Buffer) => byPlace(login, here, key).key.split('@')[1];
    expect(keyOf('anna', secret)).not.toBe(keyOf('anna', Buffer.alloc(32, 8)));
    expect(keyOf('anna', secret)).not.toBe(keyOf('berta', secret));
  });

  it('of strangers ends for an unknown address within a quarter of an hour', () => {
    const turns = turnsOf('anna');
    expect([stepMs(turns), turns.max * stepMs(turns)]).toEqual([3_000, 15 * 60_000]);
  });

  it('gives one turn to a network that a provider gives to one customer', () => {
    const turns = ['2001:db8:1:1', '2001:db8:1:2', '2001:db8:2:1', '192.0.2.1', '192.0.2.2'];
    expect(new Set(turns.map((address) => turnOf('anna', address))).size).toBe(4);
    expect(turnOf('anna', '192.0.2.1').length).toBeLessThan(100);
  });
});
