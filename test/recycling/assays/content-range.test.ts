import { expect, it } from 'vitest';
import { rangeOfMaterial } from '../../../src/recycling/assays/content-range.ts';

const RANGES = [{ material: 'slag', minPpm: 0, maxPpm: 100_000 }];

it('a material has the contents of the law, and any content when the law lists none', () => {
  expect(rangeOfMaterial(RANGES, 'slag')).toMatchObject({ minPpm: 0, maxPpm: 100_000 });
  expect(rangeOfMaterial(RANGES, 'dust')).toEqual({ minPpm: 0, maxPpm: 1_000_000 });
});
