/** Problems of periods of assessment. */
import { defineProblems } from '../../core/messages/problem.ts';

export const periodProblem = defineProblems(
  {
    'period-in-future': {
      kind: 'rule',
      en: {
        title: 'Period has not begun',
        detail: 'The period {period} begins at {beginsAt:time}.',
        remedy: 'Ask for a period that has begun. One that is in progress has `provisional` true in its answer.',
      },
      zh: {
        title: '评价期间尚未开始',
        detail: '评价期间 {period} 自 {beginsAt:time} 开始。',
        remedy: '请查询已开始的期间；期间尚未结束的，结果中 `provisional` 为 true。',
      },
    },
  },
  {},
  { 'period-in-future': { period: '2099-01', beginsAt: '2098-12-31T16:00:00.000Z', pointer: '#/query/period' } },
);
