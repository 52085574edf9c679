/** Code tables that forms and messages use. All rows are dated and have a source. */
import type { Confidence } from '../core/identifiers/confidence.ts';

/** Kinds of codes that are lists of law, with their keys in the law. */
export const CODE_LISTS = {
  hazards: 'codes.hazards',
  forms: 'codes.forms',
  'treatment-methods': 'codes.treatment-methods',
  packaging: 'codes.packaging',
  'discrepancy-kinds': 'codes.discrepancy-kinds',
  'plate-colors': 'codes.plate-colors',
  'source-types': 'batteries.source-types',
  'battery-kinds': 'batteries.kinds',
  'battery-groups': 'batteries.groups',
  'risk-classes': 'batteries.risk-classes',
} as const;

/** Kinds of codes whose lists another feature reads and gives a shape to, because they have properties of their own. */
const LISTS_OF_OTHERS = {
  processes: 'recycling.processes',
  materials: 'recycling.materials',
  'supply-kinds': 'recycling.supply-kinds',
  'stock-items': 'recycling.counted-items',
  'adjustment-reasons': 'recycling.adjustment-reasons',
  uses: 'recycling.uses',
} as const;

/** Keys in the law by the names that requests and answers give to the lists. */
export const LAW_KEYS = { ...CODE_LISTS, ...LISTS_OF_OTHERS } as const;

export type CodeList = keyof typeof LAW_KEYS;

export const CODE_KINDS = ['divisions', 'waste-codes', ...(Object.keys(LAW_KEYS) as CodeList[])] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** A code as of a day: its names, its details, and the source and confidence of both. */
export type Code = {
  readonly code: string;
  readonly zh: string;
  readonly en: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly confidence: Confidence;
};
