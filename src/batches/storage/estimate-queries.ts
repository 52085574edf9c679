/**
 * Estimated stocks of the sites that record batches, kept in the memory of this process.
 *
 * Recording is one statement for hundreds of batches; a sum over the stock of every site in it would slow it down. So the
 * warning to the recording client comes from this estimate: the stock as `readSiteStock` last read it, plus the batches
 * recorded since. It is read again after a minute, without making a request wait. A warning may therefore come late, and
 * the first record after a start has none. Manifest steps and `GET /v1/storage` read the exact stock; both judge it with
 * the same rule, `warnOfStorage`.
 */
import { dayOf } from '../../core/calendar.ts';
import { unsecured } from '../../platform/database/row-security.ts';
import type { Deps, RequestDeps } from '../../platform/deps.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { readSiteStock, storageLimitsIn } from './queries.ts';
import { type SiteStock, type StorageWarning, warnOfStorage } from './storage.ts';

/** Reads the stock of a site; undefined when the site has no limit of mass. */
export type ReadStock = (siteId: string) => Promise<SiteStock | undefined>;

export type StockEstimates = {
  /** Adds a recorded mass to the estimate of a site and returns the warning that results. */
  readonly add: (siteId: string, massGrams: number) => StorageWarning | undefined;
};

const AGE_LIMIT_MS = 60_000;
const SITES_MAX = 10_000;

type Estimate = { readonly readAt: number; stock: SiteStock | undefined };

/** Creates the estimates of a process. */
export function estimateStocks(deps: RequestDeps & { readonly law: () => Promise<LawCache> }): StockEstimates {
  const db = unsecured(deps.db, 'the stock of a site is read for everybody who records there');
  return keepEstimates(deps, async (siteId) => {
    const law = await deps.law();
    const today = dayOf(deps.clock());
    return readSiteStock(db, siteId, (kind) => storageLimitsIn(law, kind, today));
  });
}

/** Keeps estimates of what a function reads, which never makes `add` wait. */
export function keepEstimates({ clock, log }: Pick<Deps, 'clock' | 'log'>, read: ReadStock): StockEstimates {
  const estimates = new Map<string, Estimate>();
  const reading = new Set<string>();
  const refresh = async (siteId: string, readAt: number) => {
    reading.add(siteId);
    try {
      const stock = await read(siteId);
      if (estimates.size >= SITES_MAX) estimates.clear();
      estimates.set(siteId, { readAt, stock });
    } catch (error) {
      log.warn({ err: error, siteId }, 'the stock of a site could not be read');
    } finally {
      reading.delete(siteId);
    }
  };
  return {
    add: (siteId, massGrams) => {
      const now = clock().getTime();
      const estimate = estimates.get(siteId);
      const stale = estimate === undefined || Math.abs(now - estimate.readAt) > AGE_LIMIT_MS;
      if (stale && !reading.has(siteId)) void refresh(siteId, now);
      if (estimate?.stock === undefined) return undefined;
      const { limitGrams, alertShares } = estimate.stock;
      const stockGrams = estimate.stock.stockGrams + massGrams;
      estimate.stock = { ...estimate.stock, stockGrams };
      return warnOfStorage({ siteId, stockGrams, limitGrams }, alertShares);
    },
  };
}
