/** Use case: reading the stock at both ends of a period, and holding its counts against the books of the same instants. */
import { addDays, startOfDay } from '../../core/calendar.ts';
import { listGateLoads } from '../../manifests/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { type CountedItem, listCountsOn, listRecyclingSites, readItemBooks } from '../../recycling/index.ts';
import { type Count, type LeadRecord, recordsOfCount } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import type { Period } from '../periods/period.ts';
import { recoveryFinding } from '../problems.ts';
import { differencesOf, type StockDifference, type StockTolerance } from './difference.ts';
import { type SitePeriod, sitesIn } from './site-period.ts';

/** The law on stock, by day. */
export type StockLaw = (day: string) => { readonly items: readonly CountedItem[]; readonly tolerance: StockTolerance };

export type Stock = {
  readonly records: readonly LeadRecord[];
  /** Ends of the period without a stock count, such as `2026-10-31 <site id>`. */
  readonly missingCounts: readonly string[];
  readonly findings: readonly Finding[];
};

type End = { readonly end: 'opening' | 'closing'; readonly day: string };

/** Reads the stock at both ends of a period, of the sites that were recyclers then. @throws Problem `law-missing` */
export async function collectStock(db: Reader, partyId: string, period: Period, law: StockLaw): Promise<Stock> {
  const sites = sitesIn(await listRecyclingSites(db, partyId), period);
  const ends: readonly End[] = [
    { end: 'opening', day: period.openedOn },
    { end: 'closing', day: period.closedOn },
  ];
  const counts = await listCountsOn(
    db,
    partyId,
    ends.map(({ day }) => day),
  );
  const records: LeadRecord[] = [];
  const missingCounts: string[] = [];
  const findings: Finding[] = [];
  for (const { end, day } of ends) {
    const gates = await listGateLoads(db, { receiverId: partyId, at: startOfDay(addDays(day, 1)) });
    for (const [place, site] of sites.entries()) {
      const count = counts.find(({ siteId, countedOn }) => siteId === site.siteId && countedOn === day);
      if (count) {
        records.push(...recordsOfCount(count, end));
        findings.push(
          ...(await compare(db, partyId, { site, count, ...law(day), gateGrams: atGate(gates, site, place === 0) })),
        );
      } else if (end === 'opening' ? site.opens : site.closes) {
        missingCounts.push(`${day} ${site.siteId}`);
      }
    }
  }
  return { records, missingCounts, findings };
}

/** Adds up the loads that are at a site without a decision. A load whose site is not registered yet may be at any of them. */
const atGate = (gates: Awaited<ReturnType<typeof listGateLoads>>, { siteId }: SitePeriod, isFirst: boolean): number =>
  gates
    .filter((one) => one.siteId === siteId || (one.siteId === null && isFirst))
    .reduce((sum, { massGrams }) => sum + massGrams, 0);

type Compared = ReturnType<StockLaw> & {
  readonly site: SitePeriod;
  readonly count: Count;
  readonly gateGrams: number;
};

/** Holds a count against the books of the end of its day. */
async function compare(
  db: Reader,
  partyId: string,
  { site, count, items, tolerance, gateGrams }: Compared,
): Promise<Finding[]> {
  const { siteId, name: siteName } = site;
  const { id: countId, countedOn } = count;
  const books = await readItemBooks(db, { partyId, siteId, at: lastInstantOf(countedOn) }, items);
  return differencesOf(count.lines, books, { tolerance, gateGrams }).map(({ term, named, ...difference }) => {
    const facts = { ...difference, siteId, siteName, countId, countedOn };
    return recoveryFinding(named ? 'STOCK_DIFFERS_FROM_BOOKS' : 'STOCK_NOT_COUNTED', facts, severityOf(term));
  });
}

/** Stock outside the balance is in no term, so a difference of it blocks no rate. It still needs an explanation. */
const severityOf = (term: StockDifference['term']) => (term === 'outside' ? 'flag' : 'block');

const lastInstantOf = (day: string): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1);
