import { expect, it } from 'vitest';
import { BATCH_KINDS } from '../../../src/batches/codes.ts';
import { refuseFeed } from '../../../src/recycling/runs/feed.ts';
import { codeOf, problemOf } from '../../batches/examples.ts';

const RUN = { siteId: 'site' };
const refuse = (kind: string, siteId: string | null = 'site') =>
  refuseFeed({ id: 'batch', kind, siteId }, RUN, '#/body/lines/2');

it.each(BATCH_KINDS.map((kind) => [kind, !['transit', 'process'].includes(kind)]))(
  'a batch of kind %s may be fed: %s',
  (kind, allowed) => expect(codeOf(() => refuse(kind))).toBe(allowed ? undefined : 'batch-not-feedable'),
);

it('a batch is fed on its own site only', () => {
  const problem = problemOf(() => refuse('battery', 'other'));
  expect([problem?.code, problem?.facts.pointer]).toEqual(['batch-on-other-site', '#/body/lines/2/batchId']);
});

it('a load on the road is refused for its kind before its site', () => {
  expect(problemOf(() => refuse('transit', null))?.text('zh').detail).toBe('批次 batch 为“在途”批次，不属于场所库存。');
});
