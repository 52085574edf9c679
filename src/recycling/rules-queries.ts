/** Law of recycling, read from the cache before a transaction opens. */
import { pieceMassIn } from '../batches/index.ts';
import { dayOf } from '../core/calendar.ts';
import type { RequestDeps } from '../platform/deps.ts';
import { futureSkewSeconds, type LawCache } from '../platform/law/index.ts';
import { rulesFrom } from './law-schemas.ts';
import type { RecyclingRules } from './material.ts';

export type RecyclingDeps = RequestDeps & { readonly law: () => Promise<LawCache> };

/** Reads the law of recycling of today. @throws Problem `law-missing` */
export async function readRules({ law, clock }: Pick<RecyclingDeps, 'law' | 'clock'>): Promise<RecyclingRules> {
  const cache = await law();
  const today = dayOf(clock());
  const elsewhere = { skewSeconds: futureSkewSeconds(cache, today), pieceMass: pieceMassIn(cache, today) };
  return rulesFrom((key, schema) => cache.at(key, today, schema), elsewhere);
}
