/** Generator of subtle histories: good books, with one to three lies that are as small as what is tolerated. */
import fc from 'fast-check';
import type { Act, CountLie, Finding, Fit, History, Month, Smelt } from '../acts.ts';
import { afterwards, correction } from './afterwards/corrected.ts';
import { placed } from './points/stashed.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };
const NO_LIE: CountLie = { item: 'none', factor: 1000, error: 0, booked: false };
const lot = fc.nat({ max: 5 });
const weak = (min: number, max: number): fc.Arbitrary<Finding> =>
  fc.record({
    by: fc.constantFrom('own' as const, 'nobody' as const, 'forged' as const, 'borrowed' as const),
    error: within(min, max),
  });
const best: fc.Arbitrary<Finding> = fc.record({ by: fc.constant('best' as const), error: within(-9_000, -1_000) });

/** The books of a month without its lies. */
type Books = { readonly loads: readonly Act[]; readonly run: Smelt; readonly out: 'disposal' | 'stay' };

const books: fc.Arbitrary<Books> = fc
  .record({
    loads: fc.array(fc.tuple(within(20, 120), within(540_000, 620_000)), { minLength: 2, maxLength: 4 }),
    share: fc.oneof(fc.constant(1000), within(500, 1000)),
    /** Lead that is lost without a record, in thousandths. */
    lost: within(0, 25),
    slag: within(2, 15),
    out: fc.constantFrom('disposal' as const, 'stay' as const),
  })
  .map(({ loads, share, lost, slag, out }) => ({
    loads: loads.map(([tonnes, ppm]): Act => ({ act: 'deliver', tonnes, ppm, assay: TRUE, accepted: 1000 })),
    run: {
      ...{ act: 'smelt', share, yielded: 1000 - lost - slag, slag, slagAssay: TRUE, end: 'closed', carried: 0 },
    },
    out,
  }));

type Out = Extract<Act, { readonly act: 'slag-out' }>['way'];

/** A lie: acts before and after the run, a change of the run, of the count, or one that is made to measure. */
type Lie = {
  readonly before?: Act;
  readonly run?: Partial<Smelt>;
  readonly after?: Act;
  readonly out?: Out;
  readonly count?: CountLie;
  readonly fit?: Fit;
};

const before: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    ...{ act: fc.constant('deliver' as const), tonnes: within(1, 30), ppm: within(540_000, 620_000) },
    ...{ assay: weak(-60_000, -1_000), accepted: fc.constant(1000) },
  }),
  fc.record({
    ...{ act: fc.constant('deliver' as const), tonnes: within(1, 120), ppm: within(540_000, 620_000) },
    ...{ assay: fc.constant(TRUE), accepted: within(985, 1000) },
  }),
  fc.record({
    ...{ act: fc.constant('gather' as const), tonnes: within(1, 3), ppm: within(540_000, 620_000) },
    ...{ assay: fc.constant(TRUE), declared: within(700, 1000), accepted: within(900, 1000) },
  }),
  fc.record({ act: fc.constant('gate' as const), tonnes: within(1, 12), ppm: within(540_000, 620_000) }),
  fc.record({ act: fc.constant('supply' as const), tonnes: within(1, 6), assay: weak(-60_000, 40_000) }),
  fc.record({
    ...{ act: fc.constant('reagent' as const), tonnes: within(1, 40), ppm: fc.constantFrom(0, 580_000) },
    assay: fc.oneof(fc.constant(null), weak(-600_000, -500_000)),
  }),
  fc.record({
    ...{ act: fc.constant('split' as const), lot, share: within(50, 950), assay: fc.oneof(best, weak(-60_000, 0)) },
  }),
  fc.record({ act: fc.constant('merge' as const), assay: fc.oneof(best, weak(-60_000, 0)) }),
  fc.record({ act: fc.constant('reassay' as const), lot, assay: fc.oneof(best, weak(-20_000, 0)) }),
  fc.record({
    ...{ act: fc.constant('forward' as const), lot, share: within(5, 60), ghost: fc.boolean() },
    accepted: within(970, 1030),
  }),
  fc.record({ act: fc.constant('move' as const), lot, accepted: within(985, 1000) }),
  fc.record({ act: fc.constant('correct-batch' as const), lot, kept: within(980, 1020) }),
  placed(within(1, 5)),
  fc.record({ act: fc.constant('feed-unrecorded' as const), lot, share: fc.oneof(within(1, 40), within(1, 1000)) }),
);

