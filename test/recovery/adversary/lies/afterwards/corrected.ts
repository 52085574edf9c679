/**
 * Generators of corrections after a laboratory confirmed its sample: more came out of a run, or a batch held more; less was fed, bought or
 * left. In the month itself they are made before its count. Afterwards they follow all periods, shortly or long after them.
 */
import fc from 'fast-check';
import type { Act, Afterwards, Correction, Finding, History, Month, Smelt, Year } from '../../acts.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };
/** From less than what is tolerated of a sampled mass to far beyond it. */
const more = fc.oneof(within(1001, 1020), within(1001, 1200));
const less = fc.oneof(within(980, 999), within(700, 999));

export const correction: fc.Arbitrary<Correction> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('correct-output' as const),
      of: fc.constantFrom('product' as const, 'slag' as const),
      factor: more,
    }),
  },
  fc.record({ act: fc.constant('add-output' as const), share: fc.oneof(within(1, 20), within(1, 200)) }),
  fc.record({ act: fc.constant('correct-feed' as const), kept: less, listed: fc.boolean() }),
  fc.record({ act: fc.constant('correct-batch' as const), lot: fc.nat({ max: 5 }), kept: fc.oneof(more, less) }),
  fc.record({ act: fc.constant('correct-supply' as const), kept: less }),
  fc.record({ act: fc.constant('correct-disposal' as const), kept: less }),
);

export const afterwards: fc.Arbitrary<Afterwards> = fc.record({
  long: fc.boolean(),
  acts: fc.array(correction, { minLength: 1, maxLength: 2 }),
  recount: fc.boolean(),
});

const month = fc
  .record({
    loads: fc.array(fc.tuple(within(20, 120), within(560_000, 620_000)), { minLength: 2, maxLength: 4 }),
    share: fc.oneof(fc.constant(1000), within(900, 1000)),
    /** Lead that is lost without a record, in thousandths, and the part of it that a correction of the product explains. */
    lost: within(0, 60),
    explained: within(700, 1000),
    when: fc.constantFrom('never' as const, 'within' as const, 'afterwards' as const),
    slag: within(2, 15),
    byRun: fc.boolean(),
    end: fc.oneof(
      { weight: 3, arbitrary: fc.constant('closed' as const) },
      { weight: 1, arbitrary: fc.constant('open' as const) },
    ),
    bought: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: within(1, 6) }),
    leaves: fc.boolean(),
    sold: fc.oneof(fc.constant(1000), within(800, 1000)),
    within: fc.array(correction, { maxLength: 1 }),
    observed: fc.boolean(),
  })
  .map(({ loads, share, lost, explained, when, slag, byRun, end, bought, leaves, sold, observed, ...of }) => {
    const yielded = 1000 - slag - (when === 'never' ? lost % 15 : lost);
    const factor = 1000 + Math.floor((lost * explained) / yielded);
    const fit: Correction = { act: 'correct-output', of: 'product', factor };
    const run: Smelt = { act: 'smelt', share, yielded, slag, slagAssay: TRUE, end, carried: 0, byRun };
    const supplied: Act[] = bought === null ? [] : [{ act: 'supply', tonnes: bought, assay: TRUE }];
    const month: Month = {
      observed,
      count: { item: 'none', factor: 1000, error: 0, booked: false },
      fits: [],
      acts: [
        ...loads.map(([tonnes, ppm]): Act => ({ act: 'deliver', tonnes, ppm, assay: TRUE, accepted: 1000 })),
        ...supplied,
        run,
        ...(leaves ? [{ act: 'slag-out' as const, way: 'disposal' as const }] : []),
        { act: 'sell', share: sold },
        ...of.within,
        ...(when === 'within' ? [fit] : []),
      ],
    };
    return { month, fits: when === 'afterwards' ? [fit] : [] };
  });

export const corrected = (year: Year): fc.Arbitrary<History> =>
  fc.tuple(fc.array(month, { minLength: 1, maxLength: 2 }), afterwards).map(([months, later]) => {
    // A correction that is made to measure of the last month comes alone.
    const fits = months.at(-1)?.fits ?? [];
    return {
      ...{ year, months: months.map((one) => one.month) },
      afterwards: { ...later, acts: fits.length > 0 ? fits : later.acts },
    };
  });
