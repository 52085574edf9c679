/** Laws of the rate over generated honest histories: what must not change a rate or a sum does not. */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';
import type { Act, Finding, History } from './acts.ts';
import { type Neighbours, NO_ERRORS, neighboursOf } from './enterprise.ts';
import { honest } from './histories.ts';
import { live } from './judging.ts';

const app = useApp();
let neighbours: Neighbours;

beforeAll(async () => {
  app.clock.now = new Date('2027-01-10T04:00:00.000Z');
  neighbours = await neighboursOf(app);
}, 60_000);

const laboratory: Finding = { by: 'laboratory', error: 0 };
const histories: readonly History[] = fc.sample(honest, { numRuns: 1, seed: 5 });
const changed = (history: History, change: (act: Act) => readonly Act[]): History => ({
  months: history.months.map((month) => ({ ...month, acts: month.acts.flatMap(change) })),
});
const ratesOf = async (history: History) =>
  (await live(app, neighbours, history, NO_ERRORS)).shown.map(({ period, rates }) => [period, ...rates]);

it.each<[string, (act: Act) => readonly Act[]]>([
  ['all masses three times', (act) => ['tonnes' in act ? { ...act, tonnes: 3 * act.tonnes } : act]],
  [
    'batches that are split',
    (act) => (act.act === 'deliver' ? [act, { act: 'split', lot: 0, share: 250, assay: laboratory }] : [act]),
  ],
  ['a run in two', (act) => (act.act === 'smelt' && act.share === 1000 ? [{ ...act, share: 500 }, act] : [act])],
])(
  '%s leave every rate',
  async (_, change) => {
    for (const history of histories) {
      const whole = changed(history, (act) => [act.act === 'smelt' ? { ...act, share: 1000 } : act]);
      expect(await ratesOf(changed(whole, change))).toEqual(await ratesOf(whole));
    }
  },
  120_000,
);

/** Two months of which the first one feeds a share of the stock in thousandths, and the second one the rest. */
const acrossBorder = (first: number): History => {
  const run = (share: number): Act => ({
    ...{ act: 'smelt', share, yielded: 975, slag: 20, slagAssay: laboratory, end: 'closed', carried: 0 },
  });
  const loads: Act[] = [40, 60].map((tonnes) => ({
    ...{ act: 'deliver', tonnes, ppm: 580_000, assay: laboratory, accepted: 1000 },
  }));
  const none = { count: { item: 'none', factor: 1000, error: 0, booked: false }, fits: [] } as const;
  return {
    months: [
      { acts: [...loads, run(first)], ...none },
      { acts: [run(1000)], ...none },
    ],
  };
};

it('stock that is fed a month later leaves the rate of the quarter', async () => {
  const [early, late] = [await ratesOf(acrossBorder(900)), await ratesOf(acrossBorder(300))];
  expect(early.at(-1)).toEqual(late.at(-1));
  expect(early.at(-1)?.[0]).toBe('2026-Q4');
}, 60_000);

type Lead = { readonly term: string; readonly leadGramsExact: string };

/** Returns the lead of each term and of what was available in a month, in grams with twelve decimals as whole numbers. */
async function leadIn(partyId: string, period: string): Promise<(term: string) => bigint> {
  const { json } = await app.authority.get(`/v1/recovery?partyId=${partyId}&period=${period}`);
  const terms: readonly Lead[] = json.terms;
  return (wanted) => {
    const exact = terms.find(({ term }) => term === wanted)?.leadGramsExact ?? '0';
    const [whole = '0', rest = ''] = exact.split('.');
    return BigInt(`${whole}${rest.padEnd(12, '0')}`);
  };
}

it('stock that moves across a border closes one month, opens the next, and leaves the sum of both', async () => {
  const sums: object[] = [];
  const moved: bigint[] = [];
  for (const first of [900, 300]) {
    const { partyId } = await live(app, neighbours, acrossBorder(first), NO_ERRORS);
    const [before, after] = [await leadIn(partyId, '2026-11'), await leadIn(partyId, '2026-12')];
    for (const of of ['stock', 'work']) expect(after(`opening_${of}`)).toBe(before(`closing_${of}`));
    moved.push(before('closing_stock'));
    const used = (of: typeof before) => of('received') + of('opening_stock') - of('closing_stock');
    const both = (of: (lead: typeof before) => bigint) => String(of(before) + of(after));
    sums.push({ received: both((of) => of('received')), used: both(used), products: both((of) => of('products')) });
  }
  // Used and made is the same lead, whatever part of it lay on the border.
  expect(sums[0]).toEqual(sums[1]);
  expect(Number((moved[1] ?? 0n) - (moved[0] ?? 0n))).toBeGreaterThan(0);
}, 60_000);
