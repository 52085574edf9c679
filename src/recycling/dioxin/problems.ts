/** Problems of dioxin measurements. */
import { NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const dioxinProblem = defineProblems(
  {
    'dioxin-missing': {
      kind: 'missing',
      en: {
        title: 'Dioxin measurement not found',
        detail: 'No dioxin measurement {id} is visible to you.',
        remedy: 'Check the id: GET /v1/dioxin-measurements.',
      },
      zh: {
        title: '二噁英监测记录不存在',
        detail: '没有您可查看的二噁英监测记录 {id}。',
        remedy: '请通过 GET /v1/dioxin-measurements 核对编号。',
      },
    },
    'dioxin-exists': {
      kind: 'conflict',
      en: {
        title: 'Measurement already recorded or corrected',
        detail:
          'This outlet has a valid measurement of the same end of sampling, or the measurement is corrected already.',
        remedy: 'Read GET /v1/dioxin-measurements, and name the one that is valid in replacesId.',
      },
      zh: {
        title: '监测记录已存在或已更正',
        detail: '该排放口同一采样结束时间已有有效记录，或该记录已被更正。',
        remedy: '请查询 GET /v1/dioxin-measurements，并在“被更正记录编号”（replacesId）中填写现行有效的记录。',
      },
    },
    'dioxin-not-its-correction': {
      kind: 'rule',
      en: {
        title: 'Correction of another outlet',
        detail: 'Measurement {replacesId} is of another site, outlet or furnace.',
        remedy: 'Correct it with the same site, outlet and furnace, or leave replacesId out.',
      },
      zh: {
        title: '更正对象不符',
        detail: '监测记录 {replacesId} 的场所、排放口或炉窑与本次填报不同。',
        remedy: '更正时场所、排放口和炉窑须相同；属新的监测的，请勿填写“被更正记录编号”（replacesId）。',
      },
    },
    'dioxin-times-mixed': {
      kind: 'rule',
      en: {
        title: 'Sampling ends before it begins',
        detail: 'sampledAt is not after startedAt.',
        remedy: 'Give the beginning of the first sample and the end of the last one.',
      },
      zh: {
        title: '采样时间有误',
        detail: '采样结束时间（sampledAt）不晚于开始时间（startedAt）。',
        remedy: '请填写首个样品的开始时间和末个样品的结束时间。',
      },
    },
  },
  {},
  {
    'dioxin-missing': { id: NOTHING, pointer: '#/params/id' },
    'dioxin-exists': { pointer: '#/body/replacesId' },
    'dioxin-not-its-correction': { replacesId: NOTHING, pointer: '#/body/replacesId' },
    'dioxin-times-mixed': { pointer: '#/body/sampledAt' },
  },
);
