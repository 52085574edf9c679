/** The lead content of a count held against the contents of the batches that the books had at the same instant. */
import { basisPoints, compare, type Fraction, percentOf } from '../fraction.ts';
import { type LeadPicograms, leadIn } from '../lead.ts';

/** Law `recovery.counted-content`: the larger of a share of the content and a floor. */
export type ContentTolerance = {
  readonly shareBasisPoints: number;
  readonly floorPpm: number;
  /** Mass of unknown content up to which no person needs to review it. */
  readonly smallGrams: number;
};

/** Stock of the books with one content. */
export type BookedContent = {
  readonly massGrams: number;
  /** Null when it is unknown. */
  readonly lead: LeadPicograms | null;
  /** Plausible content of its material. */
  readonly minPpm: number;
  readonly maxPpm: number;
  /** True when no assay is expected: by-products, loads at the gate, and mass of which the books have no batch. */
  readonly needsNone?: boolean;
};

export type ContentFault = {
  readonly code: 'COUNTED_CONTENT_DIFFERS' | 'COUNTED_CONTENT_IMPLAUSIBLE' | 'COUNTED_CONTENT_UNKNOWN';
  readonly severity: 'block' | 'flag' | 'note';
  readonly facts: {
    readonly countedPercent: string;
    readonly lowPercent: string;
    readonly highPercent: string;
    readonly unknownGrams: number;
  };
};

type Counted = { readonly massGrams: number; readonly leadPpm: number };

/** Least and greatest lead that stock of the books can have: one without a content can have any of its material. */
export type ContentBounds = {
  readonly massGrams: number;
  readonly low: LeadPicograms;
  readonly high: LeadPicograms;
  /** Mass of unknown content of which an assay is expected. */
  readonly unknownGrams: number;
  /** True when the content of a part is unknown. */
  readonly isOpen: boolean;
};

export function boundsOf(booked: readonly BookedContent[]): ContentBounds {
  return {
    massGrams: booked.reduce((sum, { massGrams }) => sum + massGrams, 0),
    low: booked.reduce((sum, one) => sum + (one.lead ?? leadIn(one.massGrams, one.minPpm, 0)), 0n),
    high: booked.reduce((sum, one) => sum + (one.lead ?? leadIn(one.massGrams, one.maxPpm, 0)), 0n),
    unknownGrams: booked.reduce((sum, one) => sum + (one.lead === null && !one.needsNone ? one.massGrams : 0), 0),
    isOpen: booked.some(({ lead }) => lead === null),
  };
}

/**
 * Judges the content of the lines of one item. Batches without a content can have any that is plausible for their material.
 * So the count must lie between the least and the most that the whole stock can have.
 * @param bounds of what the books had, and what else the count may list
 */
export function contentFaults(
  lines: readonly Counted[],
  { massGrams, unknownGrams, isOpen, ...bounds }: ContentBounds,
  tolerance: ContentTolerance,
): ContentFault[] {
  const counted = meanOf(lines.map(({ massGrams, leadPpm }) => ({ massGrams, lead: leadIn(massGrams, leadPpm, 0) })));
  const low = meanOf([{ massGrams, lead: bounds.low }]);
  const high = meanOf([{ massGrams, lead: bounds.high }]);
  if (!counted || !low || !high) return [];
  const facts = {
    ...{ countedPercent: percentOf(counted), lowPercent: percentOf(low), highPercent: percentOf(high) },
    unknownGrams,
  };
  const faults: ContentFault[] = [];
  if (unknownGrams > 0) {
    const severity = unknownGrams > tolerance.smallGrams ? 'flag' : 'note';
    faults.push({ code: 'COUNTED_CONTENT_UNKNOWN', severity, facts });
  }
  if (isBeyond(low, counted, tolerance) || isBeyond(counted, high, tolerance, high)) {
    const code = isOpen ? 'COUNTED_CONTENT_IMPLAUSIBLE' : 'COUNTED_CONTENT_DIFFERS';
    faults.push({ code, severity: 'block', facts });
  }
  return faults;
}

/** Returns the lead of a gram of a mass; null without mass. */
function meanOf(parts: readonly { readonly massGrams: number; readonly lead: LeadPicograms }[]): Fraction | null {
  const massGrams = parts.reduce((sum, one) => sum + BigInt(one.massGrams), 0n);
  if (massGrams <= 0n) return null;
  return { numerator: parts.reduce((sum, { lead }) => sum + lead, 0n), denominator: massGrams * PER_GRAM };
}

const PER_GRAM = 1_000_000_000_000n;

/** Returns true when the upper content is above the lower one by more than the tolerance of a content. */
function isBeyond(upper: Fraction, lower: Fraction, tolerance: ContentTolerance, of = upper): boolean {
  const share = basisPoints(tolerance.shareBasisPoints);
  const relative = {
    numerator: of.numerator * share.numerator,
    denominator: of.denominator * share.denominator,
  };
  const floor = { numerator: BigInt(tolerance.floorPpm), denominator: 1_000_000n };
  const allowed = compare(relative, floor) > 0 ? relative : floor;
  const limit = {
    numerator: lower.numerator * allowed.denominator + allowed.numerator * lower.denominator,
    denominator: lower.denominator * allowed.denominator,
  };
  return compare(upper, limit) > 0;
}
