/** Problems of reports. */
import { defineProblems } from '../../core/messages/problem.ts';

export const reportProblem = defineProblems(
  {
    'report-printer-busy': {
      kind: 'unavailable',
      en: {
        title: 'Report not printed',
        detail: 'The service could not print the report in time, or prints other reports now.',
        remedy:
          'Repeat the request after the time in Retry-After. The answer of GET /v1/recovery has the same figures.',
      },
      zh: {
        title: '报告未能生成',
        detail: '服务正在生成其他报告，或未能在时限内生成本报告。',
        remedy: '请按响应头 Retry-After 等待后重试；GET /v1/recovery 的结果含有相同数据。',
      },
    },
    'report-too-large': {
      kind: 'rule',
      en: {
        title: 'Report too large',
        detail: 'The period has more records than a report of this format can hold.',
        remedy: 'Ask for a shorter period, such as a quarter or a month.',
      },
      zh: {
        title: '报告内容过多',
        detail: '该期间的记录数超过此格式报告可容纳的数量。',
        remedy: '请缩短评价期间，例如按季度或月份生成。',
      },
    },
  },
  {},
  { 'report-printer-busy': {}, 'report-too-large': { pointer: '#/query/format' } },
);
