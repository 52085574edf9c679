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
} as const satisfies NoticeEntries;
