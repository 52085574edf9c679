/** States, steps and recommendations of assessments in words. */
import type { Bilingual } from '../../core/messages/language.ts';
import { titlesOf } from '../../core/messages/notice.ts';
import { recoveryFinding } from '../problems.ts';

export const ASSESSMENT_STATES = {
  draft: { en: 'draft', zh: '草稿' },
  submitted: { en: 'submitted', zh: '待评审' },
  reviewed: { en: 'reviewed', zh: '待认定' },
  certified: { en: 'certified', zh: '通过认定' },
  refused: { en: 'refused', zh: '不予认定' },
  returned: { en: 'returned', zh: '退回补正' },
  objected: { en: 'objected to', zh: '异议处理中' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const ASSESSMENT_STEPS = {
  open: { en: 'open', zh: '建立' },
  submit: { en: 'submit', zh: '提交' },
  withdraw: { en: 'withdraw', zh: '撤回' },
  review: { en: 'review', zh: '评审' },
  return: { en: 'return', zh: '评审退回' },
  send_back: { en: 'send back', zh: '认定退回' },
  certify: { en: 'certify', zh: '认定' },
  refuse: { en: 'refuse', zh: '不予认定' },
  object: { en: 'object', zh: '提出异议' },
  answer: { en: 'answer', zh: '答复异议' },
  confirm: { en: 'confirm', zh: '维持原认定' },
  reopen: { en: 'reopen', zh: '重新认定' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const RECOMMENDATION_WORDS = {
  certify: { en: 'certify', zh: '建议认定' },
  refuse: { en: 'refuse', zh: '建议不予认定' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const ASSESSMENT_TERMS = {
  assessmentState: ASSESSMENT_STATES,
  assessmentStep: ASSESSMENT_STEPS,
  finding: titlesOf(recoveryFinding.entries),
};
