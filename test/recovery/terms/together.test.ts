import { expect, it } from 'vitest';
import { ofNumber } from '../../../src/recovery/fraction.ts';
import { leadIn } from '../../../src/recovery/lead.ts';
import { recoveryFinding } from '../../../src/recovery/problems.ts';
import { type Tolerated, togetherFindings } from '../../../src/recovery/terms/together.ts';

const grams = (lead: number) => leadIn(lead, 1_000_000, 0);
const NONE: Tolerated = {
  weak: 0n,
  uncovered: 0n,
  counts: 0n,
  openRuns: 0n,
  unconfirmed: 0n,
  atGate: 0n,
  onTheWay: 0n,
  unobserved: 0n,
  sales: 0n,
};
const RATE = { available: grams(100_000), expanded: ofNumber(0.005) };
const found = (tolerated: Partial<Tolerated>, others: Parameters<typeof togetherFindings>[1] = []) =>
  togetherFindings({ ...NONE, ...tolerated }, others, RATE);

it('tolerances within the uncertainty of the rate need no review', () => {
  expect(found({})).toEqual([]);
  expect(found({ weak: grams(200), counts: grams(100), openRuns: grams(100), unconfirmed: grams(100) })).toEqual([]);
});

it.each<keyof Tolerated>([
  'weak',
  'uncovered',
  'counts',
  'openRuns',
  'unconfirmed',
  'atGate',
  'onTheWay',
  'unobserved',
  'sales',
])('beyond it %s add up with the rest', (name) => {
  const half: Tolerated = { ...NONE, weak: grams(250), counts: grams(250) };
  const more = { ...half, [name]: half[name] + grams(1) };
  expect(found(half)).toEqual([]);
  expect(found(more)).toMatchObject([
    {
      code: 'TOLERANCES_TOGETHER',
      severity: 'flag',
      facts: { leadGrams: 501, sharePercent: '0.50', limitPercent: '0.50' },
    },
  ]);
});

it('a tolerance that has a finding of its own is not counted again', () => {
  const flagged = recoveryFinding('UNCONFIRMED_MASS', { ownGrams: 1, lessGrams: 0, sentGrams: 0, wholeGrams: 1 });
  const noted = recoveryFinding('OPEN_RUNS', { countedOn: '2026-10-31', runs: 1, massGrams: 1, leadGrams: 1 }, 'note');
  expect(found({ unconfirmed: grams(9_000), weak: grams(400) }, [flagged])).toEqual([]);
  expect(found({ openRuns: grams(400), weak: grams(400) }, [noted])).toHaveLength(1);
  expect(found({ openRuns: -grams(400), weak: grams(501) })).toHaveLength(1);
});

it('a rate of nothing has no tolerances', () => {
  expect(togetherFindings({ ...NONE, weak: grams(1) }, [], { available: 0n, expanded: ofNumber(0) })).toEqual([]);
});
