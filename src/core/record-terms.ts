/** Words for the kinds of records and the items of stock counts, for sentences and for the description. */

import type { DependantKind } from './dependant.ts';
import type { Bilingual } from './messages/language.ts';
import type { Terms } from './messages/text.ts';

export const RECORD_WORDS: Readonly<Record<DependantKind, Bilingual>> = {
  party: { en: 'organisation', zh: '单位' },
  site: { en: 'site', zh: '场所' },
  licence: { en: 'licence', zh: '许可证' },
  vehicle: { en: 'vehicle', zh: '车辆' },
  person: { en: 'person', zh: '人员' },
  client: { en: 'client', zh: '客户端' },
  batch: { en: 'batch', zh: '批次' },
  manifest: { en: 'manifest', zh: '联单' },
  run: { en: 'processing run', zh: '处理批次' },
  supply: { en: 'supply', zh: '外购原料' },
  disposition: { en: 'disposition', zh: '去向' },
  emission: { en: 'emission', zh: '排放' },
  stock_count: { en: 'stock count', zh: '盘点' },
  stock_adjustment: { en: 'stock adjustment', zh: '盘点调整' },
  recovery_rate: { en: 'recovery rate of a period', zh: '某期铅回收率' },
};

/** Items of a stock count, as the list `recycling.counted-items` of the law data names them; a test compares them. */
export const STOCK_ITEM_WORDS = {
  batteries: { en: 'waste batteries in stock', zh: '废铅蓄电池库存' },
  furnace: { en: 'in furnaces and tanks', zh: '炉内及槽内' },
  paste: { en: 'paste and other intermediates', zh: '铅膏等中间物料' },
  slag: { en: 'own slag in stock', zh: '自产炉渣库存' },
  dust: { en: 'own dust in stock', zh: '自产烟灰库存' },
  other_work: { en: 'other work in progress', zh: '其他在制品' },
  plastics: { en: 'plastics in stock', zh: '塑料库存' },
  salts_and_acid: { en: 'sulphates and recovered acid in stock', zh: '硫酸盐及再生硫酸库存' },
  received_waste: { en: 'other waste received by manifest', zh: '凭联单接受的其他含铅废物库存' },
  refined_lead: { en: 'refined lead in stock', zh: '精铅库存' },
  lead_alloy: { en: 'lead alloy in stock', zh: '铅合金库存' },
  bought_crude_lead: { en: 'bought crude lead in stock', zh: '外购粗铅库存' },
  bought_concentrate: { en: 'lead concentrate in stock', zh: '铅精矿库存' },
  bought_scrap: { en: 'bought lead-bearing scrap in stock', zh: '外购含铅废料库存' },
  bought_reagents: { en: 'flux, alloying metals and reagents in stock', zh: '熔剂、合金元素及试剂库存' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Words for the kinds of site, which messages of several features show. */
export const SITE_KIND_TERMS = {
  generator: { en: 'generator', zh: '产生单位' },
  collection_point: { en: 'collection point', zh: '收集网点' },
  transfer_point: { en: 'transfer point', zh: '集中转运点' },
  recycler: { en: 'recycler', zh: '再生利用单位' },
  disposer: { en: 'disposer', zh: '处置单位' },
  producer: { en: 'producer', zh: '生产企业' },
} as const satisfies Terms[string];

/** Words for the activities of a licence. */
export const LICENCE_MODE_TERMS = {
  collection: { en: 'collection', zh: '收集' },
  recycling: { en: 'recycling', zh: '利用' },
  transport: { en: 'transport', zh: '运输' },
} as const satisfies Terms[string];
