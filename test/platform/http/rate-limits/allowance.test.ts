import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networkOf } from '../../../../src/platform/http/rate-limits/address.ts';
import { createAllowances } from '../../../../src/platform/http/rate-limits/allowance.ts';

const clocked = (perSecond: number, burst: number) => {
  const clock = { ms: 0 };
  return { clock, ...createAllowances(perSecond, burst, () => clock.ms) };
};

it('lets a burst pass, gives the next call its waiting time, and lets it pass then', () => {
  const { clock, take } = clocked(0.5, 3);
  expect([take('a'), take('a'), take('a'), take('a')]).toEqual([0, 0, 0, 2]);
  expect(take('b')).toBe(0);
  clock.ms = 1_999;
  expect(take('a')).toBe(1);
  clock.ms = 2_000;
  expect([take('a'), take('a')]).toEqual([0, 2]);
});

it('looking takes nothing', () => {
  const { look, take } = clocked(1, 1);
  expect([look('a'), look('a'), take('a'), look('a'), look('a')]).toEqual([0, 0, 0, 1, 1]);
});

it('what is given back may be taken again, and no more than that', () => {
  const { give, take } = clocked(1, 2);
  give('a');
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
  give('a');
  expect([take('a'), take('a')]).toEqual([0, 1]);
  for (let n = 0; n < 9; n += 1) give('a');
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
});

it('whatever the pauses, never more pass than the burst and the rate allow', () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(pauses, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 30 }), (steps, rate, burst) => {
      const { clock, take } = clocked(rate, burst);
      let passed = 0;
      for (const pause of steps) {
        clock.ms += pause;
        if (take('a') === 0) passed += 1;
      }
      expect(passed).toBeLessThanOrEqual(burst + (clock.ms / 1_000) * rate + 1e-6);
    }),
  );
});

it('remembers no more keys than it has room for', () => {
  const { take, size } = clocked(1, 1);
  for (let n = 0; n < 50_100; n += 1) take(String(n));
  expect(size()).toBe(50_000);
});

it.each([
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0DB8:0:0:9:8:7:6', '2001:db8:0:0'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
