/**
 * Batteries on own sites that do not recycle. They are in no term until they come to a recycling site. So batteries that are fed in
 * secret need only stay in the books of a collection point. Those that no authority saw there count as lead that could have been fed.
 */
import type { LeadPicograms } from '../lead.ts';

/** Observation of an authority on a site for the count of a day. */
export type Observation = {
  readonly observationId: string;
  /** The count that was valid then. */
  readonly countId: string;
  readonly observedOn: string;
  readonly reportNumber: string;
  readonly lines: readonly { readonly item: string; readonly massGrams: number }[];
};

/** Law `recovery.unobserved-sites`: the sites whose stock needs an observation. */
export type SiteRules = { readonly sites: 'recyclers' | 'all' };

/** Law `recovery.unconfirmed-sites`: the sites whose loads to other organisations need an independent weighing. */
export type SendingRules = { readonly sites: 'recyclers' | 'all' };

/** A mass of batteries with its lead, at the content that the rate uses or the greatest of batteries. */
export type BatteryLead = { readonly massGrams: number; readonly lead: LeadPicograms };

/** Batteries of a site at the end of the period, by the records. */
export type Elsewhere = {
  readonly siteId: string;
  readonly siteName: string;
  readonly countedOn: string;
  /** In the books of the site. */
  readonly held: BatteryLead;
  /** Sent off and neither accepted nor back, or arrived and not accepted. */
  readonly open: BatteryLead;
  /** Written off after counts of the period, or missed by the weighings of loads. */
  readonly missing: BatteryLead;
  /** Sent off and accepted by another organisation after the beginning of the period. Evidence of before has none. */
  readonly sent?: BatteryLead;
  /** Items of a count that are batteries. */
  readonly items: readonly string[];
  /** Observation of the stock; null without one. */
  readonly observation: Observation | null;
};

/** Returns the lead of a site that no authority saw. An observation shows what is in the books, and nothing else. */
export function unseenOfSite({ held, open, missing, items, observation }: Elsewhere): LeadPicograms {
  const lines = observation?.lines ?? [];
  const grams = lines.reduce((sum, { item, massGrams }) => sum + (items.includes(item) ? massGrams : 0), 0);
  const seen = BigInt(Math.min(grams, held.massGrams));
  const left = held.massGrams > 0 ? held.lead - (held.lead * seen) / BigInt(held.massGrams) : 0n;
  return left + open.lead + missing.lead;
}

/** Adds up what left sites for other organisations: a partner can accept on paper what never came, and an authority sees neither. */
export function sentElsewhere(some: readonly Elsewhere[], { sites }: SendingRules): BatteryLead {
  const none: BatteryLead = { massGrams: 0, lead: 0n };
  return (sites === 'all' ? some : []).reduce(
    (sum, { sent = none }) => ({ massGrams: sum.massGrams + sent.massGrams, lead: sum.lead + sent.lead }),
    none,
  );
}

/** Adds up the lead of sites that no authority saw, and names those that have some. */
export function unseenElsewhere(some: readonly Elsewhere[]): {
  readonly elsewhere: LeadPicograms;
  readonly sites: readonly string[];
} {
  const unseen = some.map((one) => ({ name: one.siteName, lead: unseenOfSite(one) }));
  return {
    elsewhere: unseen.reduce((sum, { lead }) => sum + lead, 0n),
    sites: [...new Set(unseen.flatMap(({ name, lead }) => (lead > 0n ? name : [])))].toSorted(),
  };
}
