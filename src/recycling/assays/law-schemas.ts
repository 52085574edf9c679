/** Schema of the legal parameter on lead contents. */
import { z } from 'zod';
import { ListedCode, Ppm } from '../../platform/http/index.ts';

const CONTENT_RANGES = 'recycling.content-ranges';

const Range = z
  .strictObject({ material: ListedCode, minPpm: Ppm, maxPpm: Ppm })
  .refine(({ minPpm, maxPpm }) => minPpm <= maxPpm);

export const CONTENT_SHAPES = { [CONTENT_RANGES]: z.array(Range).min(1) };
