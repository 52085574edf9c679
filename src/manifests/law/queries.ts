/** Reads the law of manifests from the law cache. */
import { approvalNeeded } from '../../approvals/index.ts';
import { keptApartIn, pieceMassIn, storageLimitsIn } from '../../batches/index.ts';
import { codesIn, futureSkewSeconds, type LawCache, lateEntryHours } from '../../platform/law/index.ts';
import type { Deadline } from './deadlines.ts';
import type { ManifestLaw } from './manifest-law.ts';
import * as shapes from './schemas.ts';

/** The law cache, as the composition root passes it to features. */
export type LawDeps = { readonly law: () => Promise<LawCache> };

/**
 * Returns the law of manifests. Call it before a transaction opens: a cache older than a minute reads through the pool.
 * A newly loaded rule is in force in every process within a minute.
 */
export async function manifestLaw({ law }: LawDeps): Promise<ManifestLaw> {
  return lawIn(await law());
}

function lawIn(cache: LawCache): ManifestLaw {
  const deadline = (key: string, on: string): Deadline => {
    const { workingDays } = cache.at(key, on, shapes.Days);
    return { workingDays, calendar: cache.calendar };
  };
  return {
    confirmation: (on) => deadline(shapes.CONFIRMATION, on),
    backfill: (on) => deadline(shapes.BACKFILL, on),
    deadlineNotice: (on) => deadline(shapes.DEADLINE_NOTICE, on),
    skewSeconds: (on) => futureSkewSeconds(cache, on),
    lateHours: (on) => lateEntryHours(cache, on),
    codes: (list, on) => codesIn(cache, `codes.${list}`, on),
    discrepancyThreshold: (on) => cache.at(shapes.THRESHOLD, on, shapes.Threshold),
    weighingLimit: (on) => cache.at(shapes.WEIGHING, on, shapes.Threshold),
    piecesLimit: (on) => cache.at(shapes.PIECES, on, shapes.PiecesLimit),
    pieceMass: (on) => pieceMassIn(cache, on),
    wasteForms: (on) => cache.at(shapes.WASTE_FORMS, on, shapes.WasteForms).materials,
    classPackaging: (on) => cache.at(shapes.CLASS_PACKAGING, on, shapes.PackagingOfClasses).classes,
    keptApart: (on) => keptApartIn(cache, on),
    treatments: (on) => cache.at(shapes.TREATMENTS, on, shapes.TreatmentMethods).wastes,
    receiving: (on) => cache.at(shapes.RECEIVING, on, shapes.Receiving),
    licensedMethods: (on) => cache.at(shapes.LICENSED_METHODS, on, shapes.LicensedMethods),
    unbrokenExemption: (on) => cache.find(shapes.EXEMPTION, on, shapes.Exemption),
    annualScale: (on) => {
      const { warnBasisPoints, blockBasisPoints } = cache.at(shapes.SCALE, on, shapes.AnnualScale);
      const { basisPoints } = cache.at(shapes.EARLY, on, shapes.EarlyWarning);
      return { warnBasisPoints: [...basisPoints, warnBasisPoints], blockBasisPoints };
    },
    approvalNeeded: (on) => approvalNeeded(cache, on),
    paperBlocks: (on) => cache.at(shapes.PAPER_BLOCKS, on, shapes.PaperBlocks),
    paperPhotographs: (on) => cache.at(shapes.PHOTOGRAPHS, on, shapes.PaperPhotographs),
    storage: (siteKind, on) => storageLimitsIn(cache, siteKind, on),
  };
}
