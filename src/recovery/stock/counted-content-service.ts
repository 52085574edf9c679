/** Use case: reading the lead contents of what the books had at a count, and judging the contents that were counted. */
import { type ContentRanges, type itemBooksOf, rangeOfMaterial } from '../../recycling/index.ts';
import { leadIn } from '../lead.ts';
import { type Count, NO_CONTENT } from '../lead-records.ts';
import { apportioned, type ContentPart, isKnown, onlyContent } from '../terms/origin.ts';
import {
  type BookedContent,
  boundsOf,
  type ContentBounds,
  type ContentFault,
  type ContentTolerance,
  contentFaults,
} from './counted-content.ts';
import type { BookedPart } from './counted-lead.ts';
import type { ReadContents, ReadMade } from './open-run-service.ts';

type ItemBook = ReturnType<typeof itemBooksOf>[number];

export type ContentLaw = { readonly ranges: ContentRanges; readonly counted: ContentTolerance };

type Held = {
  readonly count: Count;
  readonly books: readonly ItemBook[];
  /** Mass of the loads on the site without a decision, which a count may list. */
  readonly gateGrams: number;
};

type ContentDeps = { readonly contentsOf: ReadContents; readonly madeContentsOf: ReadMade; readonly law: ContentLaw };

type Judged = {
  readonly faults: readonly (ContentFault & { readonly item: string })[];
  /** Stock of the books of each item, by content. */
  readonly booked: ReadonlyMap<string, readonly BookedPart[]>;
  /** Contents that the stock of each item can have. */
  readonly bounds: readonly (ContentBounds & { readonly item: string })[];
};

/**
 * Judges each item of a count, and reads the contents of its books. Open runs count from their records, whatever their line says.
 * Products and bought feed are outside the balance: a content that contradicts their assays moves no rate, and needs an explanation.
 */
export async function judgeContents(
  { contentsOf, madeContentsOf, law }: ContentDeps,
  { count, books, gateGrams }: Held,
): Promise<Judged> {
  // Products and bought feed in the books have bounds also where the count does not name them.
  const judged = books.filter(
    ({ item, term, bookGrams }) => massOf(count, item) > 0 || (term === 'outside' && bookGrams > 0),
  );
  const batches = judged.flatMap((book) => book.batches);
  const idsOf = (battery: boolean) =>
    batches.filter(({ kind }) => (kind === 'battery') === battery).map(({ batchId }) => batchId);
  const came = await contentsOf(idsOf(true));
  const own = await madeContentsOf(batches.map(({ batchId }) => batchId));
  const partsOf = (batchId: string): readonly ContentPart[] => {
    const origin = came.get(batchId)?.parts;
    const measured = own.get(batchId);
    const isMeasured = measured !== undefined && measured.ppm !== null;
    if (origin && (isKnown(origin) || !isMeasured)) return origin;
    return isMeasured ? onlyContent(measured) : [];
  };
  const inBooks = judged.flatMap(({ term, item, batches: held }): [string, BookedPart[]][] =>
    term === 'outside' ? [] : [[item, held.flatMap((one) => heldParts(one, partsOf(one.batchId)))]],
  );
  const bounds = judged.map((book) => {
    const booked = book.batches.flatMap((batch) => bookedContents(batch, partsOf(batch.batchId), law.ranges));
    booked.push(...elsewhere(book, massOf(count, book.item), gateGrams, law.ranges));
    return { item: book.item, ...boundsOf(booked) };
  });
  const faults = judged.flatMap((book, at) => {
    const of = bounds[at];
    if (!of) return [];
    const lines = count.lines.filter(({ item }) => item === book.item);
    const found = contentFaults(lines, of, law.counted);
    const kept = book.term === 'outside' ? found.flatMap(outsideFault) : found;
    return kept.map((fault) => ({ ...fault, item: book.item }));
  });
  return { faults, bounds, booked: new Map(inBooks) };
}

/** Stock outside the balance without an assay is no fault. A content that it cannot have needs a review. */
const outsideFault = (fault: ContentFault): ContentFault[] =>
  fault.code === 'COUNTED_CONTENT_UNKNOWN' ? [] : [{ ...fault, severity: 'flag' }];

/** Divides what a batch held among its contents. */
function heldParts({ batchId, massGrams }: ItemBook['batches'][number], parts: readonly ContentPart[]): BookedPart[] {
  if (massGrams <= 0) return [];
  if (parts.length === 0) return [{ batchId, massGrams, content: NO_CONTENT }];
  const grams = apportioned(
    massGrams,
    parts.map(({ share }) => share),
  );
  return parts.map(({ content }, at) => ({ batchId, content, massGrams: grams[at] ?? 0 }));
}

const massOf = ({ lines }: Count, wanted: string): number =>
  lines.filter(({ item }) => item === wanted).reduce((sum, { massGrams }) => sum + massGrams, 0);

function bookedContents(
  { massGrams, material, kind }: ItemBook['batches'][number],
  parts: readonly ContentPart[],
  ranges: ContentRanges,
): BookedContent[] {
  if (massGrams <= 0) return [];
  const range = rangeOfMaterial(ranges, material);
  const needsNone = kind === 'by_product';
  if (parts.length === 0) return [{ ...range, massGrams, lead: null, needsNone }];
  const grams = apportioned(
    massGrams,
    parts.map(({ share }) => share),
  );
  return parts.map(({ content: { ppm, moisturePpm } }, at) => {
    const part = grams[at] ?? 0;
    return { ...range, massGrams: part, lead: ppm === null ? null : leadIn(part, ppm, moisturePpm) };
  });
}

/** Returns what a count may list beyond the batches: loads at the gate, or stock of which the books have no batch. */
function elsewhere(book: ItemBook, countedGrams: number, gateGrams: number, ranges: ContentRanges): BookedContent[] {
  const all = book.materials.map((material) => rangeOfMaterial(ranges, material));
  const range = {
    minPpm: Math.min(...all.map(({ minPpm }) => minPpm)),
    maxPpm: Math.max(...all.map(({ maxPpm }) => maxPpm)),
  };
  const atGate = book.term === 'battery_stock' ? Math.min(gateGrams, Math.max(0, countedGrams - book.bookGrams)) : 0;
  const held = book.batches.reduce((sum, { massGrams }) => sum + massGrams, 0);
  const bare = held > 0 || atGate > 0 ? 0 : Math.max(0, countedGrams - book.runGrams);
  const massGrams = atGate + bare;
  return massGrams > 0 ? [{ ...range, massGrams, lead: null, needsNone: true }] : [];
}
