/** The registry of methods: what each computes, from where to where, and who published it. */
import type { Bilingual } from '../../../core/messages/language.ts';
import { METHOD } from '../../lead-recovery.ts';
import type { Figure } from '../verdict.ts';
import { METHOD_WORDS, type MethodId } from './method-words.ts';

export type Method = {
  readonly id: MethodId;
  /** Grows when figures change. */
  readonly version: number;
  readonly title: Bilingual;
  /** Publication that defines or demands the figure. */
  readonly source: Bilingual;
  readonly boundary: Bilingual;
  /** Formula in the terms of the balance. */
  readonly formula: string;
  readonly figures: readonly Figure[];
  /** Keys of the dated law that the method reads. */
  readonly parameters: readonly string[];
};

const LEAD_PARAMETERS = ['recovery.lead-controls', 'recovery.uncertainties', 'recovery.targets'] as const;

const BOUNDARY: Bilingual = {
  en: 'One enterprise: from batteries at the gate, at the mass that it accepted on manifests, to products that replace primary material, in the period in which they are produced. Stocks of batteries and work in progress at both ends by stock counts. Lead of the mass as weighed, by assays.',
  zh: '以一家企业为边界：自电池按联单接受量进厂，至替代原生材料的产品产出，按产出时间计入期间；电池和在制品的期初、期末库存以盘点为准；含铅量按称重物料的检测结果计算。',
};

export const LEAD_METHODS: readonly Method[] = [
  {
    ...METHOD,
    title: METHOD_WORDS['lead-recovery'],
    source: {
      en: 'Definition of this service. No definition of 综合回收率 is published.',
      zh: '由本系统定义；“综合回收率”尚无公开发布的定义。',
    },
    boundary: BOUNDARY,
    formula:
      'headline = (P + Q) / available; productsOnly = P / available; conservative = (P + Q - F) / (M_b - ΔW); available = M_b + F - ΔW',
    figures: ['headline', 'productsOnly', 'conservative'],
    parameters: LEAD_PARAMETERS,
  },
  {
    id: 'industry-lead-recovery',
    version: 1,
    title: METHOD_WORDS['industry-lead-recovery'],
    source: {
      en: '再生铅行业规范条件, MIIT announcement 60 of 2016, which names the limits and publishes no formula; before it 再生铅行业准入条件 of 2012',
      zh: '《再生铅行业规范条件》（工业和信息化部公告2016年第60号）规定限值，未公布计算公式；此前为《再生铅行业准入条件》（2012年）',
    },
    boundary: BOUNDARY,
    formula: 'productsOnly = P / available; slagLead = lead in discarded slag / mass of discarded slag',
    figures: ['productsOnly', 'slagLead'],
    parameters: LEAD_PARAMETERS,
  },
];
