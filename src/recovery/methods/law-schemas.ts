/** Law on the targets of recovery rates: the schema of its dated row. */
import { z } from 'zod';
import { BasisPoints, codeList, Day, ListedCode, Ppm } from '../../platform/http/index.ts';
import type { LawShapes } from '../../platform/law/index.ts';
import { ELEMENT_RULES, ELEMENTS } from './formulas/element.ts';
import { METHOD_IDS } from './registry/method-words.ts';
import { COMPARISONS, FIGURES } from './verdict.ts';

export const TARGETS = 'recovery.targets';

const Name = z.string().trim().min(1).max(300);

/** Schema of the targets of a day: each limits one figure of one method. */
export const TargetsShape = codeList(
  z.strictObject({
    code: ListedCode,
    zh: Name,
    en: Name,
    method: z.enum(METHOD_IDS),
    figure: z.enum(FIGURES),
    comparison: z.enum(COMPARISONS),
    limitBasisPoints: BasisPoints,
  }),
);

/** Targets of the European methods, apart because each has dates of its own. */
export const EU_TARGETS = 'recovery.eu-targets';

export const METHOD_VALIDITY = 'recovery.method-validity';

/** First and last days on which methods are in force. */
export const ValidityShape = codeList(
  z
    .strictObject({ code: z.enum(METHOD_IDS), validFrom: Day, validTo: Day.nullable() })
    .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo),
);

export const EU_ELEMENTS = 'recovery.eu-elements';

/** Elements that may be left out, or must count, on a day. */
export const ElementsShape = codeList(
  z.strictObject({ code: z.enum(ELEMENTS), rule: z.enum(ELEMENT_RULES), sulphuricAcidPpm: Ppm.min(1).nullable() }),
);

export const SULPHUR_LIMIT = 'recovery.sulphur-limit';

/** SO4 in H2SO4, by mass: sulphates are limited by it to the sulphur of the batteries. */
export const SulphurLimitShape = z.strictObject({ so4Ppm: Ppm.min(1) });

export const TARGET_SHAPES: LawShapes = {
  ...{ [TARGETS]: TargetsShape, [EU_TARGETS]: TargetsShape, [METHOD_VALIDITY]: ValidityShape },
  ...{ [EU_ELEMENTS]: ElementsShape, [SULPHUR_LIMIT]: SulphurLimitShape },
};
