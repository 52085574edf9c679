/** Generators of histories: those of an adversary, and those of an honest enterprise. */
import fc from 'fast-check';
import type { Act, CountLie, Finding, Fit, History, Month } from './acts.ts';
import { afterwards, corrected, correction } from './lies/afterwards/corrected.ts';
import { bundled } from './lies/bundled.ts';
import { ghosts } from './lies/ghost.ts';
import { phantoms } from './lies/phantom.ts';
import { dates, placed, stashed } from './lies/points/stashed.ts';
import { inventedSales } from './lies/sales/invented.ts';
import { sampled } from './lies/sampled.ts';
import { subtle } from './lies/small.ts';

const within = (min: number, max: number) => fc.integer({ min, max });

/** Analyses that an adversary may file: a laboratory states the truth, all others and forged certificates any content. */
const finding = (min: number, max: number): fc.Arbitrary<Finding> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Finding>({ by: 'laboratory', error: 0 }) },
    {
      weight: 1,
      arbitrary: fc.record({
        by: fc.constantFrom('own' as const, 'nobody' as const, 'forged' as const, 'borrowed' as const),
        error: within(min, max),
      }),
    },
  );

const lower = finding(-150_000, 20_000);
const higher = finding(-20_000, 300_000);
const tonnes = within(20, 120);
const ppm = within(540_000, 620_000);
const lot = fc.nat({ max: 5 });

const smelt: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('smelt' as const),
  share: fc.oneof(fc.constant(1000), within(300, 1000)),
  yielded: fc.oneof(within(700, 960), within(950, 985)),
  slag: within(2, 25),
  slagAssay: higher,
  end: fc.oneof(
    { weight: 4, arbitrary: fc.constant('closed' as const) },
    { weight: 1, arbitrary: fc.constantFrom('open' as const, 'carried' as const) },
  ),
  carried: within(10, 1000),
  byRun: fc.boolean(),
});
/** A run of which some step may have a false date. */
const datedSmelt: fc.Arbitrary<Act> = fc.tuple(smelt, dates).map(([run, dated]) => ({ ...run, ...dated }));

const LOADS: readonly fc.Arbitrary<Act>[] = [
  fc.record({ act: fc.constant('deliver' as const), tonnes, ppm, assay: lower, accepted: fc.constant(1000) }),
  fc.record({ act: fc.constant('deliver' as const), tonnes, ppm, assay: lower, accepted: within(900, 1000) }),
  fc.record({
    act: fc.constant('collect' as const),
    tonnes: within(1, 60),
    ppm,
    assay: lower,
    declared: within(300, 1000),
  }),
  fc.record({
    ...{ act: fc.constant('gather' as const), tonnes: within(1, 60), ppm, assay: lower },
    ...{ declared: within(300, 1000), accepted: within(500, 1000) },
  }),
  fc.record({ act: fc.constant('supply' as const), tonnes: within(1, 20), assay: lower }),
  fc.record({
    ...{ act: fc.constant('reagent' as const), tonnes: within(1, 60), ppm: fc.constantFrom(0, 580_000) },
    assay: fc.oneof(fc.constant(null), finding(-600_000, 0)),
  }),
];

const TRICKS: readonly fc.Arbitrary<Act>[] = [
  fc.record({ act: fc.constant('split' as const), lot, share: within(50, 950), assay: finding(-400_000, 100_000) }),
  fc.record({ act: fc.constant('merge' as const), assay: lower }),
  fc.record({ act: fc.constant('reassay' as const), lot, assay: lower }),
  fc.record({
    ...{ act: fc.constant('forward' as const), lot, share: within(20, 900), ghost: fc.boolean() },
    accepted: within(500, 1200),
  }),
  fc.record({ act: fc.constant('move' as const), lot, accepted: within(500, 1000) }),
  fc.record({ act: fc.constant('refeed' as const), share: within(50, 900), assay: finding(-900_000, 0) }),
  correction,
  correction,
  placed(within(1, 60)),
  fc.record({ act: fc.constant('feed-unrecorded' as const), lot, share: within(1, 1000) }),
  fc.record({
    act: fc.constant('slag-out' as const),
    way: fc.constantFrom('use' as const, 'confirmed' as const, 'proof' as const, 'disposal' as const),
  }),
  fc.record({
    ...{ act: fc.constant('plastics' as const), share: within(100, 900), ppm: within(0, 5_000) },
    assay: finding(-5_000, 300_000),
  }),
];

