/**
 * Generator of histories in which a friend sends paste as slag: little lead is stated of it, so that what it yields seems to come from the
 * batteries.
 */
import fc from 'fast-check';
import type { Act, Finding, History, Month, Year } from '../acts.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };

const month = fc
  .record({
    loads: fc.array(fc.tuple(within(40, 120), within(560_000, 620_000)), { minLength: 4, maxLength: 6 }),
    tonnes: within(1, 40),
    ppm: within(300_000, 700_000),
    said: within(5_000, 60_000),
    by: fc.constantFrom<Finding['by']>('own', 'nobody', 'forged'),
    /** Lead that products hold, as a share of what the records show to be fed. */
    stated: within(970, 985),
  })
  .map(({ loads, tonnes, ppm, said, by, stated }): Month => {
    const own = loads.reduce((sum, [mass, content]) => sum + mass * content, 0);
    const [shown, fed] = [own + tonnes * said, own + tonnes * ppm];
    return {
      count: { item: 'none', factor: 1000, error: 0, booked: false },
      fits: [],
      acts: [
        ...loads.map(([mass, content]): Act => {
          return { act: 'deliver', tonnes: mass, ppm: content, assay: TRUE, accepted: 1000 };
        }),
        { act: 'slag-in', tonnes, ppm, assay: { by, error: said - ppm } },
        {
          ...{ act: 'smelt', share: 1000, yielded: Math.min(985, Math.floor((stated * shown) / fed)) },
          ...{ slag: 998 - stated, slagAssay: TRUE, end: 'closed', carried: 0 },
        },
        { act: 'slag-out', way: 'disposal' },
        { act: 'sell', share: 1000 },
      ],
    };
  });

export const foreignSlag = (year: Year): fc.Arbitrary<History> =>
  fc.array(month, { minLength: 1, maxLength: 1 }).map((months) => ({ year, months }));
