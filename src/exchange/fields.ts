/** Names of the fields of requests about partners and deliveries. */
import type { Fields } from '../core/messages/field.ts';
import { EXCHANGE_TERMS } from './terms.ts';

export const EXCHANGE_FIELDS: Fields = {
  'partners.code': { en: 'partner code', zh: '对接方代码' },
  'partners.name': { en: 'partner name', zh: '对接方名称' },
  'partners.kind': { en: 'partner kind', zh: '对接方类型', codes: EXCHANGE_TERMS.partner },
  baseUrl: { en: 'address of the service', zh: '服务地址' },
  sandbox: { en: 'sandbox', zh: '模拟端（仅供试用）' },
  keys: { en: 'public keys', zh: '公钥' },
  kid: { en: 'key identifier', zh: '公钥编号' },
  jwk: { en: 'public key', zh: '公钥内容' },
  kty: { en: 'key type', zh: '密钥类型' },
  crv: { en: 'curve', zh: '椭圆曲线' },
  x: { en: 'coordinate x', zh: '坐标 x' },
  y: { en: 'coordinate y', zh: '坐标 y' },
  notBefore: { en: 'first instant of use', zh: '启用时间' },
  notAfter: { en: 'end of use', zh: '停用时间' },
  envelopes: { en: 'signed messages', zh: '签名报文' },
  partner: { en: 'partner', zh: '对接方代码' },
  manifestId: { en: 'manifest', zh: '联单记录编号' },
  'number-clashes.remarks': { en: 'remarks', zh: '处理说明' },
  'number-clashes.state': { en: 'state of the clash', zh: '冲突状态', codes: EXCHANGE_TERMS.clash },
  'deliveries.state': { en: 'state of the delivery', zh: '投递状态', codes: EXCHANGE_TERMS.delivery },
};
