/** Findings about a recovery rate, from its balance or its records. They do not change the figures. */
import { defineNotices } from '../core/messages/notice.ts';

export const recoveryFinding = defineNotices({
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
      detail: '{records} accepted lines have neither an assay nor a declared default.',
    },
    zh: { title: '缺少电池含铅量', detail: '{records} 条接受明细既无检测结果，也无申报的默认值。' },
  },
  STOCK_COUNT_MISSING: {
    severity: 'block',
    en: { title: 'Stock count missing', detail: 'Stock counts are missing for these days and site ids: {missing}.' },
    zh: { title: '缺少盘点记录', detail: '缺少以下日期和场所（以编号列出）的盘点记录：{missing}。' },
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
        'Stock counts of products and bought feed found {foundGrams:mass} and missed {missingGrams:mass}. Products count when they are made and bought feed when it is fed, so the rate stays as it is.',
    },
    zh: {
      title: '铅平衡以外的库存已按盘点调整',
      detail:
        '产品和外购原料盘盈 {foundGrams:mass}，盘亏 {missingGrams:mass}。产品于产出时、外购原料于投料时计入铅平衡，回收率不受影响。',
    },
  },
  LINES_NOT_COUNTED: {
    severity: 'note',
    en: {
      title: 'Batteries not counted',
      detail:
        '{records} records count in no term of the balance: batteries that were refused or came without a manifest.',
    },
    zh: { title: '未计入的电池', detail: '{records} 条记录未计入任何平衡项目，均为被拒收或未附联单的电池。' },
  },
});

export const FINDING_CODES = Object.keys(recoveryFinding.entries) as readonly FindingCode[];
export type FindingCode = keyof typeof recoveryFinding.entries;
