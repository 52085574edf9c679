/** What every route of recycling needs before its transaction opens. */
import { dayOf } from '../core/calendar.ts';
import type { Deps } from '../platform/deps.ts';
import { futureSkewSeconds, type LawCache } from '../platform/law/index.ts';
import { rulesFrom } from './law-schemas.ts';
import type { RecyclingRules } from './material.ts';

export type RecyclingDeps = Deps & { readonly law: () => Promise<LawCache> };

/** The law of recycling today. */
export async function rulesNow({ law, clock }: RecyclingDeps): Promise<RecyclingRules> {
  const book = await law();
  const today = dayOf(clock());
  return rulesFrom((key, schema) => book.at(key, today, schema), futureSkewSeconds(book, today));
}
