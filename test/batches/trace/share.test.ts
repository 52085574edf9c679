import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ShareOfStep, sharesInPpm } from '../../../src/batches/trace/share.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const source = (share: number): ShareOfStep => ({ share, first: true, last: true });

it('three equal sources share the whole', () => {
  expect(sharesInPpm([source(1 / 3), source(1 / 3), source(1 / 3)])).toEqual([333_334, 333_333, 333_333]);
});

it('the largest remainders are rounded up, whatever their place', () => {
  const ppm = (n: number) => n / 1_000_000;
  expect(sharesInPpm([source(ppm(1.2)), source(ppm(999_997.6)), source(ppm(1.2))])).toEqual([1, 999_998, 1]);
  expect(sharesInPpm([])).toEqual([]);
});

it('destinations of a batch that still holds mass share what has left', () => {
  expect(sharesInPpm([source(1 / 6), source(1 / 6), source(1 / 6)]).toSorted()).toEqual([166_666, 166_667, 166_667]);
});

it('sources and the steps at the batch each add up to the whole, and no share is negative or far off', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(weights, fc.array(weights, { maxLength: 8 }), (direct, behind) => {
      // The first steps lead to a source at once, or to a batch that came from several sources.
      const total = sum(direct);
      const steps = direct.flatMap((weight, at): ShareOfStep[] => {
        const share = weight / total;
        const sources = behind[at];
        if (!sources) return [source(share)];
        const deeper = sources.map((one) => ({ share: (share * one) / sum(sources), first: false, last: true }));
        return [{ share, first: true, last: false }, ...deeper];
      });
      const shown = sharesInPpm(steps);
      const of = (place: 'first' | 'last') => sum(shown.filter((_, at) => steps[at]?.[place]));
      expect([of('first'), of('last')]).toEqual([1_000_000, 1_000_000]);
      for (const [at, ppm] of shown.entries()) {
        expect(Number.isInteger(ppm) && ppm >= 0).toBe(true);
        const slack = steps[at]?.last ? 1 : steps.length;
        expect(Math.abs(ppm - (steps[at]?.share ?? 0) * 1_000_000)).toBeLessThanOrEqual(slack);
      }
    }),
  );
});
