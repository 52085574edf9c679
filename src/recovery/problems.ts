/** Findings about a recovery rate, from its balance or its records. They do not change the figures. */
import { defineNotices, type NoticeEntries } from '../core/messages/notice.ts';
import { STOCK_ITEM_WORDS } from '../core/record-terms.ts';
import { ASSAY_FINDINGS } from './assays/notices.ts';
import { DIOXIN_FINDINGS } from './dioxin/notices.ts';
import { ELSEWHERE_FINDINGS } from './elsewhere/notices.ts';
import { FRACTION_FINDINGS } from './fractions/notices.ts';
import { METHOD_FINDINGS } from './methods/notices.ts';
import { PERIOD_FINDINGS } from './periods/notices.ts';
import { SALES_FINDINGS } from './sales/notices.ts';
import { STOCK_FINDINGS } from './stock/notices.ts';
import { FEED_FINDINGS } from './terms/notices.ts';

const BALANCE_FINDINGS = {
  RATE_ABOVE_100: {
    severity: 'block',
    en: { title: 'Rate above 100 %', detail: 'More lead came out than was available.' },
    zh: { title: '回收率超过 100%', detail: '产出的铅多于可用的铅。' },
  },
  UNACCOUNTED_NEGATIVE: {
    severity: 'block',
    en: {
      title: 'More lead than the balance allows',
      detail: 'Products and losses hold more lead than was available, by more than the permitted uncertainty.',
    },
    zh: { title: '铅平衡不成立', detail: '产品与损失中的铅多于可用的铅，且超出允许的不确定度。' },
  },
  UNACCOUNTED_BELOW_ZERO: {
    severity: 'flag',
    en: {
      title: 'Slightly more lead than was available',
      detail: 'Products and losses hold more lead than was available, within the permitted uncertainty.',
    },
    zh: { title: '铅略多于可用量', detail: '产品与损失中的铅多于可用的铅，但在允许的不确定度之内。' },
  },
  UNACCOUNTED_SHARE_HIGH: {
    severity: 'flag',
    en: {
      title: 'Unaccounted lead above its limit',
      detail: 'The share of lead that is neither product nor loss exceeds the limit.',
    },
    zh: { title: '未平衡份额超限', detail: '既非产品亦非损失的铅所占份额超过限值。' },
  },
  OTHER_FEED_SHARE_HIGH: {
    severity: 'flag',
    en: {
      title: 'Much feed other than batteries',
      detail:
        'The share of lead in feed other than batteries exceeds the limit. Judge by the conservative rate, or by separate runs.',
    },
    zh: {
      title: '电池以外原料份额超限',
      detail: '电池以外的原料所含铅的份额超过限值；请按保守口径的铅回收率评定，或依据分开投料的处理批次评定。',
    },
  },
  ASSUMED_ASSAY: {
    severity: 'flag',
    en: {
      title: 'Lead content assumed',
      detail: 'The lead content of some accepted batteries is a declared default and was not measured.',
    },
    zh: { title: '含铅量为假定值', detail: '部分接受电池的含铅量采用申报的默认值，未经检测。' },
  },
  ASSAY_MISSING: {
    severity: 'flag',
    en: { title: 'Assay missing', detail: '{records} records have no assay and count as no lead.' },
    zh: { title: '缺少检测结果', detail: '{records} 条记录没有检测结果，按不含铅计算。' },
  },
  BATTERY_ASSAY_MISSING: {
    severity: 'block',
    en: {
      title: 'Lead content of batteries missing',
      detail: '{records} records of batteries that came have neither an assay nor a declared default.',
    },
    zh: { title: '缺少电池含铅量', detail: '{records} 条进厂电池记录既无检测结果，也无申报的默认值。' },
  },
  PRODUCT_ASSAY_MISSING: {
    severity: 'block',
    en: { title: 'Lead content of products missing', detail: '{records} records of products have no assay.' },
    zh: { title: '缺少产品含铅量', detail: '{records} 条产品记录没有检测结果。' },
  },
  MONTHS_BLOCKED: {
    severity: 'flag',
    en: {
      title: 'Months inside the period are blocked',
      detail:
        'A finding blocks these months: {months}. Read the rate of each, and explain why the whole period is right.',
    },
    zh: {
      title: '期间内有月份被阻断',
      detail: '以下月份存在阻断事项：{months}。请查看各月回收率，并说明整个期间的结果为何成立。',
    },
  },
  PERIOD_IN_PROGRESS: {
    severity: 'flag',
    en: { title: 'Period in progress', detail: 'The period is not over, so its figures still change.' },
    zh: { title: '评价期间尚未结束', detail: '评价期间尚未结束，各项数值仍会变动。' },
  },
  NOTHING_PROCESSED: {
    severity: 'block',
    en: { title: 'Nothing processed', detail: 'No lead was available in the period, so there is no rate.' },
    zh: { title: '评价期内无处理量', detail: '评价期内没有可用的铅，无法计算回收率。' },
  },
  STOCK_ADJUSTED: {
    severity: 'note',
    en: {
      title: 'Stock adjusted to counts',
      detail: 'Stock counts found {foundGrams:mass} and missed {missingGrams:mass}; the difference is booked.',
    },
    zh: { title: '库存已按盘点调整', detail: '盘盈 {foundGrams:mass}，盘亏 {missingGrams:mass}，差额已入账。' },
  },
  STOCK_ADJUSTED_OUTSIDE: {
    severity: 'note',
    en: {
      title: 'Stock outside the balance adjusted',
      detail:
        'Stock counts of products and bought feed found {foundGrams:mass} and missed {missingGrams:mass}. Products count when they are made and bought feed when it is fed, so the rate stays as it is. What is missing counts as stock that no authority saw (STOCK_NOT_OBSERVED).',
    },
    zh: {
      title: '铅平衡以外的库存已按盘点调整',
      detail:
        '产品和外购原料盘盈 {foundGrams:mass}，盘亏 {missingGrams:mass}。产品于产出时、外购原料于投料时计入铅平衡，回收率不受影响；盘亏部分按未经监盘的库存计（STOCK_NOT_OBSERVED）。',
    },
  },
  BATTERIES_WITHOUT_MANIFEST: {
    severity: 'flag',
    en: {
      title: 'Batteries without a manifest',
      detail:
        '{massGrams:mass} of batteries came to recycling sites without a manifest in the period, and {stockGrams:mass} were in stock when it opened. Their lead counts as available.',
    },
    zh: {
      title: '未附联单的电池',
      detail:
        '本期有 {massGrams:mass} 电池未附联单进入再生利用场所，期初库存中有 {stockGrams:mass}；其所含的铅计入可用的铅。',
    },
  },
  OPENING_STOCK_UNCOUNTED: {
    severity: 'flag',
    en: {
      title: 'Opening count without batteries of the books',
      detail:
        'The opening count does not list {massGrams:mass} of batteries without a manifest that the books hold. Their lead counts as available.',
    },
    zh: {
      title: '期初盘点少于账面电池',
      detail: '账面有 {massGrams:mass} 未附联单的电池未列入期初盘点；其所含的铅计入可用的铅。',
    },
  },
  WEIGHING_DIFFERENCE_HIGH: {
    severity: 'flag',
    en: {
      title: 'Large weighing differences of loads',
      detail:
        'Of {sentGrams:mass} that were sent, {missingGrams:mass} neither were accepted nor came back. Their lead counts as a loss.',
    },
    zh: {
      title: '货物计量差异较大',
      detail: '发运的 {sentGrams:mass} 中，有 {missingGrams:mass} 既未被接受也未退回；其所含的铅计为损失。',
    },
  },
  UNCONFIRMED_MASS: {
    severity: 'flag',
    en: {
      title: 'Mass that no independent organisation weighed',
      detail:
        'Of {wholeGrams:mass} that came or were in stock, {ownGrams:mass} came from own sites, {lessGrams:mass} were sent by others and not accepted, and {sentGrams:mass} were sent on to others, also from own sites that do not recycle. Compare the weighing records, and the stock of the receivers.',
    },
    zh: {
      title: '部分重量未经独立单位计量',
      detail:
        '进厂和期初库存共 {wholeGrams:mass}，其中 {ownGrams:mass} 来自本单位场所，{lessGrams:mass} 由其他单位发运而未被接受，{sentGrams:mass} 转送其他单位（含从不从事再生利用的场所转出的）；请核对过磅记录和接受单位的库存。',
    },
  },
  UNCERTAINTY_HIGH: {
    severity: 'flag',
    en: {
      title: 'Uncertainty of the rate above its limit',
      detail:
        'The expanded uncertainty of the rate is {expandedPoints} percentage points, and the limit is {limitPoints}. Assay the largest contributions one by one.',
    },
    zh: {
      title: '回收率不确定度超限',
      detail: '回收率的扩展不确定度为 {expandedPoints} 个百分点，限值为 {limitPoints}；请对影响最大的来源逐一检测。',
    },
  },
  LOADS_UNDER_WAY: {
    severity: 'flag',
    en: {
      title: 'Loads under way or not decided',
      detail:
        '{loads} loads that left in the period, {massGrams:mass}, are under way, not decided, refused and not back, or on own sites that do not recycle. Their lead stays available until another organisation has accepted them or they are back, so the rate may still rise.',
    },
    zh: {
      title: '货物在途或尚未作出接受决定',
      detail:
        '本期发运的 {loads} 批货物（{massGrams:mass}）仍在途、尚未作出接受决定、拒收后尚未退回，或存放于本单位不从事再生利用的场所；在其他单位接受或退回之前，其所含的铅仍计入可用的铅，回收率之后可能上升。',
    },
  },
  LOADS_AT_GATE: {
    severity: 'note',
    en: {
      title: 'Batteries on the site outside the balance',
      detail:
        'At the count of {countedOn}, {loads} loads, {massGrams:mass}, were on recycling sites and not accepted. The count lists {listedGrams:mass} beyond the books, which are taken out of it.',
    },
    zh: {
      title: '在场但未计入平衡的电池',
      detail:
        '{countedOn} 盘点时，再生利用场所内有 {loads} 批货物（{massGrams:mass}）尚未接受。盘点数超出账面 {listedGrams:mass}，该部分已从盘点中扣除。',
    },
  },
  DISPOSAL_FED: {
    severity: 'flag',
    en: {
      title: 'Batteries for disposal were fed',
      detail:
        '{massGrams:mass} of batteries that were fed had been accepted for disposal, or were merged with such batteries. Their lead counts as available.',
    },
    zh: {
      title: '接受时拟处置的电池已投料',
      detail: '已投料的电池中有 {massGrams:mass} 接受时拟作处置，或与此类电池合批；其所含的铅计入可用的铅。',
    },
  },
  BATTERIES_FOR_DISPOSAL: {
    severity: 'note',
    en: {
      title: 'Batteries or other waste accepted for disposal',
      detail:
        '{massGrams:mass} of batteries or other waste were accepted for disposal, and {sentGrams:mass} of it were sent on. They are not received for recycling.',
    },
    zh: {
      title: '接受后拟处置的电池及其他废物',
      detail: '{massGrams:mass} 电池及其他废物接受后拟作处置，另有 {sentGrams:mass} 此类废物转出；均不计入接受量。',
    },
  },
  LOADS_OF_ONE_PARTY: {
    severity: 'note',
    en: {
      title: 'Loads of one organisation alone',
      detail:
        'On {loads} manifests one organisation is consignor, carrier and receiver. No second organisation confirms their mass.',
    },
    zh: {
      title: '移出人、承运人、接受人为同一单位',
      detail: '{loads} 份联单的移出人、承运人和接受人为同一单位，重量未经其他单位确认。',
    },
  },
  LINES_NOT_COUNTED: {
    severity: 'note',
    en: {
      title: 'Batteries not counted',
      detail: '{records} records count in no term of the balance: batteries that were refused.',
    },
    zh: { title: '未计入的电池', detail: '{records} 条记录未计入任何平衡项目，均为被拒收的电池。' },
  },
} as const satisfies NoticeEntries;

export const recoveryFinding = defineNotices(
  {
    ...BALANCE_FINDINGS,
    ...STOCK_FINDINGS,
    ...ASSAY_FINDINGS,
    ...METHOD_FINDINGS,
    ...DIOXIN_FINDINGS,
    ...FRACTION_FINDINGS,
    ...FEED_FINDINGS,
    ...SALES_FINDINGS,
    ...ELSEWHERE_FINDINGS,
    ...PERIOD_FINDINGS,
  },
  { stockItem: STOCK_ITEM_WORDS },
);

export const FINDING_CODES = Object.keys(recoveryFinding.entries) as readonly FindingCode[];
export type FindingCode = keyof typeof recoveryFinding.entries;
