/** Use case: reading what the books have of batteries at both ends of a period, and comparing the counts with it. */
import { type LeadRecord, NO_CONTENT, recordsOfCount } from '../lead-records.ts';
import type { Inventory } from '../stock/inventory-service.ts';
import type { SitePeriod } from '../stock/site-period.ts';
import { type Reading, readOriginContents, UNKNOWN_ORIGIN } from './content-service.ts';
import type { Circumstances, GateEnd } from './findings.ts';
import { dividedRecord, partOf } from './origin.ts';
import { type BookedBatteries, outsideStock, uncountedStock } from './stock.ts';

/** The records to read, and what the sites had. */
type OutsideDeps = Reading & { readonly inventory: Inventory };

type Outside = Omit<Circumstances, 'loneManifests'> & { readonly records: readonly LeadRecord[] };

/**
 * Reads the batteries that counts list and that are not in the balance, and those of the opening that no count lists. A site
 * that became a recycler in the period opens with what the books had there, since none of it had passed the boundary.
 */
export async function collectOutside(deps: OutsideDeps): Promise<Outside> {
  const { inventory, period } = deps;
  const [sites, counts] = [await inventory.sites(), await inventory.counts()];
  const records: (readonly LeadRecord[])[] = [];
  const gates: GateEnd[] = [];
  let withoutManifestGrams = 0;
  let oldGrams = 0;
  for (const [end, countedOn, at] of [
    ['opening', period.openedOn, period.from],
    ['closing', period.closedOn, period.to],
  ] as const) {
    const loads = await inventory.gatesAt(at);
    const books = await bookedAt(deps, sites, at);
    const gate = { loads: 0, massGrams: 0, listedGrams: 0, waitedLoads: 0, waitedGrams: 0 };
    for (const [place, { siteId }] of sites.entries()) {
      const booked = books.get(siteId) ?? [];
      const count = counts.find((one) => one.siteId === siteId && one.countedOn === countedOn);
      const batteries = count ? recordsOfCount(count, end).filter(({ term }) => term === `${end}_stock`) : [];
      // A load whose site is not registered yet may be at any of them.
      const here = loads.filter((one) => one.siteId === siteId || (one.siteId === null && place === 0));
      const outside = outsideStock(batteries, booked, massOf(here));
      gate.loads += here.reduce((sum, one) => sum + one.loads, 0);
      gate.massGrams += massOf(here);
      gate.waitedLoads += here.reduce((sum, one) => sum + one.waitedLoads, 0);
      gate.waitedGrams += here.reduce((sum, one) => sum + one.waitedGrams, 0);
      gate.listedGrams += massOf(outside);
      records.push(outside);
      if (end === 'closing') {
        oldGrams += booked.reduce((sum, one) => sum + one.oldGrams, 0);
        continue;
      }
      withoutManifestGrams += massOf(booked.filter(({ withoutManifest }) => withoutManifest));
      if (count) records.push(uncountedStock(batteries, booked, recordsOf));
    }
    gates.push({ countedOn, ...gate });
  }
  records.push(await startedStock(deps, sites));
  return { records: records.flat(), gates, withoutManifestGrams, oldGrams };
}

/** Returns the batteries that were on a site before it became a recycler in the period. */
async function startedStock(deps: OutsideDeps, sites: readonly SitePeriod[]): Promise<LeadRecord[]> {
  const records: (readonly LeadRecord[])[] = [];
  for (const site of sites) {
    if (site.startedAt === null) continue;
    const books = await bookedAt(deps, [site], site.startedAt);
    records.push((books.get(site.siteId) ?? []).filter(({ forDisposal }) => !forDisposal).flatMap(recordsOf));
  }
  return records.flat();
}

type Booked = BookedBatteries & {
  readonly records: readonly LeadRecord[];
  /** Mass that came before the days of law. */
  readonly oldGrams: number;
};

const recordsOf = ({ records }: Booked): readonly LeadRecord[] => records;

/** Reads the batteries in the books at an instant, by site, each with the records that it makes when no count lists it. */
async function bookedAt(deps: OutsideDeps, sites: readonly SitePeriod[], at: Date): Promise<Map<string, Booked[]>> {
  const held: { siteId: string; batchId: string; material: string; massGrams: number }[][] = [];
  for (const { siteId } of sites) {
    const books = await deps.inventory.booksBefore(siteId, at);
    const batteries = books.filter(({ kind, massGrams }) => kind === 'battery' && massGrams > 0);
    held.push(batteries.map((one) => ({ ...one, siteId })));
  }
  const stock = held.flat();
  const oldBefore = new Date(at.getTime() - deps.rules.stockReview.days * DAY_MS);
  const origins = await readOriginContents(
    deps,
    stock.map(({ batchId }) => batchId),
  );
  const booked = stock.map(({ siteId, batchId, material, massGrams }) => {
    const { withoutManifest, forDisposal, parts, beginnings } = origins.get(batchId) ?? UNKNOWN_ORIGIN;
    const base = { id: `batch:${batchId}/opening`, subject: `batch:${batchId}`, batchId, material, massGrams };
    const record: LeadRecord = {
      ...{ ...base, ...NO_CONTENT, occurredAt: at },
      ...{ term: 'uncounted_stock', kind: 'book_stock', sign: 1 },
    };
    const old = forDisposal ? [] : beginnings.filter((one) => one.at < oldBefore);
    const oldGrams = old.reduce((sum, { share }) => sum + partOf(massGrams, share), 0);
    return {
      siteId,
      batchId,
      massGrams,
      withoutManifest,
      forDisposal,
      oldGrams,
      records: dividedRecord(record, parts),
    };
  });
  return Map.groupBy(booked, ({ siteId }) => siteId);
}

const DAY_MS = 86_400_000;

function massOf(some: readonly { readonly massGrams: number }[]): number {
  return some.reduce((sum, { massGrams }) => sum + massGrams, 0);
}
