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
  producer: { en: 'producer', zh: '生产企业' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const DISPOSITIONS = {
  sale: { en: 'sale', zh: '销售' },
  use: { en: 'use', zh: '综合利用' },
  disposal: { en: 'disposal', zh: '处置' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const RECYCLING_TERMS = {
  outputRole: OUTPUT_ROLES,
  batchKind: BATCH_KINDS,
  siteKind: SITE_KINDS,
  disposition: DISPOSITIONS,
};