const lie: fc.Arbitrary<CountLie> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<CountLie>({ item: 'none', factor: 1000, error: 0, booked: false }) },
  {
    weight: 3,
    arbitrary: fc.record({
      item: fc.constantFrom('batteries' as const, 'slag' as const, 'furnace' as const),
      factor: fc.oneof(fc.constant(1000), within(995, 1005), within(700, 3000)),
      error: fc.oneof(fc.constant(0), within(-50_000, 400_000)),
      booked: fc.boolean(),
    }),
  },
);

const fit: fc.Arbitrary<Fit> = fc.record({
  how: fc.constantFrom(
    ...(['batteries', 'slag', 'furnace', 'assay', 'slag-assay', 'feed', 'batch', 'emission'] as const),
  ),
  part: fc.oneof(within(850, 1000), within(100, 1000)),
});

/** One or two months. Each begins with a load and a run, with tricks before and after. */
const month: fc.Arbitrary<Month> = fc.record({
  acts: fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: LOADS[0] as fc.Arbitrary<Act> }, { weight: 2, arbitrary: fc.oneof(...LOADS) }),
      fc.array(fc.oneof(fc.oneof(...LOADS), fc.oneof(...TRICKS), fc.oneof(...TRICKS)), { maxLength: 2 }),
      datedSmelt,
      fc.array(fc.oneof(fc.oneof(...TRICKS), fc.oneof(...TRICKS), smelt), { maxLength: 2 }),
    )
    .map(([first, before, run, after]) => [first, ...before, run, ...after]),
  count: lie,
  fits: fc.array(fit, { maxLength: 3 }),
});

const blunt: fc.Arbitrary<History> = fc.record(
  { months: fc.array(month, { minLength: 1, maxLength: 2 }), afterwards },
  { requiredKeys: ['months'] },
);

/**
 * Most histories are those of an enterprise that keeps its books well, with few and small lies, or with a bundle of tolerated ones. At most
 * counts the authority is there, so that stock without an observation alone does not stop every lie.
 */
export const adversary: fc.Arbitrary<History> = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: blunt },
      { weight: 6, arbitrary: subtle },
      { weight: 2, arbitrary: bundled },
      { weight: 1, arbitrary: ghosts(2026) },
      { weight: 1, arbitrary: phantoms(2026) },
      { weight: 1, arbitrary: sampled(2026) },
      { weight: 2, arbitrary: corrected(2026) },
      { weight: 2, arbitrary: stashed(2026) },
      { weight: 1, arbitrary: inventedSales(2026) },
    ),
    fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }), {
      minLength: 2,
      maxLength: 2,
    }),
  )
  .map(([{ months, ...history }, seen]) => ({
    ...history,
    months: months.map((month, at) => ({ observed: seen[at] ?? true, ...month })),
  }));

const true_: Finding = { by: 'laboratory', error: 0 };
const honestMonth: fc.Arbitrary<Month> = fc
  .record({
    loads: fc.array(fc.tuple(tonnes, ppm), { minLength: 5, maxLength: 8 }),
    /** Soda, iron and coke with their analysis, in thousandths of the batteries. */
    soda: within(20, 120),
    sold: within(700, 1000),
    runs: fc.array(fc.tuple(within(500, 1000), within(970, 985)), { minLength: 1, maxLength: 2 }),
  })
  .map(({ loads, runs, soda, sold }) => ({
    acts: [
      ...loads.map(
        ([mass, content]): Act => ({ act: 'deliver', tonnes: mass, ppm: content, assay: true_, accepted: 1000 }),
      ),
      {
        ...{ act: 'reagent', ppm: 0, assay: true_ },
        tonnes: Math.max(1, Math.round((loads.reduce((sum, [mass]) => sum + mass, 0) * soda) / 1000)),
      },
      ...runs.map(
        ([share, yielded]): Act => ({
          ...{ act: 'smelt', share, yielded, slag: 998 - yielded, slagAssay: true_, end: 'closed', carried: 0 },
        }),
      ),
      { act: 'slag-out', way: 'disposal' },
      { act: 'sell', share: sold },
    ],
    count: { item: 'none', factor: 1000, error: 0, booked: false },
    fits: [],
  }));

/**
 * Complete assays by independent laboratories, and counts within the errors of scales. Each load, product, slag and purchase of soda
 * has an analysis of its own, with an error of its own: 0.3 points of batteries, 0.03 of products, 0.2 of slag and soda. The two scales
 * have one error each, 0.1 %. A month has 5 to 8 loads of 20 to 120 t. A works has hundreds, so its mean is surer.
 * Slag leaves every month with its lead, products are sold but for up to 30 %, and 0.2 % of the lead is lost without a record.
 */
export const honest: fc.Arbitrary<History> = fc.record({
  months: fc.array(honestMonth, { minLength: 1, maxLength: 2 }),
});
