/** Wire shapes of stocks against their limits. */
import { z } from 'zod';
import { Id, InstantOut, MassGramsOut, PageQuery } from '../../platform/http/index.ts';

export const StorageQuery = PageQuery.extend({
  partyId: Id.optional(),
  siteId: Id.optional(),
  share: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .optional()
    .describe(
      'Only sites that have reached this share of a limit, in basis points; the first that is told of when left out',
    ),
});

const Share = z.int().describe('Basis points of the limit, rounded down');

export const StorageResponse = z.object({
  siteId: Id,
  partyId: Id,
  kind: z.string(),
  name: z.string(),
  divisionCode: z.string(),
  stockGrams: MassGramsOut.describe('Batteries and residues that stand there, whole grams'),
  batches: z.int(),
  oldestAt: InstantOut.describe('When the oldest of them came to be'),
  limitGrams: MassGramsOut.nullable().describe('The stricter of its own limit and that of the law for its kind'),
  dueOn: z.string().nullable().describe('Last day on which the oldest may stand there'),
  massShareBasisPoints: Share.nullable(),
  ageShareBasisPoints: Share.nullable(),
  shareBasisPoints: Share.describe('The greater of the two'),
  exceeded: z.boolean(),
});

export const StorageWarningResponse = z.object({
  code: z.literal('storage-limit-reached'),
  facts: z.object({ siteId: Id, shareBasisPoints: Share, stockGrams: MassGramsOut, limitGrams: MassGramsOut }),
});
