/** Names of the fields of requests about recovery rates. */
import type { Codes, Fields } from '../core/messages/field.ts';
import type { RecordKind, RecordTerm } from './lead-records.ts';

/** Kinds of records of a lead balance in words. */
export const RECORD_KIND_WORDS: Codes<RecordKind> = {
  manifest_line: { en: 'accepted line of a manifest', zh: '联单明细接受量' },
  refused_line: { en: 'refused line of a manifest', zh: '联单明细拒收量' },
  generation: { en: 'batteries recorded on the site', zh: '场所登记的电池' },
  dispatch: { en: 'loaded on a vehicle', zh: '发运' },
  return: { en: 'came back to the consignor', zh: '退回' },
  feed: { en: 'fed into a run', zh: '投料' },
  output: { en: 'yielded by a run', zh: '产出' },
  sale: { en: 'sold', zh: '销售' },
  disposal: { en: 'disposed of', zh: '处置' },
  stock_adjustment: { en: 'adjusted after a stock count', zh: '盘点调整' },
  stock_count_line: { en: 'line of a stock count', zh: '盘点明细' },
  emission: { en: 'lead emitted to air or water', zh: '排放的铅' },
};

/** Words for the terms of the lead balance. */
export const RECORD_TERM_WORDS: Codes<RecordTerm> = {
  received: { en: 'received', zh: '接受' },
  opening_stock: { en: 'opening stock', zh: '期初库存' },
  closing_stock: { en: 'closing stock', zh: '期末库存' },
  found_stock: { en: 'batteries found by a stock count', zh: '电池盘盈' },
  forwarded: { en: 'sent on', zh: '转出' },
  other_feed: { en: 'feed other than batteries', zh: '电池以外的原料' },
  opening_work: { en: 'opening work in progress', zh: '期初在制品' },
  closing_work: { en: 'closing work in progress', zh: '期末在制品' },
  found_work: { en: 'work in progress found by a stock count', zh: '在制品盘盈' },
  products: { en: 'products', zh: '产品' },
  by_products: { en: 'by-products', zh: '副产品' },
  loss_slag: { en: 'lost in slag', zh: '炉渣损失' },
  loss_sludge: { en: 'lost in sludge', zh: '污泥损失' },
  loss_separators: { en: 'lost in separators', zh: '隔板损失' },
  loss_dust: { en: 'lost in dust', zh: '烟尘损失' },
  loss_air: { en: 'lost to air', zh: '废气损失' },
  loss_water: { en: 'lost to water', zh: '废水损失' },
  loss_stock: { en: 'missing in a stock count', zh: '盘亏' },
  loss_other: { en: 'other losses', zh: '其他损失' },
  outside_balance: { en: 'adjusted stock outside the balance', zh: '铅平衡以外的盘点调整' },
  not_counted: { en: 'not counted', zh: '未计入' },
};

export const RECOVERY_FIELDS: Fields = {
  period: { en: 'period', zh: '评价期间' },
  term: { en: 'term of the balance', zh: '平衡项目', codes: RECORD_TERM_WORDS },
};
