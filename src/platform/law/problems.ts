/** Problems of law as dated data. */
import { LAW_TERMS } from '../../core/law-terms.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const lawProblem = defineProblems(
  {
    'law-unreadable': {
      kind: 'unavailable',
      en: {
        title: 'A legal parameter cannot be read',
        detail:
          'The value of the legal parameter “{key:law}” ({key}) for {on} does not have the form that this service reads.',
        remedy: 'Ask the administrator to load a correct value of {key} with a later valid_from.',
      },
      zh: {
        title: '法规参数无法读取',
        detail: '法规参数“{key:law}”（{key}）在 {on} 的取值格式不符合要求。',
        remedy: '请联系管理员，导入 {key} 自更晚日期起生效的正确取值。',
      },
    },
    'law-not-yet-in-force': {
      kind: 'rule',
      en: {
        title: 'The rules are not yet in force on this day',
        detail: 'The legal parameter “{key:law}” ({key}) is in force from {from}; it has no value for {on}.',
        remedy: 'Use a day or period that begins on {from} or later.',
      },
      zh: {
        title: '日期早于规则生效日',
        detail: '法规参数“{key:law}”（{key}）自 {from} 起生效，{on} 无适用取值。',
        remedy: '请选择 {from} 及以后的日期或期间。',
      },
    },
  },
  { law: LAW_TERMS },
  { 'law-not-yet-in-force': { key: 'batteries.kinds', on: '2019-12-31', from: '2020-01-01' } },
);
