/** Names of the roles, for sentences shown to users. */
import { codeWithName } from '../messages/code-names.ts';
import type { Bilingual } from '../messages/language.ts';
import type { Role } from './roles.ts';

export const ROLE_TERMS: Readonly<Record<Role, Bilingual>> = {
  enterprise_operator: { en: 'enterprise operator', zh: '企业操作员' },
  enterprise_manager: { en: 'enterprise manager', zh: '企业负责人' },
  collection_point_operator: { en: 'collection point operator', zh: '收集网点操作员' },
  driver: { en: 'driver', zh: '驾驶人' },
  laboratory_operator: { en: 'laboratory operator', zh: '检测机构操作员' },
  city_regulator: { en: 'city regulator', zh: '市级监管人员' },
  province_regulator: { en: 'province regulator', zh: '省级监管人员' },
  assessor: { en: 'assessor', zh: '评估人员' },
  auditor: { en: 'auditor', zh: '审计人员' },
  national_reader: { en: 'national reader', zh: '国家系统只读账号' },
  partner_province: { en: 'partner province', zh: '对接省份' },
  administrator: { en: 'administrator', zh: '管理员' },
};

/** All roles, in Chinese with their names, as help and commands list them. */
export const ROLE_LIST: Bilingual = {
  en: Object.keys(ROLE_TERMS).join(', '),
  zh: Object.entries(ROLE_TERMS)
    .map(([role, { zh }]) => codeWithName(role, zh, 'zh'))
    .join('、'),
};
