/** Words for the codes of manifests, in both languages, as messages show them. */
import type { Bilingual } from '../../core/messages/language.ts';
import type { Terms } from '../../core/messages/text.ts';
import type { StepEntryKind } from './step.ts';

const STEP = {
  submit: { en: 'submit', zh: '提交' },
  register_paper: { en: 'register paper', zh: '登记纸质联单' },
  backfill: { en: 'backfill', zh: '补录' },
  number: { en: 'number', zh: '编号' },
  hand_over: { en: 'hand over', zh: '交付' },
  depart: { en: 'depart', zh: '起运' },
  arrive: { en: 'arrive', zh: '运抵' },
  accept: { en: 'accept', zh: '接受' },
  accept_partially: { en: 'accept partially', zh: '部分接受' },
  reject: { en: 'reject', zh: '拒收' },
  dispute: { en: 'dispute', zh: '差异处理' },
  close: { en: 'close', zh: '办结' },
  cancel: { en: 'cancel', zh: '作废' },
};

/** Journal entries of steps, which are also the types of messages. */
const ENTRY: Readonly<Record<StepEntryKind, Bilingual>> = {
  'manifest.submitted': { en: 'submitted', zh: '已提交' },
  'manifest.paper_registered': { en: 'registered on paper', zh: '已登记纸质联单' },
  'manifest.backfilled': { en: 'entered later from paper', zh: '已补录' },
  'manifest.numbered': { en: 'numbered', zh: '已编号' },
  'manifest.handed_over': { en: 'handed over', zh: '已交付' },
  'manifest.departed': { en: 'departed', zh: '已起运' },
  'manifest.arrived': { en: 'arrived', zh: '已运抵' },
  'manifest.accepted': { en: 'accepted', zh: '已接受' },
  'manifest.partially_accepted': { en: 'partially accepted', zh: '部分接受' },
  'manifest.rejected': { en: 'rejected', zh: '已拒收' },
  'manifest.disputed': { en: 'disputed', zh: '差异处理中' },
  'manifest.closed': { en: 'closed', zh: '已办结' },
  'manifest.cancelled': { en: 'cancelled', zh: '已作废' },
};

export const MANIFEST_TERMS = {
  step: STEP,
  entry: ENTRY,
  /** Steps by the last part of their path. */
  path: Object.fromEntries(Object.entries(STEP).map(([step, words]) => [step.replaceAll('_', '-'), words])),
  state: {
    draft: { en: 'draft', zh: '草稿' },
    offline_paper: { en: 'on paper', zh: '纸质待补录' },
    submitted: { en: 'submitted', zh: '已提交' },
    handed_over: { en: 'handed over', zh: '已交付' },
    in_transit: { en: 'in transit', zh: '运输中' },
    arrived: { en: 'arrived', zh: '已运抵' },
    disputed: { en: 'disputed', zh: '差异处理中' },
    accepted: { en: 'accepted', zh: '已接受' },
    partially_accepted: { en: 'partially accepted', zh: '部分接受' },
    rejected: { en: 'rejected', zh: '已拒收' },
    closed: { en: 'closed', zh: '已办结' },
    cancelled: { en: 'cancelled', zh: '已作废' },
  },
  riskClass: {
    I: { en: 'class I', zh: '第Ⅰ类' },
    II: { en: 'class II', zh: '第Ⅱ类' },
  },
  duty: {
    backfill: { en: 'enter the paper manifest', zh: '补录纸质联单' },
    confirm: { en: 'confirm the load', zh: '确认接受' },
  },
  role: {
    consignor: { en: 'consignor', zh: '移出人' },
    carrier: { en: 'carrier', zh: '承运人' },
    receiver: { en: 'receiver', zh: '接受人' },
    national: { en: 'national system', zh: '国家系统' },
  },
  side: {
    origin: { en: 'the province of origin', zh: '移出地省级' },
    destination: { en: 'the province of destination', zh: '接受地省级' },
    national: { en: 'the national authority', zh: '国家' },
  },
  /** Lists of codes that drafts and steps take values from. */
  list: {
    packaging: { en: 'packaging', zh: '包装方式' },
    'treatment-methods': { en: 'treatment methods', zh: '利用处置方式' },
    'discrepancy-kinds': { en: 'kinds of difference', zh: '差异类型' },
  },
  /** Presence of an amount. */
  given: {
    true: { en: 'yes', zh: '大于零' },
    false: { en: 'no', zh: '为零' },
  },
} as const satisfies Terms;
