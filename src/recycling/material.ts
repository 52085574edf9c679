/** Code lists of recycling. The codes are dated law; these types are the properties of each code. */
import type { PieceMassLimits } from '../batches/rules.ts';
import type { UseFate } from '../core/battery-fractions.ts';
import { codeNames, codesWithNames } from '../core/messages/code-names.ts';
import { coreProblem } from '../core/problems.ts';
import type { ContentRanges } from './assays/content-range.ts';

/** Roles of outputs: finished product, intermediate to be fed again, by-product, residue. */
export const OUTPUT_ROLES = ['product', 'intermediate', 'by_product', 'residue'] as const;
export type OutputRole = (typeof OUTPUT_ROLES)[number];

/** Losses to which lead of a material is added when it leaves the enterprise unused. */
export const LOSS_KINDS = ['slag', 'sludge', 'separators', 'dust', 'air', 'water', 'other'] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

export type Material = {
  readonly code: string;
  readonly role: OutputRole;
  /** Code of the national list when the material is hazardous waste. */
  readonly wasteCode: string | null;
  readonly loss: LossKind | null;
};

/** Mass still inside a run when it is closed. */
export const WORK_IN_PROGRESS: Material = {
  code: 'work_in_progress',
  role: 'intermediate',
  wasteCode: null,
  loss: null,
};

/** A kind of bought feed. A lead-bearing kind must come with its assay. */
export type SupplyKind = { readonly code: string; readonly leadBearing: boolean; readonly wasteCode: string | null };

/**
 * Places of a stock item in the lead balance: batteries not yet fed, lead in process inside the enterprise, or outside the
 * balance: products, which count when a run yields them, and bought feed, which counts when it is fed.
 */
export const STOCK_TERMS = ['battery_stock', 'work', 'outside'] as const;
export type StockTerm = (typeof STOCK_TERMS)[number];

/** An item of a stock count. */
type StockItem = { readonly code: string; readonly term: StockTerm };

/** The law of recycling on one day. */
export type RecyclingRules = {
  /** Seconds by which a record may be ahead of the service's clock. */
  readonly skewSeconds: number;
  /** Maximum uptake of oxygen and water by a run, in basis points of the mass fed. */
  readonly gainLimitBasisPoints: number;
  /** Share of the lead fed by which the outputs of a run may exceed it. */
  readonly leadToleranceBasisPoints: number;
  readonly contentRanges: ContentRanges;
  /** Limits on the mass of one battery. */
  readonly pieceMass: PieceMassLimits;
  readonly processes: readonly { readonly code: string }[];
  readonly materials: readonly Material[];
  readonly supplyKinds: readonly SupplyKind[];
  readonly stockItems: readonly StockItem[];
  /** Returns true when hazardous waste leaves and comes by manifest only, on a day. */
  readonly wasteByManifest: (day: string) => boolean;
  /** Uses of by-products, each with its fate. */
  readonly uses: readonly { readonly code: string; readonly fate: UseFate }[];
};

/** Returns the entry of a code list. @throws Problem `code-unknown` */
export function requireCode<Entry extends { readonly code: string }>(
  list: readonly Entry[],
  code: string,
  pointer: string,
): Entry {
  const entry = list.find((one) => one.code === code);
  if (entry) return entry;
  const names = codeNames(list);
  throw coreProblem('code-unknown', { value: code, allowed: [...names.keys()], pointer }).naming({
    code: codesWithNames(names),
  });
}
