/**
 * An adversary loses, and an honest enterprise is clear. The suite makes short trials with a fixed seed; `npm run adversary` makes
 * long ones with this file, and says by variables how long.
 */
import { writeFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';
import type { Neighbours } from './enterprise.ts';
import { openLanes, shortest, tryAdversary, tryHonest } from './trial.ts';

const { ADVERSARY_HISTORIES = '12', ADVERSARY_HONEST = '10', ADVERSARY_SEED = '5', ADVERSARY_REPORT } = process.env;
const seed = Number(ADVERSARY_SEED);

const app = useApp();
let lanes: Neighbours[];

beforeAll(async () => {
  app.clock.now = new Date('2027-01-10T04:00:00.000Z');
  lanes = await openLanes(app);
}, 60_000);

it('no lie raises a rate above the true one by more than its uncertainty, unless it is flagged or blocked', async () => {
  const trial = { histories: Number(ADVERSARY_HISTORIES), seed };
  const report = await tryAdversary(app, lanes, trial);
  const [lane] = lanes;
  const [first] = report.violations;
  const violation = first && lane && ((await shortest(app, lane, trial, first.index)) ?? first);
  if (ADVERSARY_REPORT) await writeFile(`${ADVERSARY_REPORT}-lies.json`, JSON.stringify({ ...report, violation }));
  expect(violation?.outcome).toBeUndefined();
}, 36_000_000);

it('an honest enterprise is clear, with an uncertainty of at most 1.5 points', async () => {
  const report = await tryHonest(app, lanes, { histories: Number(ADVERSARY_HONEST), seed });
  if (ADVERSARY_REPORT) await writeFile(`${ADVERSARY_REPORT}-honest.json`, JSON.stringify(report));
  expect(report.clear / report.histories, JSON.stringify(report)).toBeGreaterThanOrEqual(0.95);
}, 36_000_000);
