/** Problems of the journal. */
import { NOTHING } from '../core/example-ids.ts';
import { defineProblems } from '../core/messages/problem.ts';

export const oversightProblem = defineProblems(
  {
    'subject-missing': {
      kind: 'missing',
      en: {
        title: 'No journal entries',
        detail: 'The journal has no entry about {subject}.',
        remedy: 'Check the subject, such as manifest:<id>. New records can be read after about one second.',
      },
      zh: {
        title: '日志中没有该对象',
        detail: '日志中没有“{subject}”的记录。',
        remedy: '请核对对象名称（例如 manifest:<编号>）；新记录约 1 秒后可查。',
      },
    },
  },
  {},
  { 'subject-missing': { subject: `batch:${NOTHING}` } },
);
