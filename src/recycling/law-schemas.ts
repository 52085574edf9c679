/** Schemas of the legal parameters on recycling. */
import { z } from 'zod';
import { BasisPoints, codeList, LawWasteCode, ListedCode } from '../platform/http/index.ts';
import { ADJUSTMENT_SHAPES } from './adjustments/law-schemas.ts';
import { CONTENT_SHAPES } from './assays/law-schemas.ts';
import { LOSS_KINDS, OUTPUT_ROLES, type RecyclingRules, STOCK_TERMS } from './material.ts';
import { OBSERVATION_SHAPES } from './observations/law-schemas.ts';
import { SAMPLE_SHAPES } from './samples/law-schemas.ts';
import { FRACTION_SHAPES, USES } from './uses/law-schemas.ts';

const Name = z.string().trim().min(1).max(300);
const Code = z.looseObject({ code: ListedCode, zh: Name, en: Name });
const OptionalWasteCode = LawWasteCode.nullable();
const Material = Code.extend({
  role: z.enum(OUTPUT_ROLES),
  wasteCode: OptionalWasteCode,
  loss: z.enum(LOSS_KINDS).nullable(),
});
const SupplyKind = Code.extend({ leadBearing: z.boolean(), wasteCode: OptionalWasteCode });
const StockItem = Code.extend({ term: z.enum(STOCK_TERMS) });
const GainLimit = z.strictObject({ shareBasisPoints: BasisPoints });
const LeadTolerance = z.strictObject({ shareBasisPoints: BasisPoints });

/** `recorded`: a record of the enterprise alone is enough; `by_manifest`: hazardous waste needs a manifest. */
const WasteByManifest = z.strictObject({ moves: z.enum(['recorded', 'by_manifest']) });

const PROCESSES = codeList(Code);
const MATERIALS = codeList(Material);
const SUPPLY_KINDS = codeList(SupplyKind);
const STOCK_ITEMS = codeList(StockItem);

export const LAW_SHAPES = {
  'recycling.gain-limit': GainLimit,
  'recycling.processes': PROCESSES,
  'recycling.materials': MATERIALS,
  'recycling.supply-kinds': SUPPLY_KINDS,
  'recycling.counted-items': STOCK_ITEMS,
  ...FRACTION_SHAPES,
  ...ADJUSTMENT_SHAPES,
  ...CONTENT_SHAPES,
  ...OBSERVATION_SHAPES,
  ...SAMPLE_SHAPES,
  'recycling.lead-tolerance': LeadTolerance,
  'recycling.waste-by-manifest': WasteByManifest,
};

/** Reads one legal parameter for a day that the caller has chosen. */
type Read = <Value>(key: string, schema: z.ZodType<Value>) => Value;

/** Reads whether hazardous waste needs a manifest on a day. @throws Problem `law-missing` */
export const wasteByManifestIn = (read: Read): boolean =>
  read('recycling.waste-by-manifest', WasteByManifest).moves === 'by_manifest';

/** Reads the law of recycling. @throws Problem `law-missing` */
export function rulesFrom(
  read: Read,
  { skewSeconds, pieceMass, wasteByManifest }: Pick<RecyclingRules, 'skewSeconds' | 'pieceMass' | 'wasteByManifest'>,
): RecyclingRules {
  return {
    skewSeconds,
    gainLimitBasisPoints: read('recycling.gain-limit', GainLimit).shareBasisPoints,
    leadToleranceBasisPoints: read('recycling.lead-tolerance', LeadTolerance).shareBasisPoints,
    contentRanges: read('recycling.content-ranges', CONTENT_SHAPES['recycling.content-ranges']),
    pieceMass,
    wasteByManifest,
    processes: read('recycling.processes', PROCESSES),
    materials: read('recycling.materials', MATERIALS),
    supplyKinds: read('recycling.supply-kinds', SUPPLY_KINDS),
    uses: read('recycling.uses', USES),
    stockItems: read('recycling.counted-items', STOCK_ITEMS),
  };
}
