/** Texts of the findings about feed other than batteries. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const FEED_FINDINGS = {
  FEED_WITHOUT_CONTENT: {
    severity: 'flag',
    en: {
      title: 'Much feed without lead',
      detail:
        '{massGrams:mass} of feed other than batteries has no assay or almost no lead by it: {sharePercent} % of all mass fed, with a limit of {limitPercent} %. Any lead in it raises the rate. Compare invoices, weighing records and stock, and record assays.',
    },
    zh: {
      title: '不含铅原料用量偏大',
      detail:
        '电池以外的原料中有 {massGrams:mass} 未经检测，或检测结果几乎不含铅，占投料总重量的 {sharePercent}%，超过限值 {limitPercent}%；其中如含铅，将抬高回收率。请核对发票、过磅记录和库存，并补充检测结果。',
    },
  },
  WASTE_WITHOUT_MANIFEST: {
    severity: 'flag',
    en: {
      title: 'Hazardous waste fed without a manifest',
      detail:
        '{massGrams:mass} of bought feed is hazardous waste by its waste code and came without a manifest. Only the enterprise says what it was.',
    },
    zh: {
      title: '未附联单的危险废物已投料',
      detail: '外购原料中有 {massGrams:mass} 按废物代码属于危险废物，进厂时未附联单；其种类和含铅量仅由本单位申报。',
    },
  },
} as const satisfies NoticeEntries;
