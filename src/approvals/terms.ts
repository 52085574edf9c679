/** Words for the codes of approvals, as texts and tables show them. */
import type { Terms } from '../core/messages/text.ts';

export const APPROVAL_TERMS = {
  'approval-state': {
    valid: { en: 'valid', zh: '有效' },
    expired: { en: 'expired', zh: '已到期' },
    withdrawn: { en: 'withdrawn', zh: '已撤销' },
  },
} as const satisfies Terms;
