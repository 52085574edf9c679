/** Schemas of the legal parameters on assays as evidence. */
import { z } from 'zod';
import { BasisPoints } from '../../platform/http/index.ts';

export const ASSAY_EVIDENCE = 'recovery.assay-evidence';

export const EvidenceShape = z.strictObject({
  flagShareBasisPoints: BasisPoints,
  graceDays: z.int().min(0).max(366),
  scatterFactorPercent: z.int().min(100).max(1_000),
});

export const WEAK_EVIDENCE = 'recovery.weak-evidence';

export const WeakEvidenceShape = z.strictObject({
  movableShareBasisPoints: BasisPoints,
  certificates: z.enum(['stored', 'stated']),
  laboratories: z.enum(['external', 'not_own']),
  ownWords: z.array(z.string().min(2).max(40)).max(100),
});

export const LABORATORY_EVIDENCE = 'recovery.laboratory-evidence';

/** Certificates that count: those that their laboratory confirmed, or all that are stated. */
export const LaboratoryEvidenceShape = z.strictObject({ certificates: z.enum(['confirmed', 'stated']) });

export const SAMPLING_EVIDENCE = 'recovery.sampling-evidence';

/** Samples that count: those that the laboratory took itself, or also those that were delivered to it. */
export const SamplingEvidenceShape = z.strictObject({ samples: z.enum(['by_laboratory', 'delivered']) });

export const CLASS_EVIDENCE = 'recovery.class-evidence';

/** Share of the mass of a class that laboratories must see, 0 for none of it, and the tolerance of this mass. */
export const ClassEvidenceShape = z.strictObject({
  seenShareBasisPoints: BasisPoints,
  toleranceBasisPoints: BasisPoints,
});

export const ASSAY_SHAPES = {
  [CLASS_EVIDENCE]: ClassEvidenceShape,
  [SAMPLING_EVIDENCE]: SamplingEvidenceShape,
  [LABORATORY_EVIDENCE]: LaboratoryEvidenceShape,
  [ASSAY_EVIDENCE]: EvidenceShape,
  [WEAK_EVIDENCE]: WeakEvidenceShape,
};
