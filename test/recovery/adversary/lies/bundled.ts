/** Generator of bundled lies: one owner uses every tolerance of the law at once, each as far as it goes. */
import fc from 'fast-check';
import type { Act, Finding, History } from '../acts.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const TRUE: Finding = { by: 'laboratory', error: 0 };

/**
 * Four loads of 100 t. Less is accepted than came; a load of some tonnes has an analysis of the own laboratory; a tonne in the furnace
 * is counted as lead; lead of an open run is lost already; the count lists a little more than is there.
 */
export const bundled: fc.Arbitrary<History> = fc
  .record({
    accepted: within(995, 1000),
    weak: fc.oneof(fc.constant(null), fc.record({ tonnes: within(1, 6), error: within(-60_000, -10_000) })),
    furnace: fc.oneof(fc.constant(null), within(100_000, 940_000)),
    open: fc.oneof(fc.constant(null), within(50, 220)),
    counted: within(1000, 1005),
    soda: fc.oneof(fc.constant(null), within(1, 2)),
    gate: fc.oneof(fc.constant(null), within(1, 8)),
    lost: within(0, 30),
    slag: within(2, 12),
  })
  .map(({ accepted, weak, furnace, open, counted, soda, gate, lost, slag }) => {
    const loads: Act[] = Array.from({ length: 4 }, () => ({
      ...{ act: 'deliver', tonnes: 100, ppm: 580_000, assay: TRUE, accepted },
    }));
    const small: Act[] = [];
    if (weak) {
      const assay: Finding = { by: 'own', error: weak.error };
      small.push({ act: 'deliver', tonnes: weak.tonnes, ppm: 600_000, assay, accepted: 1000 });
    }
    if (soda !== null) small.push({ act: 'reagent', tonnes: soda, ppm: 580_000, assay: null });
    if (gate !== null) small.push({ act: 'gate', tonnes: gate, ppm: 580_000 });
    const run = { act: 'smelt', slagAssay: TRUE } as const;
    const rest: Act[] = open === null ? [] : [{ ...run, share: open, yielded: 0, slag: 0, end: 'open', carried: 0 }];
    return {
      months: [
        {
          acts: [
            ...loads,
            ...small,
            {
              ...{ ...run, share: 980, yielded: 1000 - lost - slag, slag },
              ...(furnace === null ? { end: 'closed' as const, carried: 0 } : { end: 'carried' as const, carried: 13 }),
            },
            ...rest,
            { act: 'slag-out', way: 'disposal' },
            { act: 'sell', share: 900 },
          ],
          count:
            furnace === null
              ? { item: 'batteries', factor: counted, error: 0, booked: false }
              : { item: 'furnace', factor: 1000, error: furnace, booked: false },
          fits: [],
        },
      ],
    };
  });
