import { expect, it } from 'vitest';
import { CODE_KINDS, CODE_LISTS } from '../../src/codes/code.ts';
import { LAW_SHAPES } from '../../src/codes/index.ts';

it('every list is a kind of its own, and has a key and a shape in the law', () => {
  expect(CODE_KINDS).toEqual(['divisions', 'waste-codes', ...Object.keys(CODE_LISTS)]);
  expect(new Set(CODE_KINDS).size).toBe(CODE_KINDS.length);
  expect(Object.keys(LAW_SHAPES).toSorted()).toEqual(Object.values(CODE_LISTS).toSorted());
});
