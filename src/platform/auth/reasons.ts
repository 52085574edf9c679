/** Reasons why a token or its proof is refused, in words for sentences. */
import type { Bilingual } from '../../core/messages/language.ts';

export const REASONS = {
  'header-form': { en: 'the header is not “Bearer <token>”', zh: '请求头不是“Bearer <token>”的形式' },
  'not-bound': { en: 'it is bound to no key', zh: '令牌未绑定密钥' },
  'not-of-this-service': { en: 'it is not a token of this service', zh: '不是本服务的令牌' },
  'claim-refused': { en: 'one of its claims is not accepted here', zh: '令牌中有一项声明不符合要求' },
  'proof-unsigned': { en: 'it is not a proof signed by the key it names', zh: '不是以所列密钥签名的证明' },
  'proof-old': { en: 'it was not made at the present time', zh: '证明的生成时间与当前时间相差过大' },
  'proof-method': { en: 'it names another method', zh: '所列请求方法不符' },
  'proof-address': { en: 'it names another address', zh: '所列请求地址不符' },
  'proof-token': { en: 'it names another token', zh: '所列令牌不符' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Reason = keyof typeof REASONS;
