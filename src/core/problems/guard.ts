/** What is refused because of how often it is asked, or because nobody said what for. */
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
  'credentials-blocked': {
    kind: 'too-many',
    en: {
      title: 'Too many wrong tokens or secrets',
      detail:
        'From here, or for this client, too many tokens or secrets were wrong; the next is looked at in {retryAfterSeconds} second(s).',
      remedy: 'Wait as long as the header Retry-After says, and correct the token or secret before you send it again.',
    },
    zh: {
      title: '错误的令牌或密钥过多',
      detail: '来自此处或针对该客户端的错误令牌或密钥过多；{retryAfterSeconds} 秒后才会再次核验。',
      remedy: '请按响应头 Retry-After 等待，并在更正令牌或密钥后重试。',
    },
  },
  'purpose-unreadable': {
    kind: 'invalid',
    en: {
      title: 'The purpose cannot be read',
      detail: 'The header Personal-Data-Purpose must say, in 3 to 200 characters, what personal data is read for.',
      remedy: 'Send the purpose as UTF-8, percent-encoded, such as complaint%2042, or leave the header out.',
    },
    zh: {
      title: '无法读取用途说明',
      detail: '请求头 Personal-Data-Purpose 须以 3 至 200 个字符说明读取个人信息的用途。',
      remedy: '请以 UTF-8 百分号编码填写用途，例如 complaint%2042；或不发送该请求头。',
    },
  },
} as const satisfies Record<string, ProblemEntry>;
