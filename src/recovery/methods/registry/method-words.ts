/** Methods, figures and elements in words. */
import type { Codes } from '../../../core/messages/field.ts';
import { METHOD } from '../../lead-recovery.ts';
import { MASS_METHODS } from '../formulas/definition.ts';
import type { Element } from '../formulas/element.ts';
import type { Figure } from '../verdict.ts';

export const METHOD_IDS = [METHOD.id, 'industry-lead-recovery', ...MASS_METHODS] as const;
export type MethodId = (typeof METHOD_IDS)[number];

export const METHOD_WORDS: Codes<MethodId> = {
  'lead-recovery': { en: 'Lead recovery of an enterprise', zh: '企业铅回收率' },
  'industry-lead-recovery': { en: 'Total lead recovery of the secondary lead industry', zh: '再生铅行业铅总回收率' },
  'comprehensive-recovery': { en: 'Comprehensive recovery of batteries', zh: '废铅蓄电池综合回收率' },
  'eu-2025-606': { en: 'Recycling efficiency and recovery of lead, EU', zh: '欧盟再循环效率和铅材料回收率' },
  'eu-493-2012': { en: 'Recycling efficiency of batteries, EU until 2025', zh: '欧盟再循环效率（2025年以前）' },
};

export const FIGURE_WORDS: Codes<Figure> = {
  headline: { en: 'lead recovery with by-products', zh: '铅回收率（综合口径）' },
  productsOnly: { en: 'lead recovery, products only', zh: '铅回收率（仅产品口径）' },
  conservative: { en: 'lead recovery, conservative', zh: '铅回收率（保守口径）' },
  slagLead: { en: 'lead in discarded slag', zh: '弃渣含铅' },
  comprehensive: { en: 'comprehensive recovery with acid', zh: '综合回收率（含酸）' },
  comprehensiveWithoutAcid: { en: 'comprehensive recovery without acid', zh: '综合回收率（不含酸）' },
  recyclingEfficiency: { en: 'recycling efficiency, own steps', zh: '再循环效率（本企业各工序）' },
  recyclingEfficiencyWithNext: {
    en: 'recycling efficiency with the next recycler',
    zh: '再循环效率（含下一级再生利用单位）',
  },
  recoveryOfLead: { en: 'recovery of lead as a material', zh: '铅材料回收率' },
};

export const ELEMENT_WORDS: Codes<Element> = {
  oxygen: { en: 'oxygen', zh: '氧' },
  carbon: { en: 'carbon', zh: '碳' },
  iron: { en: 'iron', zh: '铁' },
  phosphorus: { en: 'phosphorus', zh: '磷' },
  chlorine: { en: 'chlorine', zh: '氯' },
  sulphur: { en: 'sulphur', zh: '硫' },
};
