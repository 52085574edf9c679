/** Schemas of the legal parameters on stock adjustments. */
import { z } from 'zod';
import { BasisPoints, codeList, ListedCode, MassGramsOrNone } from '../../platform/http/index.ts';
import type { AdjustmentRules } from './adjusting.ts';

/** Kinds of batches that stock is counted of. */
const STOCKED_KINDS = ['battery', 'other_feed', 'product', 'by_product', 'residue', 'process'] as const;

const Name = z.string().trim().min(1).max(300);
const Days = z.int().min(1).max(366);

const Limit = z.strictObject({
  shareBasisPoints: BasisPoints,
  floorGrams: MassGramsOrNone,
  floorPieces: z.int().min(0).max(1_000_000),
  ...{ windowDays: Days, decisionDays: Days },
});
const Reasons = codeList(z.looseObject({ code: ListedCode, zh: Name, en: Name }));
const Materials = z
  .array(
    z.strictObject({
      item: ListedCode,
      materials: z.array(ListedCode).min(1).max(100),
      kinds: z.array(z.enum(STOCKED_KINDS)).min(1).optional(),
    }),
  )
  .min(1);

export const ADJUSTMENT_SHAPES = {
  'recycling.adjustment-limit': Limit,
  'recycling.adjustment-reasons': Reasons,
  'recycling.counted-materials': Materials,
};

/** Reads one legal parameter for a day that the caller has chosen. */
type Read = <Value>(key: string, schema: z.ZodType<Value>) => Value;

/** Reads the law on adjustments to a count. @throws Problem `law-missing` */
export const adjustmentRulesFrom = (read: Read): AdjustmentRules => ({
  limit: read('recycling.adjustment-limit', Limit),
  materials: read('recycling.counted-materials', Materials),
});

/** Reads the reasons of adjustments. @throws Problem `law-missing` */
export const adjustmentReasonsFrom = (read: Read): readonly { readonly code: string }[] =>
  read('recycling.adjustment-reasons', Reasons);
