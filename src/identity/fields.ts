/** Names of the fields of people and clients. */
import { ROLE_TERMS } from '../core/access/role-terms.ts';
import type { Codes, Fields } from '../core/messages/field.ts';
import type { ClientKind } from './clients/client.ts';
import type { PersonState } from './people/person.ts';

const KINDS: Codes<ClientKind> = {
  machine: { en: 'system that acts for itself', zh: '系统客户端' },
  app: { en: 'application in which people log in', zh: '人员登录的应用' },
  handheld: { en: 'handheld device', zh: '手持终端' },
};
const STATES: Codes<PersonState> = { active: { en: 'active', zh: '启用' }, blocked: { en: 'blocked', zh: '停用' } };

export const IDENTITY_FIELDS: Fields = {
  'clients.name': { en: 'client name', zh: '客户端名称' },
  'clients.kind': { en: 'client kind', zh: '客户端类型', codes: KINDS },
  division: { en: 'city or province acted for', zh: '所代表的行政区划' },
  roles: { en: 'roles', zh: '角色', codes: ROLE_TERMS },
  scopes: { en: 'permissions', zh: '权限' },
  use: { en: 'use of the key', zh: '公钥用途' },
  alg: {
    en: 'algorithm',
    zh: '签名算法',
    codes: {
      ES256: { en: 'with an EC key', zh: '使用 EC 密钥' },
      PS256: { en: 'with an RSA key', zh: '使用 RSA 密钥' },
      EdDSA: { en: 'with an OKP key', zh: '使用 OKP 密钥' },
    },
  },
  n: { en: 'modulus', zh: '模数 n' },
  e: { en: 'exponent', zh: '指数 e' },
  redirectUris: { en: 'redirect addresses', zh: '回调地址' },
  dpopRequired: { en: 'tokens bound to a key', zh: '令牌须绑定密钥' },
  overlapHours: { en: 'hours for which the previous secret stays valid', zh: '原密钥保留时间（小时）' },
  personName: { en: 'name of the person', zh: '姓名' },
  personPhone: { en: 'telephone of the person', zh: '联系电话' },
  login: { en: 'login name', zh: '登录名' },
  'people.state': { en: 'state of the account', zh: '账号状态', codes: STATES },
};
