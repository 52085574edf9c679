/** Words for the codes of this feature, as texts and tables show them. */
import type { Terms } from '../core/messages/text.ts';
import { LICENCE_MODE_TERMS, SITE_KIND_TERMS } from '../core/record-terms.ts';

export const PARTY_TERMS = {
  'party-state': {
    registered: { en: 'registered', zh: '已登记' },
    under_review: { en: 'under review', zh: '审核中' },
    active: { en: 'active', zh: '正常' },
    suspended: { en: 'suspended', zh: '暂停' },
    closed: { en: 'closed', zh: '注销' },
  },
  'party-step': {
    submit: { en: 'submit', zh: '提交审核' },
    approve: { en: 'approve', zh: '核准' },
    'send-back': { en: 'send back', zh: '退回' },
    suspend: { en: 'suspend', zh: '暂停' },
    resume: { en: 'resume', zh: '恢复' },
    close: { en: 'close', zh: '注销' },
  },
  'licence-state': {
    valid: { en: 'valid', zh: '有效' },
    suspended: { en: 'suspended', zh: '暂扣' },
    revoked: { en: 'revoked', zh: '吊销' },
  },
  'licence-step': {
    suspend: { en: 'suspend', zh: '暂扣' },
    reinstate: { en: 'reinstate', zh: '恢复' },
    revoke: { en: 'revoke', zh: '吊销' },
  },
  'licence-mode': LICENCE_MODE_TERMS,
  'qualification-kind': {
    cma: { en: 'CMA qualification', zh: '检验检测机构资质认定（CMA）' },
    cnas: { en: 'CNAS qualification', zh: '实验室认可（CNAS）' },
  },
  'site-kind': SITE_KIND_TERMS,
  'plate-color': {
    blue: { en: 'blue', zh: '蓝色' },
    yellow: { en: 'yellow', zh: '黄色' },
    black: { en: 'black', zh: '黑色' },
    white: { en: 'white', zh: '白色' },
    green: { en: 'green', zh: '绿色' },
    'yellow-green': { en: 'yellow and green', zh: '黄绿双拼色' },
  },
} as const satisfies Terms;
