/** The law on the recording of batches, read from the cache without a query. */
import { dayOf } from '../../core/calendar.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { codesIn, futureSkewSeconds, type LawCache, lateEntryHours } from '../../platform/law/index.ts';
import { collectingIn } from '../collecting/law-schemas.ts';
import { pieceMassIn } from '../weights/law-schemas.ts';
import { recordedWastesIn } from './law-schemas.ts';
import type { RecordingLimits } from './recording.ts';

export type RecordingDeps = RequestDeps & { readonly law: () => Promise<LawCache> };

const SOURCE_TYPES = 'batteries.source-types';

/** Derives the limits once for each version of the law. */
export function keepLimits({ law, clock }: RecordingDeps): () => Promise<RecordingLimits> {
  let kept: { readonly cache: LawCache; readonly limits: RecordingLimits } | undefined;
  return async () => {
    const cache = await law();
    if (kept?.cache !== cache) {
      const today = dayOf(clock());
      const sourceTypes = codesIn(cache, SOURCE_TYPES, today);
      const skewSeconds = futureSkewSeconds(cache, today);
      const pieceMass = pieceMassIn(cache, today);
      const recordedWastes = recordedWastesIn(cache, today);
      const lateHours = lateEntryHours(cache, today);
      const collecting = collectingIn(cache);
      kept = { cache, limits: { skewSeconds, lateHours, sourceTypes, recordedWastes, pieceMass, collecting } };
    }
    return kept.limits;
  };
}
