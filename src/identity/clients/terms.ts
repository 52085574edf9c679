/** Words for the codes of clients, for sentences. */
import type { ActsFor } from '../../core/access/roles.ts';
import type { Bilingual } from '../../core/messages/language.ts';

export const CLIENT_KIND_TERMS = {
  machine: { en: 'machine', zh: '系统客户端' },
  app: { en: 'app', zh: '应用' },
  handheld: { en: 'handheld', zh: '手持终端' },
} as const satisfies Record<string, Bilingual>;

export const AUTH_METHOD_TERMS = {
  client_secret_basic: { en: 'a client secret', zh: '客户端密钥' },
  private_key_jwt: { en: 'assertions signed with its own key', zh: '自有私钥签名的断言' },
  none: { en: 'the login of a person', zh: '人员登录' },
} as const satisfies Record<string, Bilingual>;

export const ACTS_FOR_TERMS: Readonly<Record<ActsFor, Bilingual>> = {
  party: { en: 'an organisation', zh: '单位' },
  city: { en: 'a city', zh: '设区市' },
  partner: { en: 'a partner province', zh: '对接省份' },
  authority: { en: 'the authority of the province', zh: '省级主管部门' },
};
