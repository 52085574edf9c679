/** Names of the fields of requests about recovery rates. */
import type { Codes, Fields } from '../core/messages/field.ts';
import { ASSESSMENT_STATES, RECOMMENDATION_WORDS } from './assessments/terms.ts';
import type { RecordKind } from './lead-records.ts';
import type { RecordTerm } from './lead-recovery.ts';
import { MASS_TERM_WORDS } from './methods/formulas/mass-term.ts';
import { METHOD_WORDS } from './methods/registry/method-words.ts';

/** Kinds of records of a lead balance in words. */
export const RECORD_KIND_WORDS: Codes<RecordKind> = {
  manifest_line: { en: 'accepted line of a manifest', zh: '联单明细接受量' },
  refused_line: { en: 'refused line of a manifest', zh: '联单明细拒收量' },
  own_line: { en: 'accepted line of a load from an own site', zh: '来自本单位场所的接受明细' },
  line_difference: { en: 'weighing difference of a load that came', zh: '进厂货物的计量差异' },
  generation: { en: 'batteries recorded on the site', zh: '场所登记的电池' },
  dispatch: { en: 'loaded on a vehicle', zh: '发运' },
  load_difference: { en: 'weighing difference of a load sent on', zh: '转出货物的计量差异' },
  load_under_way: { en: 'load under way or not decided', zh: '在途或尚未作出接受决定的货物' },
  return: { en: 'came back to the consignor', zh: '退回' },
  feed: { en: 'fed into a run', zh: '投料' },
  output: { en: 'yielded by a run', zh: '产出' },
  sale: { en: 'sold', zh: '销售' },
  disposal: { en: 'disposed of', zh: '处置' },
  stock_adjustment: { en: 'adjusted after a stock count', zh: '盘点调整' },
  outside_stock: { en: 'counted stock that is not in the balance', zh: '盘点中未计入平衡的电池' },
  book_stock: { en: 'stock of the books that no count lists', zh: '账面有、盘点未列入的库存' },
  stock_count_line: { en: 'line of a stock count', zh: '盘点明细' },
  emission: { en: 'lead emitted to air or water', zh: '排放的铅' },
};

/** Words for the terms of the lead balance. */
export const RECORD_TERM_WORDS: Codes<RecordTerm> = {
  received: { en: 'received', zh: '接受' },
  without_manifest: { en: 'batteries without a manifest', zh: '未附联单的电池' },
  disposal_fed: { en: 'batteries for disposal that were fed', zh: '拟处置而已投料的电池' },
  opening_stock: { en: 'opening stock', zh: '期初库存' },
  uncounted_stock: { en: 'opening stock that the count does not list', zh: '期初盘点未列入的库存' },
  closing_stock: { en: 'closing stock', zh: '期末库存' },
  found_stock: { en: 'batteries found by a stock count', zh: '电池盘盈' },
  forwarded: { en: 'sent on', zh: '转出' },
  under_way: { en: 'under way or not decided', zh: '在途或尚未决定' },
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
  loss_weighing: { en: 'missing in the weighing of loads', zh: '货物计量差异损失' },
  loss_other: { en: 'other losses', zh: '其他损失' },
  outside_balance: { en: 'adjusted stock outside the balance', zh: '铅平衡以外的盘点调整' },
  not_received: { en: 'sent, and neither accepted nor refused', zh: '已发运但既未接受也未拒收' },
  for_disposal: { en: 'accepted for disposal', zh: '接受后拟处置' },
  not_counted: { en: 'not counted', zh: '未计入' },
};

const YES_NO = { true: { en: 'yes', zh: '是' }, false: { en: 'no', zh: '否' } };

export const RECOVERY_FIELDS: Fields = {
  period: { en: 'period', zh: '评价期间' },
  term: { en: 'term of the balance', zh: '平衡项目', codes: { ...RECORD_TERM_WORDS, ...MASS_TERM_WORDS } },
  year: { en: 'calendar year', zh: '年度' },
  'series.from': { en: 'first calendar year', zh: '起始年份' },
  'series.to': { en: 'last calendar year', zh: '终止年份' },
  step: {
    en: 'length of the periods',
    zh: '期间长度',
    codes: { month: { en: 'months', zh: '逐月' }, year: { en: 'years', zh: '逐年' } },
  },
  language: {
    en: 'language',
    zh: '语言',
    codes: { zh: { en: 'Chinese', zh: '中文' }, en: { en: 'English', zh: '英文' } },
  },
  'methods.method': { en: 'method', zh: '计算方法', codes: METHOD_WORDS },
  'assessments.method': { en: 'method', zh: '计算方法', codes: METHOD_WORDS },
  leaveOut: { en: 'elements to leave out', zh: '不计入的元素' },
  next: { en: 'efficiencies of next recyclers', zh: '后续回收环节的效率' },
  'assessments.state': { en: 'state of the assessment', zh: '认定状态', codes: ASSESSMENT_STATES },
  hasRevision: { en: 'with an open revision', zh: '是否有待处理的复核', codes: YES_NO },
  overdue: { en: 'overdue', zh: '是否逾期', codes: YES_NO },
  round: { en: 'round', zh: '轮次' },
  recommendation: { en: 'recommendation', zh: '评审意见', codes: RECOMMENDATION_WORDS },
  flagReasons: { en: 'reasons for flags', zh: '提示事项的理由' },
  'flagReasons.code': { en: 'code of the flag', zh: '提示事项代码' },
  facts: { en: 'facts of the flag', zh: '提示事项的数据' },
  'facts.name': { en: 'name of the fact', zh: '数据名称' },
  'facts.value': { en: 'value of the fact', zh: '数据值' },
  upheld: { en: 'objection upheld', zh: '异议是否成立', codes: YES_NO },
  revision: { en: 'number of the revision', zh: '复核编号' },
};
