/** Stock adjustments that the caller may see: the list, one of them, and the law on them. */
import { and, eq, gt, lte, or, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { equals, page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { stockAdjustments } from '../tables.ts';
import type { AdjustmentLaw } from './adjusting.ts';
import { adjustmentReasonsFrom, adjustmentRulesFrom } from './law-schemas.ts';
import { adjustmentProblem } from './problems.ts';
import { type StockAdjustmentListQuery, type StockAdjustmentResponse, toAdjustmentResponse } from './schemas.ts';

const { partyId, siteId, countId, state, aboveLimit, expiresAt } = stockAdjustments;

const onlyVisible = (visibility: Visibility) => whereVisible(visibility, { parties: [partyId], sites: [siteId] });

/** Reads an adjustment. @throws Problem `stock-adjustment-missing`, also for one of another organisation */
export async function readAdjustment(
  db: Reader,
  visibility: Visibility,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<z.infer<typeof StockAdjustmentResponse>> {
  const [row] = await db
    .select()
    .from(stockAdjustments)
    .where(and(eq(stockAdjustments.id, id), onlyVisible(visibility)));
  if (!row) throw adjustmentProblem('stock-adjustment-missing', { id, pointer: '#/params/id' });
  return toAdjustmentResponse(row, now);
}

/** Lists adjustments, oldest first. */
export function listAdjustments(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof StockAdjustmentListQuery> & { readonly now: Date },
): Promise<Page<z.infer<typeof StockAdjustmentResponse>>> {
  const where = [
    onlyVisible(visibility),
    equals(siteId, query.siteId),
    equals(countId, query.countId),
    query.state && inState(query.state, query.now),
    query.aboveLimit === undefined ? undefined : eq(aboveLimit, query.aboveLimit === 'true'),
  ];
  return page(db, stockAdjustments, { query, where, toItem: (row) => toAdjustmentResponse(row, query.now) });
}

/** SQL condition for a state as answers show it: a proposal whose time is over has expired. */
function inState(wanted: NonNullable<z.infer<typeof StockAdjustmentListQuery>['state']>, now: Date): SQL | undefined {
  if (wanted === 'proposed') return and(eq(state, wanted), gt(expiresAt, now));
  if (wanted === 'expired') return or(eq(state, wanted), and(eq(state, 'proposed'), lte(expiresAt, now)));
  return eq(state, wanted);
}

/** Returns the law on adjustments: the reasons of today, and the limits of the day of a count. @throws Problem `law-missing` */
export const adjustmentLawIn = (law: LawCache, today: string): AdjustmentLaw => ({
  reasons: adjustmentReasonsFrom((key, schema) => law.at(key, today, schema)),
  on: (day) => adjustmentRulesFrom((key, schema) => law.at(key, day, schema)),
});
