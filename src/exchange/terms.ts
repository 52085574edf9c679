/** Names of the codes of the exchange, for sentences shown to users. */
import type { Terms } from '../core/messages/text.ts';

export const EXCHANGE_TERMS = {
  delivery: {
    due: { en: 'due', zh: '待发送' },
    acknowledged: { en: 'acknowledged', zh: '已确认' },
    parked: { en: 'parked', zh: '待人工处理' },
    resent: { en: 'sent again', zh: '已重发' },
  },
  clash: {
    open: { en: 'waits for a person', zh: '待处理' },
    settled: { en: 'settled', zh: '已处理' },
  },
  fault: {
    'plain-http': { en: 'plain http is not allowed', zh: '不允许使用未加密的 http' },
    'internal-network': { en: 'it is in an internal network', zh: '属于内部网络' },
  },
  partner: {
    province: { en: 'province', zh: '省份' },
    national: { en: 'national system', zh: '国家系统' },
  },
} as const satisfies Terms;
