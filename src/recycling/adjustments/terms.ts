/** States of stock adjustments in words, with the words that sentences about them share. */
import type { Bilingual } from '../../core/messages/language.ts';
import { RECYCLING_TERMS } from '../terms.ts';

/** States of a stock adjustment in words. */
export const ADJUSTMENT_STATES = {
  proposed: { en: 'proposed', zh: '待复核' },
  booked: { en: 'booked', zh: '已入账' },
  rejected: { en: 'rejected', zh: '已退回' },
  expired: { en: 'expired', zh: '已过期' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Items of a stock count, as the list `recycling.counted-items` of the law data names them; a test compares them. */
const STOCK_ITEMS = {
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

/** Quantities of an adjustment in words. */
const QUANTITIES = {
  massGrams: { en: 'mass', zh: '重量' },
  pieces: { en: 'pieces', zh: '只数' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const ADJUSTMENT_TERMS = {
  ...{ ...RECYCLING_TERMS, adjustmentState: ADJUSTMENT_STATES, stockItem: STOCK_ITEMS },
  adjustedQuantity: QUANTITIES,
};
