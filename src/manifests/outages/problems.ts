/** Problems of outages. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { PROVINCES } from '../../core/identifiers/provinces.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { OUTAGE_TERMS } from './terms.ts';

export const outageProblem = defineProblems(
  {
    'outage-missing': {
      kind: 'missing',
      en: {
        title: 'Outage not found',
        detail: 'No declared outage has the id {id}.',
        remedy: 'Check the id: GET /v1/outages.',
      },
      zh: {
        title: '系统停机记录不存在',
        detail: '没有编号为 {id} 的系统停机记录。',
        remedy: '请通过 GET /v1/outages 核对编号。',
      },
    },
    'outage-elsewhere': {
      kind: 'rule',
      en: {
        title: 'Outage of another province',
        detail: 'The division {divisionCode} is not of {province:province}.',
        remedy: 'Declare outages of this province or of its cities; other provinces declare their own.',
      },
      zh: {
        title: '停机范围不在本省',
        detail: '行政区划 {divisionCode} 不属于{province:province}。',
        remedy: '请填写本省或本省设区的市的行政区划代码；外省停机由外省主管部门公布。',
      },
    },
    'outage-open': {
      kind: 'conflict',
      en: {
        title: 'Outage already declared',
        detail:
          'An outage of {system:outage-system} in {divisionCode} has been open since {startedAt:time} (id {existingId}).',
        remedy: 'End it with POST /v1/outages/{existingId}/end before you declare another one.',
      },
      zh: {
        title: '系统停机已公布',
        detail:
          '{system:outage-system}在行政区划 {divisionCode} 的停机自 {startedAt:time}起尚未结束（编号 {existingId}）。',
        remedy: '请先通过 POST /v1/outages/{existingId}/end 登记该次停机结束，再公布新的停机。',
      },
    },
    'outage-ended': {
      kind: 'conflict',
      en: {
        title: 'Outage already ended',
        detail: 'The outage {id} ended at {endedAt:time}.',
        remedy: 'Declare another outage if the system was out of use again.',
      },
      zh: {
        title: '系统停机已结束',
        detail: '系统停机（编号 {id}）已于 {endedAt:time}结束。',
        remedy: '系统再次停机的，请另行公布。',
      },
    },
    'outage-end-early': {
      kind: 'rule',
      en: {
        title: 'End before the start',
        detail: 'The outage began at {startedAt:time}; the end {endedAt:time} is not later.',
        remedy: 'State when the system could be used again.',
      },
      zh: {
        title: '结束时间不晚于开始时间',
        detail: '系统停机开始于 {startedAt:time}，所填结束时间 {endedAt:time}不晚于开始时间。',
        remedy: '请填写系统恢复运行的时间。',
      },
    },
  },
  { ...OUTAGE_TERMS, province: PROVINCES },
  {
    'outage-missing': { id: NOTHING },
    'outage-elsewhere': { divisionCode: '4401', province: '45', pointer: '#/body/divisionCode' },
    'outage-open': {
      ...{ system: 'national', divisionCode: '45', startedAt: '2026-10-07T00:00:00.000Z', existingId: ids.outage },
      pointer: '#/body/startedAt',
    },
    'outage-ended': { id: ids.outage, endedAt: '2026-10-07T10:00:00.000Z', pointer: '#/params/id' },
    'outage-end-early': {
      ...{ startedAt: '2026-10-07T00:00:00.000Z', endedAt: '2026-10-06T10:00:00.000Z' },
      pointer: '#/body/endedAt',
    },
  },
);
