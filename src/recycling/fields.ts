/** Names of the fields of runs, assays, supplies, dispositions, counts of stock and emissions. */
import type { Codes, Fields } from '../core/messages/field.ts';
import { ADJUSTMENT_STATES } from './adjustments/terms.ts';
import type { AnalysisBasis, Substance } from './analyses/analysis.ts';
import type { AssayBasis } from './assays/assay.ts';
import type { EmissionMedium } from './inventory/emission.ts';
import { RECYCLING_TERMS } from './terms.ts';

const BASES: Codes<AssayBasis | AnalysisBasis> = {
  batch: { en: 'one batch', zh: '单个批次' },
  run: { en: 'outputs of one run', zh: '单个处理批次的产出' },
  product: { en: 'own production of a material', zh: '自产物料' },
  supplier_class: { en: 'supplier class', zh: '供货方同类货物' },
  declared_default: { en: 'declared default', zh: '申报默认值' },
  material: { en: 'own material', zh: '自产物料' },
};
const SUBSTANCE_WORDS: Codes<Substance> = {
  water: { en: 'water', zh: '水分' },
  plastics: { en: 'plastics', zh: '塑料' },
  sulphuric_acid: { en: 'sulphuric acid', zh: '硫酸' },
  sulphate: { en: 'pure sulphate', zh: '硫酸盐（纯盐）' },
  sulphur: { en: 'all sulphur, as sulphuric acid', zh: '总硫（以硫酸计）' },
};
const MEDIA: Codes<EmissionMedium> = { air: { en: 'air', zh: '废气' }, water: { en: 'water', zh: '废水' } };

export const RECYCLING_FIELDS: Fields = {
  process: { en: 'process', zh: '处理工序' },
  startedAt: { en: 'time of the start', zh: '开始时间' },
  fedAt: { en: 'time of the feed', zh: '投料时间' },
  yieldedAt: { en: 'time of the output', zh: '产出时间' },
  closedAt: { en: 'time of the closing', zh: '结束时间' },
  carriedGrams: { en: 'mass that stays in the run, in grams', zh: '结转量（克）' },
  outputs: { en: 'outputs', zh: '产出' },
  'runs.state': {
    en: 'state of the run',
    zh: '处理批次状态',
    codes: { open: { en: 'open', zh: '进行中' }, closed: { en: 'closed', zh: '已结束' } },
  },
  basis: { en: 'basis of the assay', zh: '检测依据', codes: BASES },
  supplierId: { en: 'supplier', zh: '供货方编号' },
  substance: { en: 'substance', zh: '检测物质', codes: { lead: { en: 'lead', zh: '铅' }, ...SUBSTANCE_WORDS } },
  ppm: { en: 'content in ppm', zh: '含量（ppm）' },
  wetBasis: { en: 'content refers to the mass as weighed', zh: '按湿基计' },
  moisturePpm: { en: 'moisture in ppm', zh: '水分（ppm）' },
  method: { en: 'method', zh: '检测方法' },
  laboratory: { en: 'laboratory', zh: '检测机构' },
  laboratoryKind: {
    en: 'kind of laboratory',
    zh: '检测机构类别',
    codes: { external: { en: 'independent', zh: '外部机构' }, own: { en: 'own', zh: '本单位' } },
  },
  certificateNumber: { en: 'number of the certificate', zh: '检测报告编号' },
  certificateFileId: { en: 'file of the certificate', zh: '检测报告文件编号' },
  certificateSha256: { en: 'SHA-256 of the certificate', zh: '检测报告文件 SHA-256' },
  sampledAt: { en: 'time of sampling', zh: '采样时间' },
  feedId: { en: 'feed', zh: '投料编号' },
  outputId: { en: 'output', zh: '产出批次编号' },
  replacesId: { en: 'record that is corrected', zh: '被更正记录编号' },
  sourceKind: { en: 'kind of supply', zh: '原料种类' },
  'supplies.supplierName': { en: 'supplier', zh: '供货方名称' },
  documentNumber: { en: 'number of the document', zh: '单据编号' },
  receivedAt: { en: 'time of receipt', zh: '收货时间' },
  assay: { en: 'assay', zh: '检测结果' },
  'dispositions.kind': { en: 'kind of disposition', zh: '去向类型', codes: RECYCLING_TERMS.disposition },
  receiverName: { en: 'receiver', zh: '接收方名称' },
  contractNumber: { en: 'number of the contract', zh: '合同编号' },
  confirmationNumber: { en: 'number of the confirmation of use', zh: '利用确认编号' },
  'dispositions.use': { en: 'use', zh: '用途' },
  'confirmations.number': { en: 'number of the confirmation of use', zh: '利用确认编号' },
  'analyses.material': { en: 'material', zh: '物料' },
  dispositionId: { en: 'disposition', zh: '去向记录编号' },
  confirmedOn: { en: 'day of the confirmation', zh: '确认日期' },
  fileId: { en: 'file of the proof', zh: '证明文件编号' },
  countedOn: { en: 'day of the count', zh: '盘点日期' },
  countedBy: { en: 'person who counted', zh: '盘点人' },
  item: { en: 'stock item', zh: '盘点项目' },
  leadPpm: { en: 'lead content in ppm', zh: '含铅量（ppm）' },
  countId: { en: 'stock count', zh: '盘点编号' },
  reasonCode: { en: 'coded reason', zh: '调整原因代码' },
  'adjustments.batches': { en: 'batches', zh: '批次' },
  countedGrams: { en: 'counted mass in grams', zh: '盘点重量（克）' },
  countedPieces: { en: 'counted pieces', zh: '盘点只数' },
  aboveLimit: {
    en: 'above the limit',
    zh: '是否超过复核限值',
    codes: { true: { en: 'yes', zh: '是' }, false: { en: 'no', zh: '否' } },
  },
  'stock-adjustments.state': { en: 'state of the adjustment', zh: '调整状态', codes: ADJUSTMENT_STATES },
  evidence: { en: 'evidence', zh: '依据凭证' },
  medium: { en: 'medium', zh: '排放介质', codes: MEDIA },
  leadGrams: { en: 'mass of lead in grams', zh: '铅排放量（克）' },
  monitoringPoint: { en: 'monitoring point', zh: '监测点位' },
  reportNumber: { en: 'number of the report', zh: '监测报告编号' },
};
