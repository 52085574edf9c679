/** States of stock adjustments in words, with the words that sentences about them share. */
import type { Bilingual } from '../../core/messages/language.ts';
import { STOCK_ITEM_WORDS } from '../../core/record-terms.ts';
import { RECYCLING_TERMS } from '../terms.ts';

/** States of a stock adjustment in words. */
export const ADJUSTMENT_STATES = {
  proposed: { en: 'proposed', zh: '待复核' },
  booked: { en: 'booked', zh: '已入账' },
  rejected: { en: 'rejected', zh: '已退回' },
  expired: { en: 'expired', zh: '已过期' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Quantities of an adjustment in words. */
const QUANTITIES = {
  massGrams: { en: 'mass', zh: '重量' },
  pieces: { en: 'pieces', zh: '只数' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const ADJUSTMENT_TERMS = {
  ...{ ...RECYCLING_TERMS, adjustmentState: ADJUSTMENT_STATES, stockItem: STOCK_ITEM_WORDS },
  adjustedQuantity: QUANTITIES,
};
