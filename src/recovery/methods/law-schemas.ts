/** Law on the targets of recovery rates: the schema of its dated row. */
import { z } from 'zod';
import { BasisPoints, codeList, ListedCode } from '../../platform/http/index.ts';
import type { LawShapes } from '../../platform/law/index.ts';
import { METHODS } from './method.ts';
import { COMPARISONS, FIGURES } from './verdict.ts';

export const TARGETS = 'recovery.targets';

const Name = z.string().trim().min(1).max(300);

/** Schema of the targets of a day: each limits one figure of one method. */
export const TargetsShape = codeList(
  z.strictObject({
    code: ListedCode,
    zh: Name,
    en: Name,
    method: z.enum(METHODS.map(({ id }) => id)),
    figure: z.enum(FIGURES),
    comparison: z.enum(COMPARISONS),
    limitBasisPoints: BasisPoints,
  }),
);

export const TARGET_SHAPES: LawShapes = { [TARGETS]: TargetsShape };
