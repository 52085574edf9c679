/** Wire shapes of what was sampled for an assay or an analysis, and of the mark of its sample. */
import { z } from 'zod';
import { documentNumber, named } from '../../platform/http/index.ts';
import { SAMPLED } from './examples.ts';

/** Without a default: the same request has the same hash as before. */
export const sampleMark = documentNumber(100)
  .nullable()
  .optional()
  .describe(
    'Mark of the sample on the certificate (样品编号). Without one, the sample of a batch bears the number of the batch, and no laboratory confirms another one',
  );

/** Answers that are stored from before have none. */
export const shownMark = z
  .string()
  .nullable()
  .optional()
  .describe('Mark of the sample on the certificate; null when it is the number of the batch, or was not stated');

const SampledResponse = named(
  'Sampled',
  'Material that was sampled, as the recycler recorded it. The laboratory compares it with what it tested.',
  z.object({
    material: z
      .string()
      .describe('Code of the material: of the list materials, of bought feed, or the waste code of batteries'),
    wasteCode: z.string().nullable().describe('Waste code of the national list (废物代码); null without one'),
    massGrams: z.int().nullable().describe('Mass of the batch, or of the outputs of the run; null for a class'),
    supplierName: z.string().nullable().describe('Organisation that delivered it; null for own production'),
  }),
  SAMPLED,
);

/** Answers that are stored from before have none. */
export const shownSampled = SampledResponse.optional().describe(
  'Material that was sampled; the laboratory sees it too',
);
