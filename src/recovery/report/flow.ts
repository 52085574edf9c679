/** The flow of lead through an enterprise, for a diagram: what comes in adds up to what goes out. */
import type { Language } from '../../core/messages/language.ts';
import { RECORD_TERM_WORDS } from '../fields.ts';
import { LOSS_TERMS, type Term } from '../lead-recovery.ts';
import type { ReportedRecovery } from './report.ts';
import { BALANCE_WORDS, WORDS } from './words.ts';

export type LeadFlow = { readonly label: string; readonly grams: number };

/** Losses that a diagram names; all others are one band. */
const NAMED_LOSSES = 3;

/**
 * Splits a balance into what comes in and what goes out, without amounts of 0. Lead that the balance cannot explain comes in
 * when more went out than came in. Null when an amount that can only be positive is negative.
 */
export function flowOf(
  { terms, balance }: Pick<ReportedRecovery, 'terms' | 'balance'>,
  language: Language,
): { readonly left: readonly LeadFlow[]; readonly right: readonly LeadFlow[] } | null {
  const grams = (wanted: Term) => terms.find(({ term }) => term === wanted)?.leadGrams ?? 0;
  const work = balance.workChange.leadGrams;
  const unaccounted = balance.unaccounted.leadGrams;
  const losses = LOSS_TERMS.map((term) => ({ label: RECORD_TERM_WORDS[term][language], grams: grams(term) })).toSorted(
    (a, b) => b.grams - a.grams,
  );
  const rest = losses.slice(NAMED_LOSSES).reduce((sum, loss) => sum + loss.grams, 0);
  const left = [
    { label: BALANCE_WORDS.batteryLead[language], grams: balance.batteryLead.leadGrams },
    { label: RECORD_TERM_WORDS.other_feed[language], grams: grams('other_feed') },
    { label: WORDS.workUsed[language], grams: Math.max(-work, 0) },
    { label: WORDS.surplus[language], grams: Math.max(-unaccounted, 0) },
  ];
  const right = [
    { label: RECORD_TERM_WORDS.products[language], grams: grams('products') },
    { label: RECORD_TERM_WORDS.by_products[language], grams: grams('by_products') },
    ...losses.slice(0, NAMED_LOSSES),
    { label: WORDS.otherLosses[language], grams: rest },
    { label: BALANCE_WORDS.underWay[language], grams: balance.underWay.leadGrams },
    { label: WORDS.workGrown[language], grams: Math.max(work, 0) },
    { label: BALANCE_WORDS.unaccounted[language], grams: Math.max(unaccounted, 0) },
  ];
  if ([...left, ...right].some((flow) => flow.grams < 0)) return null;
  return { left: left.filter((flow) => flow.grams > 0), right: right.filter((flow) => flow.grams > 0) };
}
