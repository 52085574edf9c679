/** Lead contents of the batches of which batteries consist, in proportion to the masses that were merged. */
import { type AppliedContent, type LeadRecord, NO_CONTENT } from '../lead-records.ts';

/** An exact share of one. */
type Share = { readonly numerator: bigint; readonly denominator: bigint };

/** A lead content with its part of a mass. */
export type ContentPart = { readonly share: Share; readonly content: AppliedContent };

const WHOLE: Share = { numerator: 1n, denominator: 1n };

/** Returns the only content of a mass. */
export const onlyContent = (content: AppliedContent): ContentPart[] => [{ share: WHOLE, content }];

/** Returns true when the content of each part is known. */
export const isKnown = (parts: readonly ContentPart[]): boolean =>
  parts.length > 0 && parts.every(({ content }) => content.ppm !== null);

/** Adds up the shares of parts with one content: those of one assay, and those without any. */
export function joinedParts(parts: readonly ContentPart[]): ContentPart[] {
  const joined = new Map<string, ContentPart>();
  for (const { share, content } of parts) {
    if (share.numerator === 0n) continue;
    const key = `${content.assayId}/${content.ppm}/${content.moisturePpm}/${content.basis}`;
    const before = joined.get(key)?.share;
    joined.set(key, { content, share: before ? sumOf(before, share) : share });
  }
  return [...joined.values()];
}

/** Returns the part of a mass, in whole grams. */
export const partOf = (massGrams: number, { numerator, denominator }: Share): number =>
  Number((BigInt(massGrams) * numerator) / denominator);

/**
 * Divides a mass among shares that add up to one, in whole grams that add up to it. Each part differs by less than a gram from
 * its exact share; grams left over go to the largest remainders, the first of equal ones.
 */
export function apportioned(massGrams: number, shares: readonly Share[]): number[] {
  const exact = shares.map(({ numerator, denominator }) => {
    const product = BigInt(massGrams) * numerator;
    return { grams: product / denominator, remainder: product % denominator, denominator };
  });
  let left = BigInt(massGrams) - exact.reduce((sum, { grams }) => sum + grams, 0n);
  const order = exact
    .map((one, at) => ({ ...one, at }))
    .toSorted((a, b) => compared(b.remainder * a.denominator, a.remainder * b.denominator) || a.at - b.at);
  const grams = exact.map((one) => one.grams);
  for (const { at } of order) {
    if (left <= 0n) break;
    grams[at] = (grams[at] ?? 0n) + 1n;
    left -= 1n;
  }
  return grams.map(Number);
}

/** Makes one record of each part of a record, so that the lead of each has one assay. A part of no gram makes none. */
export function dividedRecord(record: LeadRecord, parts: readonly ContentPart[]): LeadRecord[] {
  const [first] = parts;
  if (!first) return [{ ...record, ...NO_CONTENT }];
  if (parts.length === 1) return [{ ...record, ...first.content }];
  const grams = apportioned(
    record.massGrams,
    parts.map(({ share }) => share),
  );
  return parts.flatMap(({ content }, at) => {
    const massGrams = grams[at] ?? 0;
    return massGrams > 0 ? [{ ...record, ...content, id: `${record.id}/part-${at + 1}`, massGrams }] : [];
  });
}

const compared = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const sumOf = (a: Share, b: Share): Share => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
