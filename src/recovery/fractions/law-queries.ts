/** Law of fractions: materials, factors, uses and composition of the last day of a period. */
import type { LawCache } from '../../platform/law/index.ts';
import { FRACTION_SHAPES, sampledMassToleranceIn } from '../../recycling/index.ts';
import {
  LABORATORY_EVIDENCE,
  LaboratoryEvidenceShape,
  SAMPLING_EVIDENCE,
  SamplingEvidenceShape,
  WEAK_EVIDENCE,
  WeakEvidenceShape,
} from '../assays/law-schemas.ts';
import type { Period } from '../periods/period.ts';
import { UNCONFIRMED_USES, UnconfirmedUses } from '../terms/law-schemas.ts';

/** Reads the law of fractions. @throws Problem `law-missing` */
export function fractionLawIn(law: LawCache, { closedOn }: Pick<Period, 'closedOn'>) {
  const { movableShareBasisPoints, ownWords } = law.at(WEAK_EVIDENCE, closedOn, WeakEvidenceShape);
  const { certificates } = law.at(LABORATORY_EVIDENCE, closedOn, LaboratoryEvidenceShape);
  const sampled = law.at(SAMPLING_EVIDENCE, closedOn, SamplingEvidenceShape).samples === 'by_laboratory';
  return {
    analyses: {
      ...{ confirmed: certificates === 'confirmed', sampled, movableShareBasisPoints, ownWords },
      sampledMassBasisPoints: sampledMassToleranceIn(law, closedOn),
    },
    fractions: law.at('recycling.material-fractions', closedOn, FRACTION_SHAPES['recycling.material-fractions']),
    factors: law.at('materials.sulphate-factors', closedOn, FRACTION_SHAPES['materials.sulphate-factors']),
    numberWithoutFile: law.at('recycling.use-evidence', closedOn, FRACTION_SHAPES['recycling.use-evidence'])
      .numberWithoutFile,
    uses: law.at(UNCONFIRMED_USES, closedOn, UnconfirmedUses).uses,
    composition: law.at('recycling.battery-composition', closedOn, FRACTION_SHAPES['recycling.battery-composition']),
  };
}
