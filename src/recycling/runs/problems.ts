/** Problems of the instants of a run. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const runProblem = defineProblems(
  {
    'run-output-early': {
      kind: 'rule',
      en: {
        title: 'Output before its feeds',
        detail:
          'At {at:time}, run {runId} did not hold the mass of the outputs. It holds it from {earliestAt:time} on.',
        remedy:
          'Enter the time at which the outputs left the run: {earliestAt:time} or later. Record earlier feeds first.',
      },
      zh: {
        title: '产出早于投料',
        detail: '所填时间 {at:time}，处理批次 {runId} 尚无足够投料；自 {earliestAt:time}起方足以产出。',
        remedy: '请填写实际产出时间，不得早于 {earliestAt:time}；尚有更早投料的，请先登记投料。',
      },
    },
    'run-close-early': {
      kind: 'rule',
      en: {
        title: 'Closed before its last record',
        detail:
          'The time given, {at:time}, is earlier than the last feed or output of run {runId} ({earliestAt:time}).',
        remedy: 'Enter the time at which the run ended: {earliestAt:time} or later.',
      },
      zh: {
        title: '结束时间早于最后一次投料或产出',
        detail: '所填时间 {at:time}早于处理批次 {runId} 最后一次投料或产出的时间 {earliestAt:time}。',
        remedy: '请填写实际结束时间，不得早于 {earliestAt:time}。',
      },
    },
  },
  {},
  {
    'run-output-early': {
      ...{ runId: ids.run, at: '2026-10-05T00:30:00.000Z', earliestAt: '2026-10-06T00:30:00.000Z' },
      pointer: '#/body/yieldedAt',
    },
    'run-close-early': {
      ...{ runId: ids.run, at: '2026-10-05T00:30:00.000Z', earliestAt: '2026-10-06T00:30:00.000Z' },
      pointer: '#/body/closedAt',
    },
  },
);
