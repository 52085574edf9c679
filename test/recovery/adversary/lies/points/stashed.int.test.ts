/** Batteries that an own point received and the furnace got, and false dates of steps. They lift no rate unseen. */
import { expect, it } from 'vitest';
import { useApp } from '../../../../app/fixture.ts';
import { tryBothLaws, useLawOfBefore } from '../both-laws.ts';
import { stashed } from './stashed.ts';

const app = useApp();

/** Sites that do not recycle need no observation, and receivers and partners are believed. */
useLawOfBefore(app, {
  'recovery.unobserved-sites': { sites: 'recyclers' },
  'recovery.loads-on-the-way': { loads: 'believed' },
  'recovery.unconfirmed-sites': { sites: 'recyclers' },
});

it('are invisible where points are left out, and bound by the uncertainty elsewhere, unless flagged or blocked', async () => {
  const { before, since } = await tryBothLaws(app, stashed, { seed: 3, before: [2, 7], since: [0, 2] });
  process.stdout.write(
    `${JSON.stringify([before, since].map(({ violations, ...one }) => [violations.length, one]))}\n`,
  );
  expect(before.violations.length).toBeGreaterThan(0);
  expect(since.violations).toEqual([]);
  expect(Object.keys(since.findings)).toEqual(
    expect.arrayContaining(['STOCK_NOT_OBSERVED', 'LOADS_ON_THE_WAY', 'UNCONFIRMED_MASS']),
  );
}, 600_000);
