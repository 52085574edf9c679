/** Words for the systems that may be out of use. */
import type { Terms } from '../../core/messages/text.ts';

export const OUTAGE_TERMS = {
  'outage-system': {
    national: { en: 'the national system', zh: '国家系统' },
    provincial: { en: 'the system of the province', zh: '省级系统' },
  },
} as const satisfies Terms;
