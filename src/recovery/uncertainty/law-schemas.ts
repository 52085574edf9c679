/** Law on the uncertainty of recovery rates: the schema of its dated row. */
import { z } from 'zod';
import { BasisPoints, Ppm } from '../../platform/http/index.ts';
import type { LawShapes } from '../../platform/law/index.ts';
import { CONTENT_BASES, CONTENTS, SCALES } from './uncertainty.ts';

export const UNCERTAINTIES = 'recovery.uncertainties';

/** Schema of the standard uncertainties of weighing and of lead contents. */
export const UncertaintiesShape = z.strictObject({
  coverageFactor: z.number().min(1).max(4),
  scales: z.record(z.enum(SCALES), BasisPoints),
  contents: z.record(z.enum(CONTENTS), z.record(z.enum(CONTENT_BASES), Ppm)),
});

export const UNCERTAINTY_SHAPES: LawShapes = { [UNCERTAINTIES]: UncertaintiesShape };
