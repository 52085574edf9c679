/**
 * Batteries at a recycling site at one end of a period: those that the books hold, those on the site that are not in the
 * balance, and those that the count lists. A count does not separate them; the books do.
 */
import { type LeadPicograms, leadIn } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';

/** Batteries in the books of a site at an instant. */
export type BookedBatteries = {
  readonly batchId: string;
  readonly massGrams: number;
  readonly withoutManifest: boolean;
  readonly forDisposal: boolean;
};

const massOf = (some: readonly { readonly massGrams: number }[]): number =>
  some.reduce((sum, { massGrams }) => sum + massGrams, 0);

/** Highest lead content first, so that what is taken out of a count is never less lead than it held. */
const richestFirst = (a: LeadRecord, b: LeadRecord): number => Number(leadOfGram(b) - leadOfGram(a));

const leadOfGram = ({ ppm, moisturePpm }: LeadRecord): LeadPicograms => leadIn(1, ppm ?? 0, moisturePpm);

/** Takes a mass from records, from the first on. */
function taken(records: readonly LeadRecord[], massGrams: number): LeadRecord[] {
  let left = massGrams;
  return records.flatMap((record) => {
    const part = Math.min(left, record.massGrams);
    left -= part;
    return part > 0 ? [{ ...record, massGrams: part }] : [];
  });
}

/**
 * Takes out of a count what it lists beyond the books, up to the mass on the site that is not in the balance: loads at the
 * gate without a decision, refused loads that have not gone, and batteries for disposal.
 * @param counted records of the batteries of the count
 */
export function outsideStock(
  counted: readonly LeadRecord[],
  booked: readonly BookedBatteries[],
  gateGrams: number,
): LeadRecord[] {
  const outsideGrams = gateGrams + massOf(booked.filter(({ forDisposal }) => forDisposal));
  const inside = massOf(booked.filter(({ forDisposal }) => !forDisposal));
  const beyond = Math.max(0, massOf(counted) - inside);
  return taken([...counted].sort(richestFirst), Math.min(outsideGrams, beyond)).map((record) => ({
    ...record,
    ...{ id: `${record.id}/outside`, kind: 'outside_stock', sign: -1 },
  }));
}

/**
 * Returns the batteries without a manifest that the opening count does not list, though the books hold them. They came before
 * the period, so nothing else makes them available when they are fed.
 * @param ofBatch the records of the whole mass of such a batch
 */
export function uncountedStock<Booked extends BookedBatteries>(
  counted: readonly LeadRecord[],
  booked: readonly Booked[],
  ofBatch: (batch: Booked) => readonly LeadRecord[],
): LeadRecord[] {
  const inside = booked.filter(({ forDisposal }) => !forDisposal);
  const missing = Math.max(0, massOf(inside) - massOf(counted));
  const without = inside.filter(({ withoutManifest }) => withoutManifest).flatMap(ofBatch);
  return taken(without.sort(richestFirst), missing);
}
