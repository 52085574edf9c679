/** Words for the codes of dioxin measurements. */
import type { Codes } from '../../core/messages/field.ts';
import { CONGENERS, type DioxinMeasurement, type TechnologyClass } from './measurement.ts';

export const NON_DETECT_WORDS: Codes<DioxinMeasurement['nonDetectRule']> = {
  half_limit: { en: 'half of the limit of detection', zh: '按检出限的一半计' },
  zero: { en: 'zero', zh: '按零计' },
  limit: { en: 'the limit of detection', zh: '按检出限计' },
};

export const TEQ_WORDS: Codes<DioxinMeasurement['teqScheme']> = {
  i_tef: { en: 'I-TEF', zh: '国际毒性当量因子（I-TEF）' },
  who_1998: { en: 'WHO 1998', zh: '世界卫生组织 1998 年因子' },
  who_2005: { en: 'WHO 2005', zh: '世界卫生组织 2005 年因子' },
};

export const TECHNOLOGY_WORDS: Codes<TechnologyClass> = {
  1: { en: 'lead from scrap that contains PVC', zh: '以含 PVC 废料生产' },
  2: {
    en: 'lead from scrap free of PVC and chlorine, some gas cleaning',
    zh: '以不含 PVC 和氯的废料生产，有一定烟气净化',
  },
  3: {
    en: 'lead from scrap free of PVC and chlorine, highly efficient furnaces and gas cleaning',
    zh: '以不含 PVC 和氯的废料生产，高效炉窑和烟气净化',
  },
  4: { en: 'pure primary lead', zh: '原生铅生产' },
};

/** Congeners have the same short names in both languages: positions of chlorine, homologue, D for dioxins and F for furans. */
export const CONGENER_WORDS = Object.fromEntries(CONGENERS.map((name) => [name, { en: name, zh: name }])) as Codes<
  (typeof CONGENERS)[number]
>;
