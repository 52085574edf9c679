/** Reasons why a message cannot be read or is not as published, in words for sentences. */
import type { Bilingual } from '../../core/messages/language.ts';

export const REASONS = {
  'type-wrong': { en: 'its type is not the expected one', zh: '类型不符' },
  'too-long': { en: 'it is longer than 1,000,000 characters', zh: '超过 1 000 000 个字符' },
  'not-compact-jws': { en: 'it is not a compact JWS', zh: '不是紧凑格式的 JWS' },
  'header-not-json': { en: 'its header is not JSON', zh: '签名信息不是 JSON' },
  'header-extensions': { en: 'its header asks for extensions', zh: '签名信息要求使用扩展' },
  'header-without-sender': { en: 'its header lacks kid or iss', zh: '签名信息缺少 kid 或 iss' },
  'header-without-message-id': { en: 'its header lacks a message id in jti', zh: '签名信息的 jti 缺少报文标识' },
  'header-without-time': { en: 'its header lacks iat', zh: '签名信息缺少 iat' },
  'header-time-milliseconds': {
    en: 'its iat is in milliseconds; it must be in whole seconds since 1970',
    zh: '签名信息的 iat 以毫秒填写，应为 1970 年以来的整秒数',
  },
  'header-time-wrong': {
    en: 'its iat is not a time in whole seconds since 1970',
    zh: '签名信息的 iat 不是 1970 年以来的整秒数',
  },
  'field-missing': { en: 'the field is missing', zh: '缺少该字段' },
  'field-unknown': { en: 'the field is not known', zh: '不支持该字段' },
  'value-wrong': { en: 'the value is not one of those allowed', zh: '取值不在允许范围内' },
  'range-wrong': { en: 'the value is too large, too small, too long or too short', zh: '数值或长度超出允许范围' },
  'form-wrong': { en: 'the value has another form', zh: '内容格式不符' },
  'spelling-wrong': {
    en: 'an identifier is not in its one form: half-width, without blanks, UUIDs in lower case, credit codes in capitals',
    zh: '标识未采用规定写法：须为半角、不含空格，UUID 须小写，统一社会信用代码须大写',
  },
  'kind-wrong': { en: 'the value is of another kind', zh: '数据类型不符' },
  'payload-contradicted': { en: 'it differs from the payload', zh: '与报文内容（payload）不一致' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Reason = keyof typeof REASONS;
