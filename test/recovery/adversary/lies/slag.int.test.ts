/** A friend sends paste as slag, of which little lead is stated. It lifts no rate unseen. */
import { expect, it } from 'vitest';
import { useApp } from '../../../app/fixture.ts';
import { openLanes, tryAdversary } from '../trial.ts';
import { foreignSlag } from './slag.ts';

const app = useApp();

it('is bound by the uncertainty, unless flagged or blocked, and does lift rates', async () => {
  app.clock.now = new Date('2027-04-05T04:00:00.000Z');
  const { violations, ...report } = await tryAdversary(
    app,
    await openLanes(app),
    { histories: 2, seed: 11 },
    foreignSlag(2027),
  );
  process.stdout.write(`${JSON.stringify([violations.length, report])}\n`);
  expect(violations).toEqual([]);
  expect(report.refusedRequests).toBe(0);
  expect(report.tooHigh.flagged + report.tooHigh.blocked).toBeGreaterThan(0);
}, 600_000);
