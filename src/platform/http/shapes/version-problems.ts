/** Texts of problems about the version of a record on which a request was decided. */
import type { ProblemEntries } from '../../../core/messages/problem.ts';

export const VERSION_PROBLEMS = {
  'precondition-failed': {
    kind: 'changed-meanwhile',
    en: {
      title: 'The record has changed',
      detail:
        'The record has been changed by another request: you have read version {expected}, the current version is {actual}.',
      remedy: 'Read the record again, then repeat the step for the current version.',
    },
    zh: {
      title: '记录已更新',
      detail: '记录已被他人更新（您依据的版本为 {expected}，当前版本为 {actual}）。',
      remedy: '请刷新后重新办理。',
    },
  },
  'precondition-missing': {
    kind: 'version-missing',
    en: {
      title: 'The version of the record is missing',
      detail: 'A change of registered data needs the header If-Match with the version that you have read.',
      remedy: 'Read the record, then send its ETag as If-Match, such as "3".',
    },
    zh: {
      title: '缺少所依据的版本',
      detail: '变更登记信息须提供请求头 If-Match，注明所依据的版本。',
      remedy: '请先查询该记录，并将返回的 ETag（如 "3"）作为 If-Match 发送。',
    },
  },
} as const satisfies ProblemEntries;
