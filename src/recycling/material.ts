/** Code lists of recycling. Which codes there are is dated data; this is what a list says of each. */
import { coreProblem } from '../core/problems.ts';

/** What comes out of a run: finished product, intermediate to be fed again, by-product, residue. */
export const OUTPUT_ROLES = ['product', 'intermediate', 'by_product', 'residue'] as const;
export type OutputRole = (typeof OUTPUT_ROLES)[number];

/** Under which loss the lead of a material counts when it leaves the enterprise unused. */
export const LOSS_KINDS = ['slag', 'sludge', 'separators', 'dust', 'air', 'water', 'other'] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

export type Material = {
  readonly code: string;
  readonly role: OutputRole;
  /** Code of the national list when the material is hazardous waste. */
  readonly wasteCode: string | null;
  readonly loss: LossKind | null;
};

/** A kind of bought feed. What bears lead must come with its assay. */
export type SupplyKind = { readonly code: string; readonly leadBearing: boolean; readonly wasteCode: string | null };

/** What a count of stock can list: batteries not yet fed, or lead that is at work inside the enterprise. */
export type StockItem = { readonly code: string; readonly term: 'battery_stock' | 'work' };

/** The law of recycling on one day. */
export type RecyclingRules = {
  /** Seconds by which a record may lie ahead of the service's clock. */
  readonly skewSeconds: number;
  /** Greatest uptake of oxygen and water by a run, as a share of what was fed, in basis points. */
  readonly gainLimitBasisPoints: number;
  readonly processes: readonly { readonly code: string }[];
  readonly materials: readonly Material[];
  readonly supplyKinds: readonly SupplyKind[];
  readonly stockItems: readonly StockItem[];
};

/** The entry of a code list. @throws Problem `code-unknown` */
export function requireCode<Entry extends { readonly code: string }>(
  list: readonly Entry[],
  code: string,
  pointer: string,
): Entry {
  const entry = list.find((one) => one.code === code);
  if (!entry) throw coreProblem('code-unknown', { value: code, allowed: list.map((one) => one.code), pointer });
  return entry;
}
