import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../src/commands/law.ts';
import { LAW_TERMS } from '../../src/core/law-terms.ts';
import { coreProblem } from '../../src/core/problems.ts';

it('names every legal parameter that is read, and the calendar of working days', () => {
  expect(Object.keys(LAW_TERMS).toSorted()).toEqual([...Object.keys(LAW_SHAPES), 'work-calendar'].toSorted());
});

it('shows a legal parameter by its name and its key', () => {
  const problem = coreProblem('law-missing', { key: 'codes.packaging', on: '2026-10-05' });
  expect(problem.text('zh').detail).toBe('缺少 2026-10-05 适用的法规参数“包装方式”（codes.packaging）。');
});
