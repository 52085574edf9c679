/** What can be wrong with the dated rules. */
import type { ProblemEntry } from './entry.ts';

export const LAW_PROBLEMS = {
  'law-missing': {
    kind: 'unavailable',
    en: {
      title: 'A dated rule is not loaded',
      detail: 'The rule {key} has no value for {on}.',
      remedy: 'The administrator must load it; the request can then be repeated.',
    },
    zh: { title: '未载入适用规则', detail: '规则 {key} 在 {on} 没有取值。', remedy: '请管理员载入后重试。' },
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
} as const satisfies Record<string, ProblemEntry>;
