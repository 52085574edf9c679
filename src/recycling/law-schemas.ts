/** The shapes of the rows of law that recycling reads. */
import { z } from 'zod';
import { LOSS_KINDS, OUTPUT_ROLES, type RecyclingRules } from './material.ts';

const Code = z.object({ code: z.string() });
const Material = Code.extend({
  role: z.enum(OUTPUT_ROLES),
  wasteCode: z.string().nullable(),
  loss: z.enum(LOSS_KINDS).nullable(),
});
const SupplyKind = Code.extend({ leadBearing: z.boolean(), wasteCode: z.string().nullable() });
const StockItem = Code.extend({ term: z.enum(['battery_stock', 'work']) });

/** Reads one value of law on the day in question. */
type Read = <Value>(key: string, schema: z.ZodType<Value>) => Value;

/** The law of recycling. @throws Problem `law-missing` */
export function rulesFrom(read: Read, skewSeconds: number): RecyclingRules {
  return {
    skewSeconds,
    gainLimitBasisPoints: read('recycling.gain-limit', z.object({ shareBasisPoints: z.int() })).shareBasisPoints,
    processes: read('recycling.processes', z.array(Code)),
    materials: read('recycling.materials', z.array(Material)),
    supplyKinds: read('recycling.supply-kinds', z.array(SupplyKind)),
    stockItems: read('recycling.stock-items', z.array(StockItem)),
  };
}
