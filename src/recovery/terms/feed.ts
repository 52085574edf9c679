/**
 * Feed other than batteries whose lead the books do not show. Batteries can come in as a reagent, as a metal, or as a waste
 * without its manifest. They yield lead that nothing brought, which lifts the rate.
 */
import { WASTE_CODE } from '../../core/identifiers/waste-code.ts';
import { basisPoints, compare, type Fraction, fraction, percentOf } from '../fraction.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import type { TermRules } from './findings.ts';
import { fedGrams, massOf } from './mass.ts';

/** Law `recovery.feed-evidence`. Shares are of all mass fed, basis points. */
type FeedEvidence = {
  /** Content below which feed counts as feed without lead, parts per million of the mass as weighed. */
  readonly contentPpm: number;
  /** Greatest share of all feed without lead. */
  readonly shareBasisPoints: number;
  /** Kinds of feed that furnaces need in quantity, such as soda, iron and coke. */
  readonly bulkKinds: readonly string[];
  /** Greatest share of feed without lead of all other kinds. */
  readonly otherShareBasisPoints: number;
};

export type FeedRules = Pick<TermRules, 'withoutManifest'> & {
  readonly feedEvidence: FeedEvidence;
  readonly evidence: { readonly rangeOf: (material: string) => { readonly minPpm: number } };
};

export function feedFindings(records: readonly LeadRecord[], rules: FeedRules): Finding[] {
  const feed = records.filter(({ term }) => term === 'other_feed');
  return [...contentFindings(records, feed, rules), ...manifestFindings(feed, rules)];
}

/** Finds more feed without lead than a furnace needs. */
function contentFindings(records: readonly LeadRecord[], feed: readonly LeadRecord[], rules: FeedRules): Finding[] {
  const { shareBasisPoints, bulkKinds, otherShareBasisPoints } = rules.feedEvidence;
  const bare = feed.filter((record) => isBare(record, rules));
  const other = bare.filter(({ material }) => !bulkKinds.includes(material));
  const whole = fedGrams(records);
  for (const [some, limit] of [
    [other, basisPoints(otherShareBasisPoints)],
    [bare, basisPoints(shareBasisPoints)],
  ] satisfies [LeadRecord[], Fraction][]) {
    const share = fraction(massOf(some), whole);
    if (!share || compare(share, limit) <= 0) continue;
    const shares = { sharePercent: percentOf(share), limitPercent: percentOf(limit) };
    return [recoveryFinding('FEED_WITHOUT_CONTENT', { massGrams: Number(massOf(some)), ...shares })];
  }
  return [];
}

/** Returns true for feed without an assay, or with a content that is next to none or below what its kind can hold. */
function isBare({ ppm, moisturePpm, material }: LeadRecord, { feedEvidence, evidence }: FeedRules): boolean {
  if (ppm === null) return true;
  const least = Math.max(feedEvidence.contentPpm, evidence.rangeOf(material).minPpm);
  return BigInt(ppm) * BigInt(1_000_000 - moisturePpm) < BigInt(least) * 1_000_000n;
}

/** Finds hazardous waste that was bought without a manifest: its material is a waste code. */
function manifestFindings(feed: readonly LeadRecord[], { withoutManifest }: FeedRules): Finding[] {
  const waste = feed.filter(({ kind, material }) => kind === 'feed' && WASTE_CODE.test(material));
  const massGrams = Number(massOf(waste));
  if (massGrams <= 0) return [];
  return [recoveryFinding('WASTE_WITHOUT_MANIFEST', { massGrams }, withoutManifest === 'block' ? 'block' : 'flag')];
}
