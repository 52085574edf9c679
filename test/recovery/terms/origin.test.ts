import { expect, it } from 'vitest';
import { type AppliedContent, NO_CONTENT } from '../../../src/recovery/lead-records.ts';
import { rangeOf } from '../../../src/recovery/terms/origin.ts';

const measured = (ppm: number, moisturePpm = 0): AppliedContent => ({
  ...{ ppm, moisturePpm, basis: 'batch', assayId: `a${ppm}` },
});

it.each<[string, AppliedContent[], AppliedContent, AppliedContent]>([
  ['one batch', [measured(5)], measured(5), measured(5)],
  ['merged batches', [measured(6), measured(4), measured(5)], measured(4), measured(6)],
  ['a wet and a dry batch', [measured(6, 500_000), measured(4)], measured(6, 500_000), measured(4)],
  ['a batch without an assay', [measured(6), NO_CONTENT], NO_CONTENT, NO_CONTENT],
  ['no batch', [], NO_CONTENT, NO_CONTENT],
])('of %s the poorest and the richest content are known together', (_, contents, poorest, richest) => {
  expect(rangeOf(contents)).toEqual({ poorest, richest });
});
