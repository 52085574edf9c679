/** Law of methods on a day: their targets, from when to when each is in force, and what formulas read. */
import type { LawCache } from '../../platform/law/index.ts';
import {
  ElementsShape,
  EU_ELEMENTS,
  EU_TARGETS,
  METHOD_VALIDITY,
  SULPHUR_LIMIT,
  SulphurLimitShape,
  TARGETS,
  TargetsShape,
  ValidityShape,
} from './law-schemas.ts';

/** Reads the law. @throws Problem `law-missing`, `law-not-yet-in-force` */
export function methodLawOn(law: LawCache, on: string) {
  return {
    on,
    validities: law.at(METHOD_VALIDITY, on, ValidityShape),
    targets: [...law.at(TARGETS, on, TargetsShape), ...law.at(EU_TARGETS, on, TargetsShape)],
    /** No element may be left out before the European method is in force. */
    elements: law.find(EU_ELEMENTS, on, ElementsShape) ?? [],
    so4Ppm: law.at(SULPHUR_LIMIT, on, SulphurLimitShape).so4Ppm,
  };
}
