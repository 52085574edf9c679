/** The recycling sites of a period: those that were recyclers in it, and the ends at which their stock is counted. */
import type { Period } from '../periods/period.ts';

/** A site with the half-open spells in which it was a recycler, as recycling lists it; `to` is null while it is one. */
type RecyclingSite = {
  readonly siteId: string;
  readonly name: string;
  readonly spells: readonly { readonly from: Date; readonly to: Date | null }[];
  /** Greatest mass of hazardous waste that it may store, each until its change, oldest first. */
  readonly limits: readonly { readonly grams: number | null; readonly until: Date | null }[];
};

export type SitePeriod = {
  readonly siteId: string;
  readonly name: string;
  /** True when the stock at this end must be counted. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** The first instant of the site as a recycler when it began after the opening; null when it was one before. */
  readonly startedAt: Date | null;
  /** Greatest mass of hazardous waste that it may store at the end of the period; null without a limit. */
  readonly storageLimitGrams: number | null;
};

/** Returns the sites that were recyclers in a period. One that began in it, or after it, has no stock at the opening. */
export function sitesIn(sites: readonly RecyclingSite[], { from, to }: Pick<Period, 'from' | 'to'>): SitePeriod[] {
  return sites.flatMap(({ siteId, name, spells, limits }) => {
    const during = spells.filter((spell) => spell.from < to && (spell.to === null || spell.to > from));
    const [first, last] = [during.at(0), during.at(-1)];
    if (!first || !last) return [];
    const opens = first.from < from;
    const closes = last.to === null || last.to >= to;
    const limit = limits.find(({ until }) => until === null || until >= to);
    const storageLimitGrams = limit?.grams ?? null;
    return { siteId, name, opens, closes, startedAt: opens ? null : first.from, storageLimitGrams };
  });
}
