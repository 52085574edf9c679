/** Words of dioxin in a report. */
import type { Bilingual } from '../../core/messages/language.ts';

export const DIOXIN_WORDS = {
  findings: { zh: '二噁英审查事项（{year} 年）', en: 'Findings about dioxin of {year}' },
  findingsSheet: { zh: '二噁英审查事项', en: 'Findings about dioxin' },
  sheet: { zh: '二噁英', en: 'Dioxin' },
  measured: { zh: '二噁英监测（{year} 年）', en: 'Dioxin measurements of {year}' },
  measuredNote: {
    zh: '浓度单位：ng TEQ/m³（标准状态干烟气），为三个样品的平均值。限值 {limit}。单位产品实际排气量高于基准排气量时，按基准排气量浓度判定。',
    en: 'Concentrations in ng TEQ/m³ of dry gas of the standard state, means of three samples. Limit {limit}. Exhaust above the reference exhaust of the production is converted to it.',
  },
  released: {
    zh: '二噁英年排放量：BAT/BEP 实施前后（{year} 年）',
    en: 'Dioxin released in {year}, before and after BAT/BEP',
  },
  releasedNote: {
    zh: '单位：g TEQ。排放因子法采用 UNEP 二噁英清单工具包（2013 年）2e 类因子和当年产量；实施前为该排放口首次监测时的工艺类别。',
    en: 'Grams TEQ. By the factors of the UNEP Toolkit 2013, category 2e, with the production of the year; before: the class at the first measurement of the outlet. ',
  },
  outlet: { zh: '排放口', en: 'Outlet' },
  furnace: { zh: '炉窑', en: 'Furnace' },
  sampledOn: { zh: '采样日期', en: 'Sampled' },
  report: { zh: '检测报告编号', en: 'Report' },
  concentration: { zh: '实测浓度', en: 'Measured' },
  converted: { zh: '基准浓度', en: 'Reference' },
  verdict: { zh: '判定', en: 'Limit' },
  kept: { zh: '达标', en: 'kept' },
  exceeded: { zh: '超标', en: 'exceeded' },
  classBefore: { zh: '类别（前）', en: 'Class before' },
  classAfter: { zh: '类别（后）', en: 'Class after' },
  factorBefore: { zh: '实施前（因子法）', en: 'Before, by factor' },
  factorAfter: { zh: '实施后（因子法）', en: 'After, by factor' },
  byMeasurement: { zh: '实施后（实测法）', en: 'After, measured' },
  perTonne: { zh: '实测 µg/t', en: 'Measured, µg/t' },
  total: { zh: '合计', en: 'Sum' },
} as const satisfies Readonly<Record<string, Bilingual>>;
