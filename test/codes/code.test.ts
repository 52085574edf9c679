import { expect, it } from 'vitest';
import { CODE_KINDS, CODE_LISTS, LAW_KEYS } from '../../src/codes/code.ts';
import { LAW_SHAPES } from '../../src/codes/index.ts';
import { LAW_SHAPES as ALL_SHAPES } from '../../src/commands/law.ts';

it('every list is a kind of its own, and has a key and a shape in the law', () => {
  expect(CODE_KINDS).toEqual(['divisions', 'waste-codes', ...Object.keys(LAW_KEYS)]);
  expect(new Set(CODE_KINDS).size).toBe(CODE_KINDS.length);
  expect(Object.keys(LAW_SHAPES).toSorted()).toEqual([...Object.values(CODE_LISTS), 'calendar.next-year'].toSorted());
  expect(Object.keys(ALL_SHAPES)).toEqual(expect.arrayContaining(Object.values(LAW_KEYS)));
});
