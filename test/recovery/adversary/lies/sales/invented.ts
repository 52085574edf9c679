/** Generator of histories with products that were recorded, never made, and are said to be sold. */
import fc from 'fast-check';
import type { Act, Finding, History, Month, Sell, Year } from '../../acts.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };

const month = fc
  .record({
    loads: fc.array(fc.tuple(within(20, 120), within(540_000, 620_000)), { minLength: 2, maxLength: 4 }),
    /** Lead of products in the books, as a share of what was fed, and the part of it that was never made. */
    stated: within(970, 985),
    invented: fc.oneof(fc.constant(0), within(1, 30), within(30, 200)),
    to: fc.constantFrom<NonNullable<Sell['to']>>('buyer', 'name', 'kin', 'proof', 'corrected'),
    sold: fc.oneof(fc.constant(1000), within(950, 1000)),
    /** Part of the invented products that is said to be sold. The rest is in stock, which the authority sees. */
    inventedSold: fc.oneof(fc.constant(1000), within(900, 1000)),
  })
  .map(({ loads, stated, invented, to, sold, inventedSold }): Month => {
    return {
      observed: true,
      count: { item: 'none', factor: 1000, error: 0, booked: false },
      fits: [],
      acts: [
        ...loads.map(([tonnes, ppm]): Act => ({ act: 'deliver', tonnes, ppm, assay: TRUE, accepted: 1000 })),
        {
          ...{ act: 'smelt', share: 1000, yielded: stated - invented, invented, bought: false },
          ...{ slag: 998 - stated, slagAssay: TRUE, end: 'closed', carried: 0 },
        },
        { act: 'slag-out', way: 'disposal' },
        { act: 'sell', share: sold, to, invented: inventedSold },
      ],
    };
  });

export const inventedSales = (year: Year): fc.Arbitrary<History> =>
  fc.array(month, { minLength: 1, maxLength: 2 }).map((months) => ({ year, months }));
