/**
 * Use case: reading what the sites of an enterprise had at the ends of a period, once for all that compare it: sites, counts,
 * books, and loads without a decision.
 */
import { listGateLoads } from '../../manifests/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { listCountsOn, listObservationsOn, listRecyclingSites, readBooks } from '../../recycling/index.ts';
import type { Period } from '../periods/period.ts';
import { type SitePeriod, sitesIn } from './site-period.ts';

type GateLoads = Awaited<ReturnType<typeof listGateLoads>>;
type Counts = Awaited<ReturnType<typeof listCountsOn>>;
type Observations = Awaited<ReturnType<typeof listObservationsOn>>;
type Books = Awaited<ReturnType<typeof readBooks>>;

export type Inventory = {
  /** Sites that were recyclers in the period. */
  readonly sites: () => Promise<readonly SitePeriod[]>;
  /** Valid counts of the days before the period and of its end. */
  readonly counts: () => Promise<Counts>;
  /** Valid observations of the counts of these days. */
  readonly observations: () => Promise<Observations>;
  /** Loads that were on sites without a decision at an instant. */
  readonly gatesAt: (at: Date) => Promise<GateLoads>;
  /** Accounts that held mass on a site just before an instant. */
  readonly booksBefore: (siteId: string, at: Date) => Promise<Books>;
};

/** @param gateDays days after which a load without a decision waits long; one from before the period does in any case */
export function openInventory(
  db: Reader,
  partyId: string,
  period: Period,
  { days: gateDays }: { readonly days: number },
): Inventory {
  const known = new Map<string, Promise<unknown>>();
  const once = <Found>(key: string, read: () => Promise<Found>): Promise<Found> => {
    const found = known.get(key) ?? read();
    known.set(key, found);
    return found as Promise<Found>;
  };
  return {
    sites: () => once('sites', async () => sitesIn(await listRecyclingSites(db, partyId), period)),
    counts: () => once('counts', () => listCountsOn(db, partyId, [period.openedOn, period.closedOn])),
    observations: () => once('observations', () => listObservationsOn(db, partyId, [period.openedOn, period.closedOn])),
    gatesAt: (at) =>
      once(`gates/${at.getTime()}`, () => {
        const since = new Date(Math.max(period.from.getTime(), at.getTime() - gateDays * DAY_MS));
        return listGateLoads(db, { receiverId: partyId, at, since });
      }),
    booksBefore: (siteId, at) =>
      once(`books/${siteId}/${at.getTime()}`, () => readBooks(db, { partyId, siteId, at: new Date(at.getTime() - 1) })),
  };
}

const DAY_MS = 86_400_000;
