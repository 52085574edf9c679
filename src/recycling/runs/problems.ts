/** Problems of feeds and outputs of a run: their instants and their lead. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const runProblem = defineProblems(
  {
    'feed-missing': {
      kind: 'missing',
      en: {
        title: 'Feed not found',
        detail: 'Run {runId} has no feed {id}.',
        remedy: 'Use the id of a movement of the kind feed from GET /v1/runs/{runId}/movements.',
      },
      zh: {
        title: '投料记录不存在',
        detail: '处理批次 {runId} 没有编号为 {id} 的投料记录。',
        remedy: '请使用 GET /v1/runs/{runId}/movements 中投料（feed）的编号。',
      },
    },
    'output-missing': {
      kind: 'missing',
      en: {
        title: 'Output not found',
        detail: 'Run {runId} has no output that became batch {id}.',
        remedy: 'Use the id of a batch that the run yielded, from GET /v1/runs/{runId}/movements.',
      },
      zh: {
        title: '产出记录不存在',
        detail: '处理批次 {runId} 没有产出批次 {id}。',
        remedy: '请使用该处理批次产出的批次编号，见 GET /v1/runs/{runId}/movements。',
      },
    },
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
    'run-lead-exceeds-feeds': {
      kind: 'rule',
      en: {
        title: 'More lead out than fed',
        detail:
          'With this record, the outputs of run {runId} would hold at least {outputLeadGrams:mass} of lead. Its feeds hold at most {fedLeadGrams:mass}; with the tolerance of {sharePercent} %, {limitLeadGrams:mass} are possible.',
        remedy:
          'Check masses, materials and lead contents, with their units (grams, ppm). First feed what is missing, or correct the feed or the assay that is wrong.',
      },
      zh: {
        title: '产出铅量超过投入铅量',
        detail:
          '按此记录，处理批次 {runId} 的产出至少含铅 {outputLeadGrams:mass}，而投料最多含铅 {fedLeadGrams:mass}；计入 {sharePercent}% 的允许偏差，上限为 {limitLeadGrams:mass}。',
        remedy: '请核对重量（克）、物料和含铅量（ppm）；漏登的投料请先登记，投料或检测结果有误的请先更正。',
      },
    },
  },
  {},
  {
    'feed-missing': { id: '5120', runId: ids.run, pointer: '#/params/feedId' },
    'output-missing': { id: NOTHING, runId: ids.run, pointer: '#/params/outputId' },
    'run-output-early': {
      ...{ runId: ids.run, at: '2026-10-05T00:30:00.000Z', earliestAt: '2026-10-06T00:30:00.000Z' },
      pointer: '#/body/yieldedAt',
    },
    'run-close-early': {
      ...{ runId: ids.run, at: '2026-10-05T00:30:00.000Z', earliestAt: '2026-10-06T00:30:00.000Z' },
      pointer: '#/body/closedAt',
    },
    'run-lead-exceeds-feeds': {
      ...{ runId: ids.run, fedLeadGrams: 58_000_000, outputLeadGrams: 118_800_000, limitLeadGrams: 59_740_000 },
      ...{ sharePercent: 3, pointer: '#/body/outputs' },
    },
  },
);
