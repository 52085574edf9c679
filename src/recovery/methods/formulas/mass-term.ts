/**
 * Terms of the rates by mass: the comprehensive rate and the European rates. Each is a sum of its records in picograms, of
 * lead or of other matter as the term says.
 */
import type { Codes } from '../../../core/messages/field.ts';

export const MASS_TERMS = [
  'product_lead',
  'by_product_lead',
  'battery_lead',
  'other_feed_lead',
  'work_lead',
  'dry_batteries',
  'plastics',
  'separators',
  'acid',
  'sulphate',
  'steel',
  'other_fractions',
  'used_slag',
  'next_plastics',
  'next_separators',
  'next_steel',
  'next_other',
  'next_slag',
  'sulphur_fed',
] as const;
export type MassTerm = (typeof MASS_TERMS)[number];

/** Sums of the terms, picograms. */
export type MassSums = Readonly<Record<MassTerm, bigint>>;

export const MASS_TERM_WORDS: Codes<MassTerm> = {
  product_lead: { en: 'lead in products', zh: '产品中的铅' },
  by_product_lead: { en: 'lead in by-products with proof of use', zh: '有利用凭证的副产品所含的铅' },
  battery_lead: { en: 'lead of batteries that were fed', zh: '已投料电池中的铅' },
  other_feed_lead: { en: 'lead of feed other than batteries', zh: '电池以外原料中的铅' },
  work_lead: { en: 'growth of the lead in process', zh: '在制品含铅量的增量' },
  dry_batteries: { en: 'batteries that were fed, without water', zh: '已投料电池（扣除水分）' },
  plastics: { en: 'plastics, used', zh: '塑料（已利用）' },
  separators: { en: 'separators, used', zh: '隔板（已利用）' },
  acid: { en: 'recovered acid as H2SO4, used', zh: '再生硫酸（折纯硫酸，已利用）' },
  sulphate: { en: 'sulphates as SO4, used', zh: '硫酸盐（折硫酸根，已利用）' },
  steel: { en: 'steel, used', zh: '钢铁（已利用）' },
  other_fractions: { en: 'other fractions, used', zh: '其他组分（已利用）' },
  used_slag: { en: 'slag, used other than as landfill', zh: '炉渣（填埋以外的利用）' },
  next_plastics: { en: 'plastics at the next recycler', zh: '交由下一级再生利用单位的塑料' },
  next_separators: { en: 'separators at the next recycler', zh: '交由下一级再生利用单位的隔板' },
  next_steel: { en: 'steel at the next recycler', zh: '交由下一级再生利用单位的钢铁' },
  next_other: { en: 'other fractions at the next recycler', zh: '交由下一级再生利用单位的其他组分' },
  next_slag: { en: 'slag at the next recycler', zh: '交由下一级再生利用单位的炉渣' },
  sulphur_fed: { en: 'sulphur of the batteries as H2SO4', zh: '电池带入的硫（折硫酸）' },
};

/** Fractions that a next recycler may take, with the terms of their mass there. */
export const NEXT_STEPS = {
  plastics: 'next_plastics',
  separators: 'next_separators',
  steel: 'next_steel',
  other: 'next_other',
  slag: 'next_slag',
} as const satisfies Readonly<Record<string, MassTerm>>;
export type NextStep = keyof typeof NEXT_STEPS;
