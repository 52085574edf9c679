/** Outputs of a run: products, by-products and residues of a realistic smelter, with the lead in each. */
import { DAY_MS, MONTH_END } from './moment.ts';

/** Items of the stock count under which outputs are counted while they are in the yard. */
export type StockItem = 'refined_lead' | 'lead_alloy' | 'slag' | 'dust' | 'other_work' | 'plastics' | 'salts_and_acid';

export type RunOutput = {
  readonly ref: string;
  /** Code of the list `materials`. */
  readonly material: string;
  readonly massGrams: number;
  readonly leadPpm: number;
  /** Item of the stock count while the material is in the yard. */
  readonly stockItem: StockItem;
  readonly leaves: Leaving | null;
  readonly at: number;
  readonly leavesAt: number | null;
};

type Leaving = {
  readonly kind: 'sale' | 'use' | 'disposal';
  readonly receiverName: string;
  /** True when the receiver has confirmed the use in writing. */
  readonly confirmed: boolean;
};

/** Lead that remains in furnaces and tanks between two runs. */
export const FURNACE_PPM = 860_000;

type Recipe = {
  readonly material: string;
  readonly leadPpm: number;
  /** Its share of the lead, or its share of the mass of the batteries. */
  readonly of: { readonly lead: number } | { readonly mass: number };
  readonly stockItem: StockItem;
  readonly leaves?: Leaving;
};

const toBatteryMaker: Leaving = { kind: 'sale', receiverName: '演示电池制造厂', confirmed: false };
const toCement: Leaving = { kind: 'use', receiverName: '演示建材厂', confirmed: true };
const toPlastics: Leaving = { kind: 'use', receiverName: '演示塑料厂', confirmed: false };
const toChemicals: Leaving = { kind: 'use', receiverName: '演示化工厂', confirmed: false };
const toDisposal: Leaving = { kind: 'disposal', receiverName: '演示危险废物处置中心', confirmed: false };

/** The shares of lead sum to 0.9975: no scale and no laboratory finds the rest. */
const RECIPES: readonly Recipe[] = [
  {
    material: 'refined_lead',
    leadPpm: 999_940,
    of: { lead: 0.686 },
    stockItem: 'refined_lead',
    leaves: toBatteryMaker,
  },
  { material: 'lead_alloy', leadPpm: 974_500, of: { lead: 0.296 }, stockItem: 'lead_alloy', leaves: toBatteryMaker },
  { material: 'slag_used', leadPpm: 24_000, of: { lead: 0.002 }, stockItem: 'slag', leaves: toCement },
  { material: 'slag', leadPpm: 41_000, of: { lead: 0.0068 }, stockItem: 'slag', leaves: toDisposal },
  { material: 'dust', leadPpm: 455_000, of: { lead: 0.0042 }, stockItem: 'dust', leaves: toDisposal },
  { material: 'separators', leadPpm: 18_000, of: { lead: 0.0008 }, stockItem: 'other_work', leaves: toDisposal },
  { material: 'plastics_light', leadPpm: 600, of: { mass: 0.058 }, stockItem: 'plastics', leaves: toPlastics },
  { material: 'plastics_heavy', leadPpm: 900, of: { mass: 0.021 }, stockItem: 'plastics', leaves: toPlastics },
  { material: 'sodium_sulphate', leadPpm: 15, of: { mass: 0.11 }, stockItem: 'salts_and_acid', leaves: toChemicals },
];

/** Ingots and bags are weighed to the kilogram. */
const WEIGHED_TO_GRAMS = 1_000;

export type Yield = {
  readonly key: string;
  readonly batteryGrams: number;
  /** Returns the fed lead without the lead that stays inside. */
  readonly leadGrams: number;
  readonly at: number;
};

export function outputsOf({ key, batteryGrams, leadGrams, at }: Yield): RunOutput[] {
  return RECIPES.map(({ material, leadPpm, of, stockItem, leaves }) => {
    const grams = 'lead' in of ? (leadGrams * of.lead * 1e6) / leadPpm : batteryGrams * of.mass;
    const leavesAt = at + 3 * DAY_MS;
    const leavesInMonth = leavesAt < MONTH_END;
    return {
      ref: `${key}/${material}`,
      material,
      massGrams: Math.max(1, Math.round(grams / WEIGHED_TO_GRAMS)) * WEIGHED_TO_GRAMS,
      leadPpm,
      stockItem,
      at,
      leaves: leavesInMonth ? (leaves ?? null) : null,
      leavesAt: leavesInMonth ? leavesAt : null,
    };
  });
}

/** Returns grams of lead. */
export const leadOf = ({ massGrams, leadPpm }: Pick<RunOutput, 'massGrams' | 'leadPpm'>): number =>
  (massGrams * leadPpm) / 1e6;
