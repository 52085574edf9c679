/**
 * Generator of histories with ghost stock: batteries are fed in secret, and stay in books and count. In one month they came in that
 * month, and the stock grows. In two months, those of the second were honestly there at its opening, and an authority saw them; then they
 * are gone, and the stock need not grow.
 */
import fc from 'fast-check';
import type { Act, Finding, History, Month, Year } from '../acts.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };

const month = fc.record({
  loads: fc.array(fc.tuple(within(20, 120), within(540_000, 620_000)), { minLength: 2, maxLength: 4 }),
  /** Stock that stays in the books, from less than the uncertainty of the rate up to half of it. */
  share: fc.oneof(within(994, 1000), within(950, 1000), within(500, 1000)),
  /** Part of the rest that is fed in secret, and lost. */
  ghost: fc.oneof(within(1, 200), within(200, 1000)),
  lost: within(0, 8),
  slag: within(2, 15),
  /** An authority comes now and then. */
  observed: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
type Of = typeof month extends fc.Arbitrary<infer One> ? One : never;

const NO_LIE = { count: { item: 'none', factor: 1000, error: 0, booked: false }, fits: [] } as const;

const OUT: readonly Act[] = [
  { act: 'slag-out', way: 'disposal' },
  { act: 'sell', share: 900 },
];

const deliveries = ({ loads }: Of): Act[] =>
  loads.map(([tonnes, ppm]) => ({ act: 'deliver', tonnes, ppm, assay: TRUE, accepted: 1000 }));

function runOf({ lost, slag }: Of, share: number): Act[] {
  const closed = { slagAssay: TRUE, end: 'closed', carried: 0 } as const;
  return [{ act: 'smelt', share, yielded: 1000 - lost - slag, slag, ...closed }];
}

const feedSecretly = (lots: number, share: number): Act[] =>
  Array.from({ length: lots }, (_, lot) => ({ act: 'feed-unrecorded', lot, share }));

const monthOf = (of: Of): Month => ({
  ...{ ...NO_LIE, observed: of.observed },
  acts: [...deliveries(of), ...runOf(of, of.share), ...feedSecretly(of.loads.length, of.ghost), ...OUT],
});

/** Ghosts of the month itself. */
const fresh = month.map((of): Month[] => [monthOf(of)]);

/** Ghosts of the opening stock: what honestly stayed of the first month, and an authority saw, is gone in the second. */
const old = fc.tuple(month, month, within(500, 950), fc.boolean()).map(([first, second, share, lost]): Month[] => [
  {
    ...{ ...NO_LIE, observed: true },
    acts: [...deliveries(first), ...runOf(first, share), ...OUT],
  },
  {
    ...{ ...NO_LIE, observed: second.observed },
    acts: [
      // The old batteries are the first ones in stock.
      ...(lost ? [] : feedSecretly(first.loads.length, second.ghost)),
      ...deliveries(second),
      ...runOf(second, share),
      ...(lost ? feedSecretly(first.loads.length, second.ghost) : []),
      ...OUT,
    ],
  },
]);

export const ghosts = (year: Year): fc.Arbitrary<History> => fc.oneof(fresh, old).map((months) => ({ year, months }));
