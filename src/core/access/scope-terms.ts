/** Meanings of the scopes in Chinese; `SCOPES` has the English ones. */
import { codesWithNames } from '../messages/code-names.ts';
import type { Bilingual } from '../messages/language.ts';
import { ALL_SCOPES, SCOPES, type Scope } from './scopes.ts';

export const SCOPE_TERMS: Readonly<Record<Scope, string>> = {
  'parties:read': '查看单位、场所和许可证',
  'parties:write': '登记本省的单位、场所和许可证，以及业务所需的外省单位',
  'parties:change':
    '变更单位、场所、许可证和车辆的登记信息：主管部门可变更全部项目，单位可变更本单位的联系方式和描述性项目',
  'calendar:write': '按通知导入年度工作日历',
  'batches:read': '查看权限范围内的批次、物料流转和追溯',
  'batches:write': '登记本单位的批次和物料流转',
  'manifests:read': '查看权限范围内的联单',
  'manifests:write': '填写联单，并为本单位办理移出人和接受人的步骤',
  'manifests:carry': '为本单位办理承运人的步骤',
  'outages:write': '公布系统停机及其结束，并为单位预留纸质联单编号',
  'approvals:read': '查看权限范围内的跨省转移批准决定，以及豁免规定',
  'approvals:write': '登记跨省转移批准决定和豁免规定，并予以撤销或终止',
  'recycling:read': '查看权限范围内的处理批次、检测和盘点',
  'recycling:write': '登记本单位的处理批次、检测和盘点',
  'recycling:confirm': '复核本单位其他人员提出的盘点调整',
  'certificates:confirm': '确认以本单位为检测机构的检测报告',
  'stock:observe': '登记主管部门对盘点的现场核查（监盘）',
  'files:read': '查看本单位的文件，以及可查看的记录所附的文件',
  'files:write': '上传本单位的文件',
  'recovery:read': '查看回收率及其原始记录',
  'assessments:read': '查看权限范围内的回收率认定及其证据',
  'assessments:write': '提交本单位的回收率认定，并对决定提出异议',
  'assessments:review': '以独立专家身份评审已提交的认定',
  'assessments:decide': '对已评审的申请作出认定或不予认定的决定，并答复异议',
  'oversight:read': '查看流向及其原始记录',
  'books:read': '查看全省账目，核对物料是否全部入账',
  'journal:read': '查看已定序的日志',
  'personal:read': '查看未脱敏的个人信息，每次须说明用途并记入日志',
  'exchange:read': '查看对接方、投递和收到的报文',
  'exchange:write': '登记对接方，重发待人工处理的投递',
  'clients:write': '登记客户端、更换密钥、撤销客户端',
  'people:read': '查看已登记的人员，包括不登录系统的人员',
  'people:write': '登记人员、变更角色、停用和启用账号、重设初始密码',
};

/** Scopes with their meanings, as sentences show them. */
export const SCOPE_WORDS: Readonly<Record<string, Bilingual>> = codesWithNames(
  new Map(ALL_SCOPES.map((scope) => [scope, { en: SCOPES[scope], zh: SCOPE_TERMS[scope] }])),
);
