/** Law of recycling, read from the cache before a transaction opens. */
import { pieceMassIn } from '../batches/index.ts';
import { dayOf } from '../core/calendar.ts';
import type { RequestDeps } from '../platform/deps.ts';
import { futureSkewSeconds, type LawCache } from '../platform/law/index.ts';
import { rulesFrom, wasteByManifestIn } from './law-schemas.ts';
import type { RecyclingRules } from './material.ts';
import { sampledMassToleranceIn } from './samples/law-schemas.ts';

export type RecyclingDeps = RequestDeps & { readonly law: () => Promise<LawCache> };

/** Reads the law of recycling of today. @throws Problem `law-missing` */
export async function readRules({ law, clock }: Pick<RecyclingDeps, 'law' | 'clock'>): Promise<RecyclingRules> {
  const cache = await law();
  const today = dayOf(clock());
  const elsewhere = {
    skewSeconds: futureSkewSeconds(cache, today),
    pieceMass: pieceMassIn(cache, today),
    wasteByManifest: (day: string) => wasteByManifestIn((key, schema) => cache.at(key, day, schema)),
  };
  return rulesFrom((key, schema) => cache.at(key, today, schema), elsewhere);
}

/** Reads the tolerance of the mass of a batch that a laboratory sampled, of today, in basis points. @throws Problem `law-missing` */
export const readSampledMassTolerance = async ({ law, clock }: Pick<RecyclingDeps, 'law' | 'clock'>): Promise<number> =>
  sampledMassToleranceIn(await law(), dayOf(clock()));
