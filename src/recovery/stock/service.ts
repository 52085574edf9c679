/** Use case: reading the stock at both ends of a period. */
import type { Reader } from '../../platform/database/db.ts';
import { listCountsOn, listRecyclingSites } from '../../recycling/index.ts';
import { type LeadRecord, recordsOfCount } from '../lead-records.ts';
import type { Period } from '../periods/period.ts';
import { sitesIn } from './site-period.ts';

export type Stock = {
  readonly records: readonly LeadRecord[];
  /** Ends of the period without a stock count, such as `2026-10-31 <site id>`. */
  readonly missingCounts: readonly string[];
};

/** Reads the counts at both ends of a period, of the sites that were recyclers then. */
export async function collectStock(db: Reader, partyId: string, period: Period): Promise<Stock> {
  const sites = sitesIn(await listRecyclingSites(db, partyId), period);
  const counts = await listCountsOn(db, partyId, [period.openedOn, period.closedOn]);
  const records: LeadRecord[] = [];
  const missingCounts: string[] = [];
  for (const [end, day] of [
    ['opening', period.openedOn],
    ['closing', period.closedOn],
  ] as const) {
    for (const site of sites) {
      const count = counts.find(({ siteId, countedOn }) => siteId === site.siteId && countedOn === day);
      const demanded = end === 'opening' ? site.opens : site.closes;
      if (count) records.push(...recordsOfCount(count, end));
      else if (demanded) missingCounts.push(`${day} ${site.siteId}`);
    }
  }
  return { records, missingCounts };
}
