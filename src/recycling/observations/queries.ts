/** Reads observed stock counts for callers, and those of an enterprise for its recovery rate. */
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { equals, page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { stockObservations } from '../tables.ts';
import type { StockObservation } from './observation.ts';
import { observationProblem } from './problems.ts';
import { type ObservationListQuery, type StockObservationResponse, toObservationResponse } from './schemas.ts';

const seen = (visibility: Visibility) =>
  whereVisible(visibility, { parties: [stockObservations.partyId], sites: [stockObservations.siteId] });

/** @throws Problem `stock-observation-missing` */
export async function readObservation(
  db: Reader,
  visibility: Visibility,
  id: string,
): Promise<z.infer<typeof StockObservationResponse>> {
  const [row] = await db
    .select()
    .from(stockObservations)
    .where(and(eq(stockObservations.id, id), seen(visibility)));
  if (row === undefined) throw observationProblem('stock-observation-missing', { id, pointer: '#/params/id' });
  return toObservationResponse(row);
}

export function listObservations(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof ObservationListQuery>,
): Promise<Page<z.infer<typeof StockObservationResponse>>> {
  const where = [
    seen(visibility),
    equals(stockObservations.siteId, query.siteId),
    equals(stockObservations.countId, query.countId),
    equals(stockObservations.countedOn, query.countedOn),
  ];
  return page(db, stockObservations, { query, where, toItem: toObservationResponse });
}

/** Lists the valid observations of the counts of some days. */
export async function listObservationsOn(
  db: Reader,
  partyId: string,
  days: readonly string[],
): Promise<StockObservation[]> {
  const observed = await db
    .select()
    .from(stockObservations)
    .where(and(eq(stockObservations.partyId, partyId), inArray(stockObservations.countedOn, [...days])));
  const replaced = new Set(observed.map(({ replacesId }) => replacesId));
  return observed.filter(({ id, lines }) => !replaced.has(id) && lines.length > 0);
}
