/** Law of recovery of a period: the dated rows of its last day. */
import type { LawCache } from '../../platform/law/index.ts';
import {
  contentRangesIn,
  countedItemsIn,
  observationDaysIn,
  rangeOfMaterial,
  sampledMassToleranceIn,
} from '../../recycling/index.ts';
import {
  ASSAY_EVIDENCE,
  CLASS_EVIDENCE,
  ClassEvidenceShape,
  EvidenceShape,
  LABORATORY_EVIDENCE,
  LaboratoryEvidenceShape,
  SAMPLING_EVIDENCE,
  SamplingEvidenceShape,
  WEAK_EVIDENCE,
  WeakEvidenceShape,
} from '../assays/law-schemas.ts';
import { TARGETS, TargetsShape } from '../methods/law-schemas.ts';
import type { Period } from '../periods/period.ts';
import { COUNTED_CONTENT, CountedContentShape, STOCK_TOLERANCE, ToleranceShape } from '../stock/law-schemas.ts';
import { termRulesFrom } from '../terms/law-schemas.ts';
import { UNCERTAINTIES, UncertaintiesShape } from '../uncertainty/law-schemas.ts';
import { ControlsShape, LEAD_CONTROLS } from './law-schemas.ts';

/** Reads the law of an evaluation. @throws Problem `law-missing` */
export function recoveryLawOf(law: LawCache, { closedOn }: Period) {
  const controls = law.at(LEAD_CONTROLS, closedOn, ControlsShape);
  const uncertainties = law.at(UNCERTAINTIES, closedOn, UncertaintiesShape);
  const ranges = contentRangesIn(law, closedOn);
  return {
    uncertainties,
    targets: law.at(TARGETS, closedOn, TargetsShape),
    conditions: {
      ...{ controls, uncertainties, ...termRulesFrom((key, schema) => law.at(key, closedOn, schema)) },
      evidence: {
        ...law.at(ASSAY_EVIDENCE, closedOn, EvidenceShape),
        weak: law.at(WEAK_EVIDENCE, closedOn, WeakEvidenceShape),
        confirmed: law.at(LABORATORY_EVIDENCE, closedOn, LaboratoryEvidenceShape).certificates === 'confirmed',
        sampled: law.at(SAMPLING_EVIDENCE, closedOn, SamplingEvidenceShape).samples === 'by_laboratory',
        classes: law.at(CLASS_EVIDENCE, closedOn, ClassEvidenceShape),
        sampledMassBasisPoints: sampledMassToleranceIn(law, closedOn),
        rangeOf: (material: string) => rangeOfMaterial(ranges, material),
        classPpm: uncertainties.contents.batteries.supplier_class ?? 0,
      },
      stockLaw: {
        on: (day: string) => ({
          items: countedItemsIn(law, day),
          tolerance: law.at(STOCK_TOLERANCE, day, ToleranceShape),
          ranges: contentRangesIn(law, day),
          counted: law.at(COUNTED_CONTENT, day, CountedContentShape),
          observationDays: observationDaysIn(law, day),
        }),
        uncertaintyShareBasisPoints: controls.uncertaintyShareBasisPoints,
      },
    },
  };
}
