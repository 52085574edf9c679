/** Schema of the legal parameter on assays as evidence. */
import { z } from 'zod';
import { BasisPoints } from '../../platform/http/index.ts';

export const ASSAY_EVIDENCE = 'recovery.assay-evidence';

export const EvidenceShape = z.strictObject({
  flagShareBasisPoints: BasisPoints,
  graceDays: z.int().min(0).max(366),
  scatterFactorPercent: z.int().min(100).max(1_000),
});
