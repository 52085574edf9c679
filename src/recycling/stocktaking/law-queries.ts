/** Items of a stock count with what each counts, from the law of a day. */
import type { LawCache } from '../../platform/law/index.ts';
import { adjustmentRulesFrom } from '../adjustments/law-schemas.ts';
import type { counts, JudgingLaw } from '../adjustments/stock-item.ts';
import type { ContentRanges } from '../assays/content-range.ts';
import { LAW_SHAPES } from '../law-schemas.ts';

export type CountedItem = Parameters<typeof counts>[0];

const RANGES = 'recycling.content-ranges';

/** Reads the plausible lead contents of materials. @throws Problem `law-missing` */
export const contentRangesIn = (law: LawCache, day: string): ContentRanges => law.at(RANGES, day, LAW_SHAPES[RANGES]);

const [ITEMS, MATERIALS] = ['recycling.counted-items', 'recycling.counted-materials'] as const;

/** Reads the items. One without materials counts no account. @throws Problem `law-missing` */
export function countedItemsIn(law: LawCache, day: string): CountedItem[] {
  const materials = law.at(MATERIALS, day, LAW_SHAPES[MATERIALS]);
  return law.at(ITEMS, day, LAW_SHAPES[ITEMS]).map(({ code, term }) => ({
    ...(materials.find(({ item }) => item === code) ?? { item: code, materials: [] }),
    term,
  }));
}

/** Returns the law on the adjustments of a day. @throws Problem `law-missing` */
export const judgingLawIn =
  (law: LawCache): JudgingLaw =>
  (day) => ({
    limit: adjustmentRulesFrom((key, schema) => law.at(key, day, schema)).limit,
    items: countedItemsIn(law, day),
  });
