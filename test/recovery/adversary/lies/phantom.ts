/**
 * Generator of histories with stock outside the balance that is not there: products that were recorded and never made, and bought feed
 * that is fed in secret. Both stay in books and count. In two months the products of the second may be old ones.
 */
import fc from 'fast-check';
import type { Act, Finding, History, Month, Year } from '../acts.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };

/** Lead of crude lead, ppm. */
const CRUDE_PPM = 960_000;

const month = fc
  .record({
    loads: fc.array(fc.tuple(within(20, 120), within(540_000, 620_000)), { minLength: 2, maxLength: 4 }),
    /** Lead of products in the books, as a share of what was fed, and the part of it that was never made. */
    stated: within(970, 985),
    invented: fc.oneof(fc.constant(0), within(1, 30), within(30, 200)),
    /** Crude lead in tonnes, and the part of it that is fed in secret. */
    bought: fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.tuple(within(1, 20), fc.oneof(fc.constant(0), within(1, 1000))) },
    ),
    sold: fc.oneof(fc.constant(1000), within(950, 1000), within(0, 1000)),
    /** An authority comes now and then. */
    observed: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .map(({ loads, stated, invented, bought, sold, observed }): Month => {
    // The books explain all lead but a little, also that of what is fed in secret.
    const hidden = bought ? bought[0] * bought[1] * CRUDE_PPM : 0;
    const fed = loads.reduce((sum, [tonnes, ppm]) => sum + tonnes * ppm, 0);
    const yielded = Math.floor((stated - invented) / (1 + hidden / (1000 * fed)));
    const supplied: Act[] = bought
      ? [
          { act: 'supply', tonnes: bought[0], assay: TRUE },
          { act: 'feed-bought-unrecorded', share: bought[1] },
        ]
      : [];
    return {
      observed,
      count: { item: 'none', factor: 1000, error: 0, booked: false },
      fits: [],
      acts: [
        ...loads.map(([tonnes, ppm]): Act => ({ act: 'deliver', tonnes, ppm, assay: TRUE, accepted: 1000 })),
        ...supplied,
        {
          ...{ act: 'smelt', share: 1000, yielded, invented, bought: false },
          ...{ slag: 998 - stated, slagAssay: TRUE, end: 'closed', carried: 0 },
        },
        { act: 'slag-out', way: 'disposal' },
        { act: 'sell', share: sold },
      ],
    };
  });

export const phantoms = (year: Year): fc.Arbitrary<History> =>
  fc.array(month, { minLength: 1, maxLength: 2 }).map((months) => ({ year, months }));
