/** Emissions and stock counts of an enterprise, for the recovery rate. */
import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import { corrected, findCorrections } from '../../batches/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import type { Emission } from '../inventory/emission.ts';
import type { StockCount } from '../inventory/stock-count.ts';
import { emissions, stockCounts } from '../tables.ts';

/** An enterprise and a half-open period. */
export type LeadPeriod = { readonly partyId: string; readonly from: Date; readonly to: Date };

/** Lists emissions with a measured interval that ended in the period. */
export async function listEmissionsOf(db: Reader, { partyId, from, to }: LeadPeriod): Promise<Emission[]> {
  const rows = await db
    .select()
    .from(emissions)
    .where(and(eq(emissions.partyId, partyId), gte(emissions.occurredAt, from), lt(emissions.occurredAt, to)));
  const subjectOf = ({ id }: Emission) => `emission:${id}`;
  const found = await findCorrections(db, rows.map(subjectOf));
  return rows.map((row) => corrected(row, found.get(subjectOf(row)) ?? []));
}

/** Lists the valid stock counts of some days. */
export async function listCountsOn(db: Reader, partyId: string, days: readonly string[]): Promise<StockCount[]> {
  const counted = await db
    .select()
    .from(stockCounts)
    .where(and(eq(stockCounts.partyId, partyId), inArray(stockCounts.countedOn, [...days])));
  const replaced = new Set(counted.map(({ replacesId }) => replacesId));
  return counted.filter(({ id }) => !replaced.has(id));
}
