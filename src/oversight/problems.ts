/** Problems of the journal. */
import { defineProblems } from '../core/messages/problem.ts';

export const oversightProblem = defineProblems({
  'subject-missing': {
    kind: 'missing',
    en: {
      title: 'The journal says nothing of it',
      detail: 'The sealed journal has no entry about {subject}.',
      remedy: 'Check its name; what was recorded a moment ago is sealed within a second.',
    },
    zh: {
      title: '日志中没有该对象',
      detail: '已封存的日志中没有关于 {subject} 的条目。',
      remedy: '请核对名称；刚刚记录的内容会在一秒内封存。',
    },
  },
});
