import { expect, it } from 'vitest';
import { refuseUnassayed } from '../../../src/recycling/inventory/supply.ts';
import { codeOf } from '../../batches/examples.ts';

it.each([
  [true, true, undefined],
  [true, false, 'supply-assay-missing'],
  [false, true, undefined],
  [false, false, undefined],
])('bought feed that bears lead (%s) with an assay (%s) is refused as %s', (leadBearing, assayed, code) => {
  expect(codeOf(() => refuseUnassayed({ code: 'feed', leadBearing, wasteCode: null }, assayed))).toBe(code);
});