const lie: fc.Arbitrary<Lie> = fc.oneof(
  { weight: 6, arbitrary: before.map((act): Lie => ({ before: act })) },
  {
    weight: 3,
    arbitrary: fc.oneof(
      weak(500, 60_000).map((slagAssay): Lie => ({ run: { slagAssay } })),
      fc.constant<Lie>({ run: { end: 'open' } }),
      within(1, 60).map((carried): Lie => ({ run: { end: 'carried', carried } })),
      fc
        .constantFrom('before' as const, 'yield-before' as const, 'feed-next' as const)
        .map((dated): Lie => ({ run: { dated } })),
      fc.constant<Lie>({ run: { byRun: true } }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      correction.map((after): Lie => ({ after })),
      correction.map((after): Lie => ({ after })),
      fc
        .record({
          act: fc.constant('refeed' as const),
          share: within(20, 300),
          assay: fc.oneof(best, weak(-40_000, 0)),
        })
        .map((after): Lie => ({ after })),
      fc
        .record({
          act: fc.constant('feed-unrecorded' as const),
          lot,
          share: fc.oneof(within(1, 40), within(1, 1000)),
        })
        .map((after): Lie => ({ after })),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom<Out[]>('use', 'confirmed', 'proof').map((out): Lie => ({ out })) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        item: fc.constantFrom('batteries' as const, 'slag' as const, 'furnace' as const),
        factor: fc.oneof(fc.constant(1000), within(994, 1006), within(1000, 1100)),
        error: fc.oneof(fc.constant(0), within(-5_000, 40_000)),
        booked: fc.boolean(),
      })
      .map((count): Lie => ({ count })),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({
        how: fc.constantFrom(
          ...(['batteries', 'slag', 'furnace', 'assay', 'slag-assay', 'feed', 'batch', 'emission'] as const),
        ),
        part: within(200, 1000),
      })
      .map((fit): Lie => ({ fit })),
  },
);

function monthOf({ loads, run, out }: Books, lies: readonly Lie[]): Month {
  const told: Smelt = Object.assign({ ...run }, ...lies.map((one) => one.run));
  const way: Out | undefined =
    lies.find((one) => one.out !== undefined)?.out ?? (out === 'disposal' ? 'disposal' : undefined);
  return {
    acts: [
      ...loads,
      ...lies.flatMap((one) => one.before ?? []),
      told,
      ...lies.flatMap((one) => one.after ?? []),
      ...(way === undefined ? [] : [{ act: 'slag-out' as const, way }]),
      { act: 'sell' as const, share: 900 },
    ],
    count: lies.find((one) => one.count !== undefined)?.count ?? NO_LIE,
    fits: lies.flatMap((one) => one.fit ?? []),
  };
}

export const subtle: fc.Arbitrary<History> = fc
  .record({
    afterwards: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: afterwards }),
    months: fc.array(books, { minLength: 1, maxLength: 2 }),
    lies: fc.array(fc.tuple(fc.nat({ max: 1 }), lie), { minLength: 1, maxLength: 3 }),
  })
  .map(({ months, lies, afterwards: later }) => ({
    ...(later && { afterwards: later }),
    months: months.map((month, at) =>
      monthOf(
        month,
        lies.flatMap(([of, one]) => (of % months.length === at ? one : [])),
      ),
    ),
  }));
