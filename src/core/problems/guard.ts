/** What is refused because of how often it is asked. */
import type { ProblemEntry } from './entry.ts';

export const GUARD_PROBLEMS = {
  'rate-exceeded': {
    kind: 'too-many',
    en: {
      title: 'Too many requests',
      detail:
        'More was asked from here than is allowed; the next request is answered in {retryAfterSeconds} second(s).',
      remedy:
        'Wait as long as the header Retry-After says, then repeat with the same Idempotency-Key; use bulk addresses.',
    },
    zh: {
      title: '请求过于频繁',
      detail: '来自此处的请求超过限额；{retryAfterSeconds} 秒后可再次请求。',
      remedy: '请按响应头 Retry-After 等待后，以相同的 Idempotency-Key 重试；大量数据请使用批量地址。',
    },
  },
} as const satisfies Record<string, ProblemEntry>;
