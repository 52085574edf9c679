/** Shapes of the rules on approvals. */
import { z } from 'zod';
import type { LawShapes } from '../platform/law/index.ts';

export const VALIDITY = 'approvals.validity';
export const REQUIRED = 'approvals.required';

export const Validity = z.strictObject({ months: z.int().min(1).max(120) });
export const Required = z.strictObject({ required: z.boolean() });

/** The shape of each rule by its key. */
export const LAW_SHAPES: LawShapes = { [VALIDITY]: Validity, [REQUIRED]: Required };
