/**
 * Stocks of the sites that record batches, kept in mind so that recording asks nobody: added up as batches come in, and
 * read again after a minute, beside the request that notices. A warning may so come a moment late, and one of a process
 * that has just started is missing; the list of stocks is always right.
 */
import type { Deps } from '../../platform/deps.ts';
import { type StorageWarning, warnOfStorage } from './storage.ts';

type Known = { readonly limitGrams: number; readonly told: readonly number[]; readonly stockGrams: number };

/** Reads the stock of a site; nothing when no limit is set for it. */
export type ReadStock = (siteId: string) => Promise<Known | undefined>;

export type StorageWatch = {
  /** Adds what was recorded on a site and answers what is to be told of it. */
  readonly add: (siteId: string, massGrams: number) => StorageWarning | undefined;
};

const AGE_LIMIT_MS = 60_000;
const SITES_MAX = 10_000;

type Entry = { readonly readAt: number; known: Known | undefined };

export function watchStorage({ clock, log }: Pick<Deps, 'clock' | 'log'>, read: ReadStock): StorageWatch {
  const entries = new Map<string, Entry>();
  const reading = new Set<string>();
  const refresh = async (siteId: string, readAt: number) => {
    reading.add(siteId);
    try {
      const known = await read(siteId);
      if (entries.size >= SITES_MAX) entries.clear();
      entries.set(siteId, { readAt, known });
    } catch (error) {
      log.warn({ err: error, siteId }, 'the stock of a site could not be read');
    } finally {
      reading.delete(siteId);
    }
  };
  return {
    add: (siteId, massGrams) => {
      const now = clock().getTime();
      const entry = entries.get(siteId);
      const stale = entry === undefined || Math.abs(now - entry.readAt) > AGE_LIMIT_MS;
      if (stale && !reading.has(siteId)) void refresh(siteId, now);
      if (entry?.known === undefined) return undefined;
      const { limitGrams, told } = entry.known;
      const stockGrams = entry.known.stockGrams + massGrams;
      entry.known = { ...entry.known, stockGrams };
      return warnOfStorage({ siteId, stockGrams, limitGrams }, told);
    },
  };
}
