/** Problems of observed stock counts. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const observationProblem = defineProblems(
  {
    'stock-observation-missing': {
      kind: 'missing',
      en: {
        title: 'Observation of a stock count not found',
        detail: 'No observation of a stock count {id} is visible to you.',
        remedy: 'Check the id: GET /v1/stock-observations.',
      },
      zh: {
        title: '监盘记录不存在',
        detail: '没有您可查看的监盘记录 {id}。',
        remedy: '请通过 GET /v1/stock-observations 核对编号。',
      },
    },
    'stock-observation-exists': {
      kind: 'conflict',
      en: {
        title: 'Stock count already observed',
        detail:
          'The stock of site {siteId} on {countedOn} has a valid observation, or the one that is named is corrected already.',
        remedy: 'Read GET /v1/stock-observations and give the id of the valid one in replacesId.',
      },
      zh: {
        title: '监盘记录已存在',
        detail: '编号为 {siteId} 的场所 {countedOn} 的盘点已有有效监盘记录，或所填监盘记录已被更正。',
        remedy: '请查询 GET /v1/stock-observations，并在“被更正记录编号”（replacesId）中填写现行有效的监盘记录编号。',
      },
    },
    'stock-observation-not-its-correction': {
      kind: 'rule',
      en: {
        title: 'Correction of another observation',
        detail: 'Observation {replacesId} is of another site or day.',
        remedy: 'In replacesId, give the observation of the same site and day of counting.',
      },
      zh: {
        title: '与所更正的监盘记录不符',
        detail: '监盘记录 {replacesId} 属于其他场所或盘点日期。',
        remedy: '请在“被更正记录编号”（replacesId）中填写同一场所、同一盘点日期的监盘记录编号。',
      },
    },
    'stock-observation-too-far': {
      kind: 'rule',
      en: {
        title: 'Visit too far from the day of the count',
        detail:
          'The visit was on {observedOn}, and the stock count of {countedOn}. The law allows {days} days between them.',
        remedy: 'Stock that was seen on another day does not prove this count. Observe a count on its day.',
      },
      zh: {
        title: '现场核查日期与盘点日期不符',
        detail: '现场核查日期 {observedOn} 与盘点日期 {countedOn} 不符，法定允许间隔为 {days} 天。',
        remedy: '其他日期的库存不能证明本次盘点，请在盘点当日监盘。',
      },
    },
    'stock-observation-in-future': {
      kind: 'rule',
      en: {
        title: 'Day of the visit in the future',
        detail: 'The day given, {observedOn}, is after today ({today}).',
        remedy: 'Record the observation on that day or later.',
      },
      zh: {
        title: '现场核查日期晚于今日',
        detail: '所填日期 {observedOn} 晚于今日 {today}。',
        remedy: '请在该日或之后登记监盘。',
      },
    },
  },
  {},
  {
    'stock-observation-missing': { id: NOTHING },
    'stock-observation-exists': {
      ...{ siteId: ids.recyclingSite, countedOn: '2026-10-31', pointer: '#/body/replacesId' },
    },
    'stock-observation-not-its-correction': { replacesId: NOTHING, pointer: '#/body/replacesId' },
    'stock-observation-too-far': {
      ...{ observedOn: '2026-11-01', countedOn: '2026-10-31', days: 0, pointer: '#/body/observedOn' },
    },
    'stock-observation-in-future': {
      ...{ observedOn: '2026-11-30', today: '2026-11-01', pointer: '#/body/observedOn' },
    },
  },
);
