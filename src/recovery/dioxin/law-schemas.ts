/** Law on dioxin: the schemas of its dated rows. */
import { z } from 'zod';
import { codeList, ListedCode } from '../../platform/http/index.ts';
import type { LawShapes } from '../../platform/law/index.ts';

export const AIR_LIMIT = 'dioxin.air-limit';
export const EMISSION_FACTORS = 'dioxin.emission-factors';
export const REFERENCE_EXHAUST = 'dioxin.reference-exhaust';
export const EVIDENCE = 'dioxin.evidence';

export const AirLimitShape = z.strictObject({ femtogramsPerCubicMetre: z.int().min(1).max(1_000_000_000) });

const Name = z.string().trim().min(1).max(300);
export const EmissionFactorsShape = codeList(
  z.strictObject({ code: ListedCode, nanogramsPerTonne: z.int().min(0).max(1_000_000_000), zh: Name, en: Name }),
);

export const ReferenceExhaustShape = z.strictObject({ cubicMetresPerTonne: z.int().min(1).max(10_000_000) });

export const DioxinEvidenceShape = z.strictObject({
  productShareBasisPoints: z
    .int()
    .min(0)
    .max(10_000)
    .describe('Share of the booked production by which the stated one may differ'),
  hoursShareBasisPoints: z
    .int()
    .min(0)
    .max(10_000)
    .describe('Least hours of operation, as a share of the hours with an open run on the site'),
  exhaustShareBasisPoints: z
    .int()
    .min(0)
    .max(10_000)
    .describe('Least exhaust of the production, as a share of the reference exhaust'),
  recordDays: z.int().min(1).max(3_660).describe('Days after its sampling in which a measurement is recorded'),
  unseparatedClasses: z
    .array(ListedCode)
    .min(1)
    .max(20)
    .describe('Classes of the emission factors in which feed may contain PVC'),
});

export const DIOXIN_SHAPES = {
  [AIR_LIMIT]: AirLimitShape,
  [EMISSION_FACTORS]: EmissionFactorsShape,
  [REFERENCE_EXHAUST]: ReferenceExhaustShape,
  [EVIDENCE]: DioxinEvidenceShape,
} as const satisfies LawShapes;
