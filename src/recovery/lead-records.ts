/**
 * Records behind the terms of a lead recovery rate: the term of each record, its assay, and its mass of lead. A figure
 * is the sum of its records only.
 */

import type { CertificateOutcome } from './assays/certificate.ts';
import { type LeadPicograms, leadIn } from './lead.ts';
import { type RecordTerm, TERMS, type Term, type Terms } from './lead-recovery.ts';
import { type Moved, type StockTerm, termOf } from './terms/place.ts';

/** Kinds of evidence for a lead content, from the strongest to none. */
type ContentBasis = 'batch' | 'run' | 'product' | 'supplier_class' | 'declared_default' | 'count' | 'measured' | 'none';

/** Kinds of records that a lead balance is made of. */
export const RECORD_KINDS = [
  'manifest_line',
  'refused_line',
  'own_line',
  'line_difference',
  'generation',
  'dispatch',
  'load_difference',
  'load_under_way',
  'return',
  'feed',
  'output',
  'sale',
  'disposal',
  'stock_count_line',
  'outside_stock',
  'book_stock',
  'stock_adjustment',
  'emission',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record, or the sum of several that differ in nothing but their mass, subject and time within a month. */
export type LeadRecord = {
  /** Unique within an evaluation. */
  readonly id: string;
  /** Number of records of which it is the sum; absent for one. */
  readonly summed?: number | undefined;
  readonly term: RecordTerm;
  readonly kind: RecordKind;
  /** Subject of the journal entries that prove it, such as `manifest:<id>`; of a sum that of one of them. */
  readonly subject: string;
  readonly batchId: string | null;
  readonly material: string;
  readonly massGrams: number;
  /** -1 when the record reduces its term: products fed again, batteries that were returned. */
  readonly sign: 1 | -1;
  readonly ppm: number | null;
  readonly moisturePpm: number;
  readonly basis: ContentBasis;
  readonly assayId: string | null;
  /** Outcome of what the laboratory of the assay states of its certificate; absent when it states nothing. */
  readonly certificate?: CertificateOutcome | undefined;
  /** Standard deviation of the samples of its class in the month, parts per million; none with one sample. */
  readonly scatterPpm?: number | undefined;
  readonly occurredAt: Date;
};

/** Returns the lead of a record with its sign. A record without a lead content counts as 0. */
export function leadOf({
  massGrams,
  ppm,
  moisturePpm,
  sign,
  term,
}: Pick<LeadRecord, 'massGrams' | 'ppm' | 'moisturePpm' | 'sign' | 'term'>): LeadPicograms {
  if (term === 'not_counted' || ppm === null) return 0n;
  return BigInt(sign) * leadIn(massGrams, ppm, moisturePpm);
}

/** Returns the number of records that some records and sums stand for. */
export const countOf = (records: readonly LeadRecord[]): number =>
  records.reduce((count, { summed = 1 }) => count + summed, 0);

const isTerm = (term: RecordTerm): term is Term => TERMS.some((one) => one === term);

export function termsOf(records: readonly LeadRecord[]): Terms {
  const terms = Object.fromEntries(TERMS.map((term) => [term, 0n])) as Record<Term, LeadPicograms>;
  for (const record of records) {
    if (isTerm(record.term)) terms[record.term] += leadOf(record);
  }
  return terms;
}

export type AppliedContent = Pick<LeadRecord, 'ppm' | 'moisturePpm' | 'basis' | 'assayId' | 'scatterPpm'>;

export const NO_CONTENT: AppliedContent = { ppm: null, moisturePpm: 0, basis: 'none', assayId: null };

/** A movement of mass at a recycling site, as recycling lists it. */
export type SiteMovement = Moved & {
  readonly id: string;
  /** Number of movements of which it is the sum. */
  readonly summed: number;
  readonly kind: RecordKind;
  readonly evidence: string | null;
  readonly batchId: string;
  readonly material: string;
  readonly massGrams: number;
  readonly occurredAt: Date;
};

/** Makes the record of a movement; undefined when it adds to no term. */
export function recordOfMovement(movement: SiteMovement, content: AppliedContent): LeadRecord | undefined {
  const term = termOf(movement);
  if (!term) return undefined;
  const { id, kind, evidence, batchId, material, massGrams, occurredAt, summed } = movement;
  const subject = evidence ?? `batch:${batchId}`;
  const record = { id: `movement:${id}`, ...term, ...content, kind, subject, batchId, material, massGrams, occurredAt };
  return summed > 1 ? { ...record, summed } : record;
}

/** A count of stock at one end of the period. */
export type Count = {
  readonly id: string;
  readonly countedOn: string;
  readonly recordedAt: Date;
  readonly lines: readonly {
    readonly item: string;
    readonly term: StockTerm;
    readonly massGrams: number;
    readonly leadPpm: number;
  }[];
};

/** Makes the records of a count, without the lines of stock outside the balance. */
export function recordsOfCount(count: Count, end: 'opening' | 'closing'): LeadRecord[] {
  return count.lines.flatMap(({ item, term, massGrams, leadPpm }, at) => {
    if (term === 'outside') return [];
    return {
      id: `stock-count:${count.id}/${at + 1}/${end}`,
      term: `${end}_${term === 'work' ? 'work' : 'stock'}` as const,
      kind: 'stock_count_line' as const,
      subject: `stock-count:${count.id}`,
      batchId: null,
      material: item,
      massGrams,
      sign: 1 as const,
      ppm: leadPpm,
      moisturePpm: 0,
      basis: 'count' as const,
      assayId: null,
      occurredAt: count.recordedAt,
    };
  });
}

/** A lead mass that was measured directly. */
export function recordOfEmission(emission: {
  readonly id: string;
  readonly medium: 'air' | 'water';
  readonly leadGrams: number;
  readonly occurredAt: Date;
}): LeadRecord {
  const { id, medium, leadGrams, occurredAt } = emission;
  return {
    id: `emission:${id}`,
    term: `loss_${medium}`,
    kind: 'emission',
    subject: `emission:${id}`,
    batchId: null,
    material: 'lead',
    massGrams: leadGrams,
    sign: 1,
    ppm: 1_000_000,
    moisturePpm: 0,
    basis: 'measured',
    assayId: null,
    occurredAt,
  };
}
