/** Texts of the findings about stock at the ends of a period. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const STOCK_FINDINGS = {
  STOCK_COUNT_MISSING: {
    severity: 'block',
    en: { title: 'Stock count missing', detail: 'Stock counts are missing for these days and site ids: {missing}.' },
    zh: { title: '缺少盘点记录', detail: '缺少以下日期和场所（以编号列出）的盘点记录：{missing}。' },
  },
  STOCK_DIFFERS_FROM_BOOKS: {
    severity: 'block',
    en: {
      title: 'Counted stock differs from the books',
      detail:
        'At the end of {countedOn}, {countedGrams:mass} of item {item:stockItem} were counted on site {siteName} ({siteId}), and the books had {bookGrams:mass}. They differ by {differenceGrams:mass}, with a tolerance of {toleranceGrams:mass}. Book the difference: POST /v1/stock-counts/{countId}/adjustments, with a reason, and by a second person above the limit. If the count is wrong, correct it.',
    },
    zh: {
      title: '盘点与账面不符',
      detail:
        '{countedOn} 日终，场所“{siteName}”（{siteId}）项目“{item:stockItem}”的盘点量为 {countedGrams:mass}，账面量为 {bookGrams:mass}，相差 {differenceGrams:mass}，超过允许差值 {toleranceGrams:mass}。请说明原因并调整账面：POST /v1/stock-counts/{countId}/adjustments，超过复核限值的由第二人复核；盘点有误的，请更正盘点。',
    },
  },
  STOCK_OBSERVED_OTHERWISE: {
    severity: 'block',
    en: {
      title: 'Count differs from what an authority saw',
      detail:
        'At the end of {countedOn}, stock count {countId} of site {siteName} ({siteId}) has {countedGrams:mass} of item {item:stockItem}. An authority was there on {observedOn} and saw {observedGrams:mass} (report {reportNumber}). They differ by {differenceGrams:mass}, with a tolerance of {toleranceGrams:mass}. Correct the count, then book its difference from the books: POST /v1/stock-counts/{countId}/adjustments of the corrected count. If the report is wrong, the authority corrects it.',
    },
    zh: {
      title: '盘点与监盘结果不符',
      detail:
        '{countedOn} 日终，场所“{siteName}”（{siteId}）盘点 {countId} 中项目“{item:stockItem}”为 {countedGrams:mass}；主管部门 {observedOn} 现场核查所见为 {observedGrams:mass}（报告编号 {reportNumber}），相差 {differenceGrams:mass}，超过允许差值 {toleranceGrams:mass}。请更正盘点，再对更正后的盘点调整账面：POST /v1/stock-counts/{countId}/adjustments；监盘结果有误的，由主管部门更正。',
    },
  },
  STOCK_NOT_OBSERVED: {
    severity: 'flag',
    en: {
      title: 'Stock that no authority saw',
      detail:
        'At the end of the period, stock that no authority saw on the site held {closingLeadGrams:mass} of lead (items: {items:stockItem}), {outsideLeadGrams:mass} of it in products and bought feed; stock at the beginning held {openingLeadGrams:mass}. Only books and counts of the enterprise show it. Counts of the period missed {missingLeadGrams:mass} of lead in products and bought feed. Batteries with {elsewhereLeadGrams:mass} of lead are on own sites that do not recycle, or came to them or left them unseen (sites: {sites}). {leadGrams:mass} in all, {sharePercent} % of the lead available, count as lead that could have been fed without a record or never made, and the rate states an uncertainty of {limitPercent} %. Ask the authority to observe the closing count of these items on the site, also on the sites that do not recycle. Correct outputs and feeds where products were not made or feed was used.',
    },
    zh: {
      title: '期末库存未经监盘',
      detail:
        '期末库存中，未经主管部门监盘的部分含铅 {closingLeadGrams:mass}（项目：{items:stockItem}），其中产品和外购原料含铅 {outsideLeadGrams:mass}；期初库存含铅 {openingLeadGrams:mass}。上述库存仅有本单位账面和盘点为据。评价期内产品和外购原料盘亏含铅 {missingLeadGrams:mass}。本单位不从事再生利用的场所（{sites}）存放的、以及进出上述场所而去向未经证实的电池，含铅 {elsewhereLeadGrams:mass}。合计 {leadGrams:mass} 按可能已投料而未登记、或并未实际产出计，占可用铅量的 {sharePercent}%（回收率的不确定度为 {limitPercent}%）。请申请主管部门对上述项目（含不从事再生利用的场所）的期末盘点进行监盘；产品并未产出或原料已投料的，请更正产出、补录投料。',
    },
  },
  STOCK_ABOVE_STORAGE: {
    severity: 'flag',
    en: {
      title: 'More batteries counted than the site may store',
      detail:
        'At the end of {countedOn}, {countedGrams:mass} of batteries were counted on site {siteName} ({siteId}), which may store {limitGrams:mass}. Let a person who is independent of the enterprise see them on the site. If the count is wrong, correct it; if the limit is, the authority changes the site.',
    },
    zh: {
      title: '盘点电池超过场所贮存上限',
      detail:
        '{countedOn} 日终，场所“{siteName}”（{siteId}）盘点电池 {countedGrams:mass}，超过该场所贮存上限 {limitGrams:mass}。请由独立于本单位的人员现场核对实物；盘点有误的，请更正盘点；贮存上限有误的，请主管部门更正场所登记信息。',
    },
  },
  STOCK_NOT_COUNTED: {
    severity: 'block',
    en: {
      title: 'Stock of the books not counted',
      detail:
        'At the end of {countedOn}, the books of site {siteName} ({siteId}) had {bookGrams:mass} of item {item:stockItem}, and stock count {countId} does not name it, so it counts as 0. Correct the count so that it names the item. If nothing is there, count 0 and book the difference: POST /v1/stock-counts/{countId}/adjustments of the corrected count, with a reason, and by a second person above the limit.',
    },
    zh: {
      title: '账面库存未盘点',
      detail:
        '{countedOn} 日终，场所“{siteName}”（{siteId}）项目“{item:stockItem}”的账面量为 {bookGrams:mass}，盘点 {countId} 未列该项目，按盘点量为 0 处理。请更正盘点，补列该项目；确无实物的，盘点量填 0，再对更正后的盘点说明原因并调整账面：POST /v1/stock-counts/{countId}/adjustments，超过复核限值的由第二人复核。',
    },
  },
  COUNTED_CONTENT_DIFFERS: {
    severity: 'block',
    en: {
      title: 'Counted lead content differs from the books',
      detail:
        'At the end of {countedOn}, item {item:stockItem} was counted on site {siteName} ({siteId}) with a lead content of {countedPercent} %. By their assays, the batches in the books have {lowPercent} %. Correct stock count {countId}, or record the assay that is missing.',
    },
    zh: {
      title: '盘点含铅量与账面不符',
      detail:
        '{countedOn} 日终，场所“{siteName}”（{siteId}）项目“{item:stockItem}”的盘点含铅量为 {countedPercent}%，账面批次按检测结果为 {lowPercent}%。请更正盘点 {countId}，或补录检测结果。',
    },
  },
  COUNTED_CONTENT_IMPLAUSIBLE: {
    severity: 'block',
    en: {
      title: 'Counted lead content implausible',
      detail:
        'At the end of {countedOn}, item {item:stockItem} was counted on site {siteName} ({siteId}) with a lead content of {countedPercent} %. What is known of it allows {lowPercent} % to {highPercent} %. Correct stock count {countId}, or record assays of the batches.',
    },
    zh: {
      title: '盘点含铅量不合理',
      detail:
        '{countedOn} 日终，场所“{siteName}”（{siteId}）项目“{item:stockItem}”的盘点含铅量为 {countedPercent}%，按已知情况应在 {lowPercent}% 至 {highPercent}% 之间。请更正盘点 {countId}，或补录各批次的检测结果。',
    },
  },
  COUNTED_CONTENT_UNKNOWN: {
    severity: 'flag',
    en: {
      title: 'Counted lead content without an assay',
      detail:
        'At the end of {countedOn}, {unknownGrams:mass} of item {item:stockItem} on site {siteName} ({siteId}) had no assay. The rate takes the {countedPercent} % that stock count {countId} declares.',
    },
    zh: {
      title: '盘点含铅量无检测依据',
      detail:
        '{countedOn} 日终，场所“{siteName}”（{siteId}）项目“{item:stockItem}”中有 {unknownGrams:mass} 没有检测结果，按盘点 {countId} 所报的 {countedPercent}% 计算。',
    },
  },
  OPEN_RUNS_DIFFER: {
    severity: 'block',
    en: {
      title: 'Count differs from what open runs hold',
      detail:
        'At the end of {countedOn}, {countedGrams:mass} of item {item:stockItem} were counted on site {siteName} ({siteId}). The books had {bookGrams:mass}, of which open runs held {runGrams:mass}. They differ by {differenceGrams:mass}, with a tolerance of {toleranceGrams:mass}. Record the outputs that are missing, or close the runs that had ended. Mass that is in them no more is then a process difference. If the count is wrong, correct it.',
    },
    zh: {
      title: '盘点与进行中的处理批次不符',
      detail:
        '{countedOn} 日终，场所“{siteName}”（{siteId}）项目“{item:stockItem}”的盘点量为 {countedGrams:mass}，账面量为 {bookGrams:mass}，其中进行中的处理批次结存 {runGrams:mass}，相差 {differenceGrams:mass}，超过允许差值 {toleranceGrams:mass}。请补录产出，或结束实际已完成的处理批次，已不在其中的重量即记为过程差异；盘点有误的，请更正盘点。',
    },
  },
  OPEN_RUN_CONTENT_MISSING: {
    severity: 'block',
    en: {
      title: 'Lead content of an open run unknown',
      detail:
        'Run {runId} on site {siteName} held {heldGrams:mass} at the end of {countedOn}, and {records} of its feeds and outputs have no assay. Record the assays, or close the run if it had ended.',
    },
    zh: {
      title: '进行中的处理批次含铅量不明',
      detail:
        '场所“{siteName}”的处理批次 {runId} 于 {countedOn} 日终结存 {heldGrams:mass}，其投料和产出中有 {records} 条没有检测结果。请补录检测结果；该批次实际已完成的，请予结束。',
    },
  },
  OPEN_RUN_IMPLAUSIBLE: {
    severity: 'block',
    en: {
      title: 'Lead content of an open run impossible',
      detail:
        'Run {runId} on site {siteName} held {heldGrams:mass} at the end of {countedOn}. By its feeds and outputs {leadGrams:mass} of it would be lead. Check the assays and masses of its feeds and outputs, or close the run if it had ended.',
    },
    zh: {
      title: '进行中的处理批次含铅量不合理',
      detail:
        '场所“{siteName}”的处理批次 {runId} 于 {countedOn} 日终结存 {heldGrams:mass}，按投料和产出计算其中含铅 {leadGrams:mass}。请核对投料和产出的检测结果及重量；该批次实际已完成的，请予结束。',
    },
  },
  OPEN_RUNS: {
    severity: 'note',
    en: {
      title: 'Open runs at an end of the period',
      detail:
        'At the end of {countedOn}, {runs} open runs held {massGrams:mass} with {leadGrams:mass} of lead, by their feeds and outputs. Lead that was lost in them shows when they are closed.',
    },
    zh: {
      title: '期初或期末有进行中的处理批次',
      detail:
        '{countedOn} 日终有 {runs} 个进行中的处理批次，按投料和产出计算结存 {massGrams:mass}，含铅 {leadGrams:mass}。其中的损失在批次结束时方可显示。',
    },
  },
} as const satisfies NoticeEntries;
