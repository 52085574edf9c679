import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { latestInstantIn, openMonthClock } from '../../src/demo/stage/month-clock.ts';
import { followClock, setClock } from '../../src/platform/process/shared-clock.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-clock-'));
  file = join(folder, 'clock.json');
});
afterEach(() => rm(folder, { recursive: true }));

it('begins before the month, and is seen at once by those who follow it when a request speaks of a later time', () => {
  const clock = openMonthClock(file);
  const follower = followClock(file);
  expect(follower().toISOString().slice(0, 10)).toBe('2026-09-29');
  clock.reach({ lines: [{ occurredAt: '2026-10-12T08:00:00+08:00' }] });
  expect(follower().getTime()).toBeGreaterThanOrEqual(Date.parse('2026-10-12T00:00:00Z'));
  expect(follower().getTime()).toBeLessThan(Date.parse('2026-10-12T08:00:00Z'));
});

it('never goes back, in a run or in the next one', () => {
  setClock(file, new Date('2026-10-20T00:00:00Z'));
  const clock = openMonthClock(file);
  clock.reach({ at: '2026-10-03T00:00:00Z' });
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(Date.parse('2026-10-20T00:00:00Z'));
});

it.each([
  [{ at: '2026-10-05T00:00:00Z', validTo: '2031-01-01' }, '2026-10-05T00:00:00.000Z'],
  [{ countedOn: '2026-10-31', at: 'soon' }, '2026-10-31T16:00:00.000Z'],
  [
    [{ batch: { occurredAt: '2026-10-05T00:00:00Z' } }, { batch: { occurredAt: '2026-10-06T00:00:00Z' } }],
    '2026-10-06T00:00:00.000Z',
  ],
  [{ name: 'without a time' }, '1970-01-01T00:00:00.000Z'],
])('the latest time in %j is %s', (body, at) => {
  expect(new Date(latestInstantIn(body)).toISOString()).toBe(at);
});
