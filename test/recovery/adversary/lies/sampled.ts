/**
 * Generator of histories with samples of a supplier: a small poor load gives the content of large rich ones, so what came seems to hold
 * less lead than it does. The laboratory states the truth about the small load.
 */
import fc from 'fast-check';
import type { Act, Finding, History, Month, Year } from '../acts.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };

const month = fc
  .record({
    loads: fc.array(fc.tuple(within(20, 120), within(560_000, 620_000)), { minLength: 4, maxLength: 6 }),
    class: fc.record({
      ...{ act: fc.constant('deliver-class' as const), small: within(1, 3), smallPpm: within(450_000, 600_000) },
      ...{ tonnes: within(1, 60), ppm: within(560_000, 620_000) },
    }),
    /** Lead that products hold, as a share of what the records show to be fed. */
    stated: within(970, 985),
  })
  .map(({ loads, class: one, stated }): Month => {
    const own = loads.reduce((sum, [tonnes, ppm]) => sum + tonnes * ppm, 0);
    const shown = own + (one.small + one.tonnes) * one.smallPpm;
    const fed = own + one.small * one.smallPpm + one.tonnes * one.ppm;
    return {
      count: { item: 'none', factor: 1000, error: 0, booked: false },
      fits: [],
      acts: [
        ...loads.map(([tonnes, ppm]): Act => ({ act: 'deliver', tonnes, ppm, assay: TRUE, accepted: 1000 })),
        one,
        {
          ...{ act: 'smelt', share: 1000, yielded: Math.min(985, Math.floor((stated * shown) / fed)) },
          ...{ slag: 998 - stated, slagAssay: TRUE, end: 'closed', carried: 0 },
        },
        { act: 'slag-out', way: 'disposal' },
        { act: 'sell', share: 1000 },
      ],
    };
  });

export const sampled = (year: Year): fc.Arbitrary<History> =>
  fc.array(month, { minLength: 1, maxLength: 1 }).map((months) => ({ year, months }));
