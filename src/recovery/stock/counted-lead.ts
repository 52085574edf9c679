/**
 * The lead of counted stock. A count confirms that the stock of the books is there; what it contains is known by the assays of
 * its batches. So a load that is received and still in stock has one content, with one error, in both places.
 */
import type { AppliedContent, LeadRecord } from '../lead-records.ts';
import { apportioned } from '../terms/origin.ts';

/** Stock of the books with one content, and the batch that it is in: its analyses are those of the stock. */
export type BookedPart = { readonly batchId: string; readonly massGrams: number; readonly content: AppliedContent };

/**
 * Divides the records of a count among the contents of the books of their item. Mass beyond the books, and mass of batches without
 * a content, keeps that of the count.
 */
export function dividedCount(
  records: readonly LeadRecord[],
  booked: ReadonlyMap<string, readonly BookedPart[]>,
): LeadRecord[] {
  const left = new Map([...booked].map(([item, parts]) => [item, massOf(parts)]));
  return records.flatMap((record) => {
    const parts = booked.get(record.material) ?? [];
    const covered = Math.min(record.massGrams, left.get(record.material) ?? 0);
    if (covered <= 0) return record;
    left.set(record.material, (left.get(record.material) ?? 0) - covered);
    const known = partsOf(record, covered, parts);
    const massGrams = record.massGrams - massOf(known);
    return massGrams > 0 ? [...known, { ...record, massGrams }] : known;
  });
}

function partsOf(record: LeadRecord, covered: number, parts: readonly BookedPart[]): LeadRecord[] {
  const whole = BigInt(massOf(parts));
  const shares = parts.map(({ massGrams }) => ({ numerator: BigInt(massGrams), denominator: whole }));
  const grams = apportioned(covered, shares);
  return parts.flatMap(({ batchId, content }, at) => {
    const massGrams = grams[at] ?? 0;
    if (massGrams === 0 || content.ppm === null) return [];
    return { ...record, ...content, batchId, id: `${record.id}/${at + 1}`, massGrams };
  });
}

const massOf = (some: readonly { readonly massGrams: number }[]): number =>
  some.reduce((sum, { massGrams }) => sum + massGrams, 0);
