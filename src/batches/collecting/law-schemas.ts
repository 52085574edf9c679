/** Law on collecting waste: the schema of its dated rows, and their reading from the cache. */
import { z } from 'zod';
import { LICENCE_MODES, SITE_KINDS } from '../../parties/rules.ts';
import { LawWasteCode } from '../../platform/http/index.ts';
import type { LawCache, LawShapes } from '../../platform/law/index.ts';
import { CONDITIONS, RISK_CLASSES } from '../codes.ts';
import type { CollectingLaw } from './collecting.ts';

const COLLECTING = 'licences.collecting';
const SiteKind = z.enum(SITE_KINDS);

const Collecting = z.strictObject({
  effect: z.enum(['warned', 'refused']),
  offlineMinutes: z.int().min(0).max(525_600),
  sites: z
    .array(z.strictObject({ kind: SiteKind, modes: z.array(z.enum(LICENCE_MODES)).max(LICENCE_MODES.length) }))
    .max(SITE_KINDS.length),
  exemptions: z
    .array(
      z.strictObject({
        kinds: z.array(SiteKind).min(1).max(SITE_KINDS.length),
        wasteCodes: z.array(LawWasteCode).min(1).max(200),
        conditions: z.array(z.enum(CONDITIONS)).min(1).max(CONDITIONS.length),
        riskClasses: z.array(z.enum(RISK_CLASSES)).min(1).max(RISK_CLASSES.length),
      }),
    )
    .max(50),
});

export const COLLECTING_SHAPES: LawShapes = { [COLLECTING]: Collecting };

/** Returns the law on collecting of any day, which is read once for each day. @throws Problem `law-missing`, `law-not-yet-in-force` */
export function collectingIn(cache: LawCache): (on: string) => CollectingLaw {
  const known = new Map<string, CollectingLaw>();
  return (on) => {
    const law = known.get(on) ?? cache.at(COLLECTING, on, Collecting);
    known.set(on, law);
    return law;
  };
}
