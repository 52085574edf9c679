import { describe, expect, it } from 'vitest';
import { LOSS_KINDS, OUTPUT_ROLES, requireCode, WORK_IN_PROGRESS } from '../../src/recycling/material.ts';
import { RECYCLING_TERMS } from '../../src/recycling/terms.ts';
import { problemOf } from '../batches/examples.ts';

describe('a code', () => {
  const list = [
    { code: 'slag', en: 'Slag', zh: '炉渣' },
    { code: 'dust', loss: 'dust' },
  ];

  it('leads to its entry of the list', () => {
    expect(requireCode(list, 'dust', '#/body/material')).toBe(list[1]);
  });

  it('outside the list is refused with the codes that are allowed', () => {
    const problem = problemOf(() => requireCode(list, 'gold', '#/body/material'));
    expect([problem?.code, problem?.facts]).toEqual([
      'code-unknown',
      expect.objectContaining({ value: 'gold', allowed: ['slag', 'dust'], pointer: '#/body/material' }),
    ]);
    expect(problem?.text('zh').remedy).toBe('请使用以下代码之一：slag（炉渣）、dust。');
  });
});

it('work in progress is fed again, and is neither waste nor a loss', () => {
  expect(WORK_IN_PROGRESS).toMatchObject({ role: 'intermediate', wasteCode: null, loss: null });
});

it('every role of an output has words, and every loss one name', () => {
  expect(Object.keys(RECYCLING_TERMS.outputRole)).toEqual([...OUTPUT_ROLES]);
  expect(new Set(LOSS_KINDS).size).toBe(LOSS_KINDS.length);
});
