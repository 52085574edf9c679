/** Ghost stock: from 2027 on batteries that are fed in secret, and stay in books and count, lift no rate unseen. */
import { expect, it } from 'vitest';
import { useApp } from '../../../app/fixture.ts';
import { openLanes, tryAdversary } from '../trial.ts';
import { ghosts } from './ghost.ts';

const app = useApp();
const TRIAL = { histories: 8, seed: 7 };

it('is invisible before, and bound by the uncertainty from 2027 on, unless it is flagged or blocked', async () => {
  app.clock.now = new Date('2026-12-05T04:00:00.000Z');
  const before = await tryAdversary(app, await openLanes(app), TRIAL, ghosts(2026));
  expect(before.violations.length).toBeGreaterThan(0);
  app.clock.now = new Date('2027-03-05T04:00:00.000Z');
  const since = await tryAdversary(app, await openLanes(app), TRIAL, ghosts(2027));
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toContain('STOCK_NOT_OBSERVED');
  expect(since.evaluations.clear).toBeGreaterThan(0);
}, 600_000);
