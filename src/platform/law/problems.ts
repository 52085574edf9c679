/** Problems of law as dated data. */
import { defineProblems } from '../../core/messages/problem.ts';

export const lawProblem = defineProblems({
  'law-unreadable': {
    kind: 'unavailable',
    en: {
      title: 'A dated rule cannot be read',
      detail: 'The value of the rule {key} for {on} is not of the form this service reads.',
      remedy: 'The administrator must load a right value from a later day; tell them the name of the rule.',
    },
    zh: {
      title: '适用规则无法读取',
      detail: '规则 {key} 在 {on} 的取值格式不符合要求。',
      remedy: '请将规则名称告知管理员，由其载入自更晚日期起生效的正确取值。',
    },
  },
  'law-not-yet-in-force': {
    kind: 'rule',
    en: {
      title: 'The day lies before the rules',
      detail: 'The rule {key} is in force from {from}; there is none for {on}.',
      remedy: 'Use a day or period from {from} on.',
    },
    zh: {
      title: '日期早于规则生效日',
      detail: '规则 {key} 自 {from} 起生效，{on} 无适用规则。',
      remedy: '请使用 {from} 及以后的日期或期间。',
    },
  },
});
