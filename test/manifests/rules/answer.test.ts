import { describe, expect, it } from 'vitest';
import { coreProblem } from '../../../src/core/problems.ts';
import { required } from '../../../src/manifests/rules/answer.ts';

describe('an answer', () => {
  it.each([['a value'], [0], [null], [[]], [new Error('an error that a look-up found, not a problem')]])(
    'that is a value is returned as it is: %s',
    (value) => {
      expect(required<unknown>(value)).toBe(value);
    },
  );

  it('that is a problem is thrown as it is', () => {
    const problem = coreProblem('law-missing', { key: 'k', on: '2026-09-01' });
    expect(() => required(problem)).toThrow(problem);
  });
});
