/** Law of dioxin releases on a day. */
import type { LawCache } from '../../platform/law/index.ts';
import type { DioxinEvidenceLaw } from './findings.ts';
import {
  AIR_LIMIT,
  AirLimitShape,
  DioxinEvidenceShape,
  EMISSION_FACTORS,
  EmissionFactorsShape,
  EVIDENCE,
  REFERENCE_EXHAUST,
  ReferenceExhaustShape,
} from './law-schemas.ts';
import type { DioxinLaw } from './release.ts';

/** Reads what a measurement needs as evidence. @throws Problem `law-missing` */
export const dioxinEvidenceOn = (law: LawCache, day: string): DioxinEvidenceLaw =>
  law.at(EVIDENCE, day, DioxinEvidenceShape);

/** Reads the factors, the limit and the reference exhaust. @throws Problem `law-missing` */
export const dioxinLawOn = (law: LawCache, day: string): DioxinLaw => ({
  factors: law.at(EMISSION_FACTORS, day, EmissionFactorsShape),
  limitFemtograms: law.at(AIR_LIMIT, day, AirLimitShape).femtogramsPerCubicMetre,
  referenceCubicMetres: law.at(REFERENCE_EXHAUST, day, ReferenceExhaustShape).cubicMetresPerTonne,
});
