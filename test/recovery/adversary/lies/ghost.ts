/**
 * Generator of histories with ghost stock: batteries are fed in secret, and stay in books and count. Each is a month of a works that
 * began without stock. Stock that was there at the opening and is fed in secret does not grow, so only an observed count finds it.
 */
import fc from 'fast-check';
import type { Act, Finding, History } from '../acts.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };

/** @param year year of the month: law asks for observed counts from 2027 on */
export const ghosts = (year: 2026 | 2027): fc.Arbitrary<History> =>
  fc
    .record({
      loads: fc.array(fc.tuple(within(20, 120), within(540_000, 620_000)), { minLength: 2, maxLength: 4 }),
      /** Stock that stays in the books, from less than the uncertainty of the rate up to half of it. */
      share: fc.oneof(within(994, 1000), within(950, 1000), within(500, 1000)),
      /** Part of the rest that is fed in secret, and lost. */
      ghost: fc.oneof(within(1, 200), within(200, 1000)),
      lost: within(0, 8),
      slag: within(2, 15),
    })
    .map(({ loads, share, ghost, lost, slag }) => ({
      year,
      months: [
        {
          acts: [
            ...loads.map(([tonnes, ppm]): Act => ({ act: 'deliver', tonnes, ppm, assay: TRUE, accepted: 1000 })),
            {
              ...{ act: 'smelt', share, yielded: 1000 - lost - slag, slag, slagAssay: TRUE, end: 'closed', carried: 0 },
            } as Act,
            ...loads.map((_, lot): Act => ({ act: 'feed-unrecorded', lot, share: ghost })),
            { act: 'slag-out', way: 'disposal' } as Act,
          ],
          count: { item: 'none', factor: 1000, error: 0, booked: false },
          fits: [],
        },
      ],
    }));
