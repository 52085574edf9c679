/** Texts of the findings about rates by mass. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const METHOD_FINDINGS = {
  MASS_RATE_ABOVE_100: {
    severity: 'block',
    en: { title: 'Rate by mass above 100 %', detail: 'More mass became material than batteries were fed.' },
    zh: { title: '按重量计的回收率超过 100%', detail: '成为材料的重量多于投料电池的重量。' },
  },
  SULPHUR_LIMITED: {
    severity: 'note',
    en: {
      title: 'Acid and sulphates limited',
      detail:
        'Recovered acid and sulphates hold more sulphur than the batteries brought. What exceeds it does not count.',
    },
    zh: {
      title: '硫酸和硫酸盐按含硫量限额计入',
      detail: '再生硫酸和硫酸盐所含的硫多于电池带入的硫，超出部分不计。',
    },
  },
  NEXT_STEP_DECLARED: {
    severity: 'flag',
    en: {
      title: 'Efficiency of the next recycler stated by the caller',
      detail:
        'The question states the efficiency of the next recycler. No record proves it; the own figure is without it.',
    },
    zh: {
      title: '下一级效率由查询方填报',
      detail: '下一级再生利用单位的效率由查询方填报，没有记录佐证；本企业各工序的指标不含该部分。',
    },
  },
  FRACTIONS_UNCONFIRMED: {
    severity: 'note',
    en: {
      title: 'Fractions without proof of use',
      detail: '{records} records of fractions, {massGrams:mass}, have no confirmation of their use and do not count.',
    },
    zh: {
      title: '组分缺少利用凭证',
      detail: '{records} 条组分记录（{massGrams:mass}）尚无利用确认，未计入。',
    },
  },
  FRACTION_CONTENT_MISSING: {
    severity: 'flag',
    en: {
      title: 'Share of fractions unknown',
      detail: '{records} records of used fractions have no share that counts, and count as 0.',
    },
    zh: { title: '组分有效含量未知', detail: '{records} 条已利用组分的记录没有有效含量，按 0 计。' },
  },
  SHARES_ASSUMED: {
    severity: 'flag',
    en: {
      title: 'Water or sulphur of batteries assumed',
      detail: 'The water or sulphur of {massGrams:mass} of batteries was assumed and not measured.',
    },
    zh: { title: '电池水分或含硫量为假定值', detail: '{massGrams:mass} 电池的水分或含硫量采用假定值，未经检测。' },
  },
  PART_OF_YEAR: {
    severity: 'note',
    en: { title: 'Part of a year', detail: 'The European methods are reported by calendar year.' },
    zh: { title: '评价期间不足一年', detail: '欧盟方法按日历年报告。' },
  },
} as const satisfies NoticeEntries;
