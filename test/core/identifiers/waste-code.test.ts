import { expect, it } from 'vitest';
import { WASTE_CODE } from '../../../src/core/identifiers/waste-code.ts';

it.each(['900-052-31', '321-029-48'])('"%s" has the form of a waste code', (code) =>
  expect(WASTE_CODE.test(code)).toBe(true),
);

it.each(['90005231', '900-052-3', 'HW31', '', '900-052-311'])('"%s" is no waste code', (code) =>
  expect(WASTE_CODE.test(code)).toBe(false),
);
