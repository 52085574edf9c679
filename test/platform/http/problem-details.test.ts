import { describe, expect, it } from 'vitest';
import { batchProblem } from '../../../src/batches/problems.ts';
import { describe as describeProblem, languageOf } from '../../../src/platform/http/problem-details.ts';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['zh', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,en;q=0.9,zh;q=0.1', 'en'],
  ['en;q=0.3, zh-Hans;q=0.4', 'zh'],
  ['zh;q=0', 'en'],
  ['zh;q=rubbish', 'en'],
  ['ZH-cn', 'zh'],
  ['fr, zh;q=0.5', 'zh'],
  ['*', 'en'],
  [`${'x,'.repeat(5_000)}zh`, 'en'],
])('%s asks for %s', (header, language) => expect(languageOf(header)).toBe(language));

describe('a problem document', () => {
  it('says status, code and remedy, and the facts of the case', () => {
    const problem = batchProblem('batch-missing', { id: '7', pointer: '#/params/id' });
    expect(describeProblem(problem, 'en', 'urn:request:1')).toEqual({
      type: '/problems/batch-missing',
      title: 'Batch not found',
      status: 404,
      detail: 'No batch 7 is visible to you.',
      code: 'batch-missing',
      remedy: 'Check the id. Use a batch of your own organisation.',
      instance: 'urn:request:1',
      id: '7',
      pointer: '#/params/id',
    });
  });

  it('keeps its own members whatever the facts are called', () => {
    const problem = batchProblem('batch-missing', { id: '7', status: 200, title: 'fine', code: 'x', type: 'y' });
    expect(describeProblem(problem, 'zh')).toMatchObject({ status: 404, title: '批次不存在', code: 'batch-missing' });
  });
});
