import { expect, it } from 'vitest';
import { basisOf } from '../../../src/recovery/kept/figure.ts';

it('has another basis for another method, other law, and a period that is over', () => {
  const [method, law] = [{ id: 'lead-recovery', version: 3 }, 'law'];
  const all = [
    basisOf(method, law, false),
    basisOf({ ...method, version: 4 }, law, false),
    basisOf(method, 'other law', false),
    basisOf(method, law, true),
  ];
  expect(new Set(all).size).toBe(4);
  expect(basisOf({ ...method }, law, false)).toBe(all[0]);
});
