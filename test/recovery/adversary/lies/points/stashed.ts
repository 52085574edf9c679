/**
 * Generators of lies about places and days: batteries that an own point receives and the furnace gets, steps and papers with a false date,
 * and sites that are registered as others. The records explain all lead but a little.
 */
import fc from 'fast-check';
import type { Act, Finding, History, Month, Smelt, Year } from '../../acts.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };
const ppm = within(560_000, 620_000);

const stash = (tonnes: fc.Arbitrary<number>) =>
  fc.record({
    ...{ act: fc.constant('stash' as const), tonnes, ppm, assay: fc.constant(TRUE) },
    share: fc.oneof(fc.constant(1000), within(1, 1000)),
    way: fc.constantFrom(...(['stay', 'stay', 'wait', 'undecided', 'short', 'friend', 'friend'] as const)),
    counted: fc.constantFrom('no' as const, 'yes' as const, 'observed' as const),
  });

const postdate = (tonnes: fc.Arbitrary<number>) =>
  fc.record({ act: fc.constant('postdate' as const), tonnes, ppm, assay: fc.constant(TRUE) });

const rekind = fc.record({
  act: fc.constant('rekind' as const),
  site: fc.constantFrom('smelter' as const, 'point' as const, 'second' as const),
  kind: fc.constantFrom('recycler' as const, 'collection_point' as const, 'transfer_point' as const),
});

/** Lies about places and days before a run, small and large. */
export const placed = (tonnes: fc.Arbitrary<number>): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 4, arbitrary: stash(tonnes) },
    { weight: 2, arbitrary: postdate(tonnes) },
    { weight: 1, arbitrary: rekind },
  );

/** Dates that the steps of a run may have; most have the true ones. */
export const dates: fc.Arbitrary<Pick<Smelt, 'dated'>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('before' as const, 'yield-before' as const, 'feed-next' as const)
      .map((dated) => ({ dated })),
  },
);

const month = fc
  .record({
    loads: fc.array(fc.tuple(within(20, 120), ppm), { minLength: 2, maxLength: 4 }),
    placed: fc.array(placed(fc.oneof(within(1, 5), within(1, 60))), { minLength: 1, maxLength: 2 }),
    dates,
    /** Lead that products hold, as a share of what the records show to be fed. */
    stated: within(960, 985),
    leaves: fc.boolean(),
    observed: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  })
  .map(({ loads, placed: lies, dates: dated, stated, leaves, observed }): Month => {
    const known = loads.reduce((sum, [tonnes, content]) => sum + tonnes * content, 0);
    const secret = lies.reduce((sum, one) => sum + secretly(one), 0);
    return {
      observed,
      count: { item: 'none', factor: 1000, error: 0, booked: false },
      fits: [],
      acts: [
        ...loads.map(
          ([tonnes, content]): Act => ({
            ...{ act: 'deliver', tonnes, ppm: content, assay: TRUE, accepted: 1000 },
          }),
        ),
        ...lies,
        {
          ...{ act: 'smelt', share: 1000, yielded: Math.floor((stated * known) / (known + secret)) },
          ...{ slag: 998 - stated, slagAssay: TRUE, end: 'closed', carried: 0, ...dated },
        },
        ...(leaves ? [{ act: 'slag-out' as const, way: 'disposal' as const }] : []),
        { act: 'sell', share: 1000 },
      ],
    };
  });

/** Returns the lead that an act brings into the furnace without a record. */
function secretly(act: Act): number {
  if (act.act === 'stash') return (act.tonnes * act.ppm * act.share) / 1000;
  return act.act === 'postdate' ? act.tonnes * act.ppm : 0;
}

export const stashed = (year: Year): fc.Arbitrary<History> =>
  fc.array(month, { minLength: 1, maxLength: 2 }).map((months) => ({ year, months }));
