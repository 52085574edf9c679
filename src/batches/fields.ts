/** Names of the fields of batches. */
import type { Codes, Fields } from '../core/messages/field.ts';
import { BATCH_TERMS, type BatteryKind, type Origin } from './codes.ts';

const ORIGINS: Codes<Origin> = {
  generated: { en: 'own waste of the site', zh: '自产' },
  collected: { en: 'taken from a source', zh: '收集' },
};
const BATTERY_KINDS: Codes<BatteryKind> = {
  starter: { en: 'starter', zh: '起动型' },
  traction: { en: 'traction', zh: '动力型' },
  stationary: { en: 'stationary', zh: '固定型' },
};
export const BATCH_FIELDS: Fields = {
  origin: { en: 'origin', zh: '取得方式', codes: ORIGINS },
  wasteCode: { en: 'waste code', zh: '废物代码' },
  batteryKind: { ...BATCH_TERMS.field.batteryKind, codes: BATTERY_KINDS },
  riskClass: { ...BATCH_TERMS.field.riskClass, codes: BATCH_TERMS.riskClass },
  condition: { ...BATCH_TERMS.field.condition, codes: BATCH_TERMS.condition },
  massGrams: { en: 'mass in grams', zh: '重量（克）' },
  pieces: { en: 'number of pieces', zh: '数量（只）' },
  sourceType: { en: 'type of source', zh: '来源类型' },
  supplierName: { en: 'supplier', zh: '交售方名称' },
  occurredAt: { en: 'time of the event', zh: '发生时间' },
  idempotencyKey: { en: 'key of the row', zh: '该行幂等键' },
  batch: { en: 'batch', zh: '批次' },
  batchId: { en: 'batch', zh: '批次编号' },
  batchIds: { en: 'batches', zh: '批次编号' },
  'batches.kind': { en: 'batch kind', zh: '批次类型', codes: BATCH_TERMS.batchKind },
  material: BATCH_TERMS.field.material,
  unlicensed: {
    en: 'only collected without a licence',
    zh: '仅显示无许可收集的批次',
    codes: { true: { en: 'yes', zh: '是' }, false: { en: 'no', zh: '否' } },
  },
  inStock: { en: 'only with mass left', zh: '仅显示有余量的批次' },
  direction: {
    en: 'direction of the trace',
    zh: '追溯方向',
    codes: { back: { en: 'to its sources', zh: '追溯来源' }, forward: { en: 'to its destinations', zh: '追踪去向' } },
  },
  share: { en: 'share of the limit in basis points', zh: '占限值的比例（万分之一）' },
};
