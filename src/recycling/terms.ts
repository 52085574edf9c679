/**
 * Codes of recycling in words, for sentences. Kinds of batches and sites belong to other features, whose words these must
 * equal; a test compares them.
 */
import type { Bilingual } from '../core/messages/language.ts';
import type { OutputRole } from './material.ts';

const OUTPUT_ROLES: Readonly<Record<OutputRole, Bilingual>> = {
  product: { en: 'product', zh: '产品' },
  intermediate: { en: 'intermediate', zh: '中间物料' },
  by_product: { en: 'by-product', zh: '副产品' },
  residue: { en: 'residue', zh: '残渣' },
};

const BATCH_KINDS = {
  battery: { en: 'batteries', zh: '废铅蓄电池' },
  transit: { en: 'in transit', zh: '在途' },
  process: { en: 'in processing', zh: '处理中' },
  product: { en: 'product', zh: '产品' },
  by_product: { en: 'by-product', zh: '副产品' },
  residue: { en: 'residue', zh: '残渣' },
  other_feed: { en: 'other feed', zh: '其他投料' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const SITE_KINDS = {
  generator: { en: 'generator', zh: '产生单位' },
  collection_point: { en: 'collection point', zh: '收集网点' },
  transfer_point: { en: 'transfer point', zh: '集中转运点' },
  recycler: { en: 'recycler', zh: '再生利用单位' },
  disposer: { en: 'disposer', zh: '处置单位' },
  producer: { en: 'producer', zh: '生产企业' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const DISPOSITIONS = {
  sale: { en: 'sale', zh: '销售' },
  use: { en: 'use', zh: '综合利用' },
  disposal: { en: 'disposal', zh: '处置' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const CERTIFICATE_ANSWERS = {
  issued: { en: 'issued by the laboratory', zh: '报告由本机构出具' },
  not_issued: { en: 'not issued by the laboratory', zh: '报告非本机构出具' },
  withdrawn: { en: 'earlier statement withdrawn', zh: '撤回此前确认' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const SAMPLINGS = {
  by_laboratory: { en: 'taken by the laboratory', zh: '检测机构采样' },
  delivered: { en: 'delivered to the laboratory', zh: '委托方送样' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const CERTIFICATE_OUTCOMES = {
  confirmed: { en: 'confirmed', zh: '已确认' },
  contradicted: { en: 'contradicted', zh: '与记录不符' },
  disowned: { en: 'disowned', zh: '否认出具' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const CERTIFICATE_DIFFERENCES = {
  ppm: { en: 'content', zh: '含量' },
  moisturePpm: { en: 'moisture', zh: '水分' },
  certificateNumber: { en: 'number of the certificate', zh: '检测报告编号' },
  certificateSha256: { en: 'SHA-256 of the certificate', zh: '检测报告文件 SHA-256' },
  sampleMaterial: { en: 'material of the sample', zh: '样品物料' },
  sampleMark: { en: 'mark of the sample', zh: '样品编号' },
  sampledOn: { en: 'day of sampling', zh: '采样日期' },
  seenMassGrams: { en: 'mass of the batch', zh: '批次重量' },
  seenManifestNumber: { en: 'manifest of the batch', zh: '批次联单编号' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Kinds of bought feed, as the list `recycling.supply-kinds` of the law data names them; a test compares them. */
const SUPPLY_KINDS = {
  crude_lead: { en: 'bought crude lead', zh: '外购粗铅' },
  concentrate: { en: 'lead concentrate', zh: '铅精矿' },
  imported_scrap: { en: 'imported lead-bearing scrap', zh: '进口含铅原料' },
  battery_production_scrap: { en: 'production scrap of battery makers', zh: '铅蓄电池生产废料' },
  dust_of_other_lines: { en: 'dust of other lines', zh: '其他生产线含铅烟灰' },
  lead_flux: { en: 'lead-bearing flux', zh: '含铅熔剂' },
  alloying_metal: { en: 'alloying metal', zh: '合金元素金属' },
  reagent: { en: 'reagent: soda, iron, coke and others', zh: '试剂（纯碱、铁屑、焦炭等）' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const RECYCLING_TERMS = {
  'certificate-answer': CERTIFICATE_ANSWERS,
  'certificate-outcome': CERTIFICATE_OUTCOMES,
  'certificate-difference': CERTIFICATE_DIFFERENCES,
  sampling: SAMPLINGS,
  supplyKind: SUPPLY_KINDS,
  outputRole: OUTPUT_ROLES,
  batchKind: BATCH_KINDS,
  siteKind: SITE_KINDS,
  disposition: DISPOSITIONS,
};
