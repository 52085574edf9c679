/**
 * Records behind the terms of a lead recovery rate: the term of each record, its assay, and its mass of lead. A figure
 * is the sum of its records only.
 */

import { monthOf } from '../core/calendar.ts';
import { type LeadPicograms, leadIn } from './lead.ts';
import { LOSS_TERMS, TERMS, type Term, type Terms } from './lead-recovery.ts';

/** Kinds of evidence for a lead content, from the strongest to none. */
type ContentBasis = 'batch' | 'supplier_class' | 'declared_default' | 'count' | 'measured' | 'none';

/**
 * A term; `outside_balance` for adjusted stock of products and bought feed, which count when they are made or fed; or
 * `not_counted` for batteries that were refused or came without a manifest.
 */
export type RecordTerm = Term | 'outside_balance' | 'not_counted';
export const RECORD_TERMS: readonly RecordTerm[] = [...TERMS, 'outside_balance', 'not_counted'];

const isTerm = (term: RecordTerm): term is Term => term !== 'outside_balance' && term !== 'not_counted';

/** Movements of mass that are records of a lead balance. */
type CountedMovement =
  | 'output'
  | 'return'
  | 'generation'
  | 'feed'
  | 'sale'
  | 'disposal'
  | 'dispatch'
  | 'stock_adjustment';

/** Kinds of records that a lead balance is made of. */
export const RECORD_KINDS = [
  'manifest_line',
  'refused_line',
  'generation',
  'dispatch',
  'return',
  'feed',
  'output',
  'sale',
  'disposal',
  'stock_count_line',
  'stock_adjustment',
  'emission',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type LeadRecord = {
  /** Unique within an evaluation. */
  readonly id: string;
  readonly term: RecordTerm;
  readonly kind: RecordKind;
  /** Subject of the journal entries that prove it, such as `manifest:<id>`. */
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
  readonly occurredAt: Date;
};

/** Returns the lead of a record with its sign. A record without a lead content counts as 0. */
export function leadOf({ massGrams, ppm, moisturePpm, sign, term }: LeadRecord): LeadPicograms {
  if (term === 'not_counted' || ppm === null) return 0n;
  return BigInt(sign) * leadIn(massGrams, ppm, moisturePpm);
}

export function termsOf(records: readonly LeadRecord[]): Terms {
  const terms = Object.fromEntries(TERMS.map((term) => [term, 0n])) as Record<Term, LeadPicograms>;
  for (const record of records) {
    if (isTerm(record.term)) terms[record.term] += leadOf(record);
  }
  return terms;
}

type Content = { readonly assayId: string; readonly ppm: number; readonly moisturePpm: number };

/** An assay of a supplier class or a declared default, which applies to several batches. */
export type GeneralAssay = {
  readonly id: string;
  readonly basis: string;
  readonly supplierId: string | null;
  readonly batteryKind: string | null;
  readonly ppm: number;
  readonly moisturePpm: number;
  readonly sampledAt: Date;
};

type AppliedContent = Pick<LeadRecord, 'ppm' | 'moisturePpm' | 'basis' | 'assayId'>;

/** A batch whose lead content is needed: its own assay, and the attributes by which another assay applies. */
type ContentQuery = {
  readonly own: Content | null | undefined;
  readonly supplierId: string | null;
  readonly batteryKind: string | null;
};

/**
 * Finds the lead content of batteries. The batch's own assay comes first, then the one of its supplier: of the samples of the
 * calendar month of the record, the last one before it, else the first one after it. So the content of a record depends on
 * its own month only, and a year is the sum of its months. An assay of the same kind of battery goes before one of any kind.
 * A declared default comes last and is marked as assumed.
 * @param general latest first
 * @param at time of the record
 */
export function contentOf(query: ContentQuery, general: readonly GeneralAssay[], at: Date): AppliedContent {
  const { own, supplierId, batteryKind } = query;
  if (own) return { ppm: own.ppm, moisturePpm: own.moisturePpm, basis: 'batch', assayId: own.assayId };
  const month = monthOf(at);
  const known = general.filter(({ sampledAt }) => sampledAt < month.to);
  const ofKind = (assay: GeneralAssay) => assay.batteryKind === batteryKind && batteryKind !== null;
  const ofAny = (assay: GeneralAssay) => assay.batteryKind === null;
  const classes = known.filter(
    (assay) => assay.basis === 'supplier_class' && assay.supplierId === supplierId && assay.sampledAt >= month.from,
  );
  const nearest = (samples: readonly GeneralAssay[]) =>
    samples.find(({ sampledAt }) => sampledAt <= at) ?? samples.at(-1);
  const defaults = known.filter(({ basis }) => basis === 'declared_default');
  const best =
    nearest(classes.filter(ofKind)) ?? nearest(classes.filter(ofAny)) ?? defaults.find(ofKind) ?? defaults.find(ofAny);
  if (!best) return NO_CONTENT;
  const basis = best.basis === 'supplier_class' ? 'supplier_class' : 'declared_default';
  return { ppm: best.ppm, moisturePpm: best.moisturePpm, basis, assayId: best.id };
}

export const NO_CONTENT: AppliedContent = { ppm: null, moisturePpm: 0, basis: 'none', assayId: null };

/** A line of a manifest on which the enterprise decided as receiver. */
export type DecidedLine = {
  readonly manifestId: string;
  readonly line: number;
  readonly wasteCode: string;
  readonly consignorId: string;
  readonly receivedBatchId: string | null;
  readonly batteryKind: string | null;
  readonly acceptedGrams: number;
  readonly refusedGrams: number;
  readonly decidedAt: Date;
};

/**
 * Makes the records of a line: the accepted mass, and the refused mass, which is not counted. Batteries are received;
 * another waste (production scrap of battery makers, 384-004-31) is other feed.
 */
export function recordsOfLine(decided: DecidedLine, content: AppliedContent, batteryWasteCode: string): LeadRecord[] {
  const base = {
    subject: `manifest:${decided.manifestId}`,
    batchId: decided.receivedBatchId,
    material: decided.wasteCode,
    sign: 1,
    occurredAt: decided.decidedAt,
  } as const;
  const id = `manifest:${decided.manifestId}/${decided.line}`;
  const term = decided.wasteCode === batteryWasteCode ? 'received' : 'other_feed';
  const accepted = { ...base, ...content, id, term, kind: 'manifest_line', massGrams: decided.acceptedGrams } as const;
  const refused = { ...base, ...NO_CONTENT, id: `${id}/refused`, term: 'not_counted', kind: 'refused_line' } as const;
  return [
    ...(decided.acceptedGrams > 0 ? [accepted] : []),
    ...(decided.refusedGrams > 0 ? [{ ...refused, massGrams: decided.refusedGrams }] : []),
  ];
}

/** A movement of mass at a recycling site, as recycling lists it. */
export type SiteMovement = {
  readonly id: string;
  readonly kind: CountedMovement;
  readonly evidence: string | null;
  readonly batchId: string;
  readonly batchKind: string;
  readonly material: string;
  readonly supplyKind: string | null;
  readonly loss: string | null;
  readonly confirmed: boolean;
  /** True for a movement into the batch. */
  readonly enters: boolean;
  /** Term of the counted item of a stock adjustment; null for all others. */
  readonly countedTerm: StockTerm | null;
  readonly massGrams: number;
  readonly occurredAt: Date;
};

/** Terms of the items of a stock count, as recycling names them. */
type StockTerm = 'battery_stock' | 'work' | 'outside';

type SignedTerm = { readonly term: RecordTerm; readonly sign: 1 | -1 };

/** Returns the term to which a movement adds; undefined when lead moves only inside the boundary. */
export function termOf(movement: SiteMovement): SignedTerm | undefined {
  const { kind, batchKind, supplyKind, confirmed } = movement;
  const unused = batchKind === 'residue' || batchKind === 'by_product';
  if (kind === 'stock_adjustment') return adjustedTermOf(movement);
  if (kind === 'output') return batchKind === 'product' ? { term: 'products', sign: 1 } : undefined;
  if (kind === 'feed') {
    if (batchKind === 'product') return { term: 'products', sign: -1 };
    return supplyKind === null ? undefined : { term: 'other_feed', sign: 1 };
  }
  if (kind === 'sale' && unused) return { term: confirmed ? 'by_products' : lossTermOf(movement), sign: 1 };
  if (kind === 'disposal' && unused) return { term: lossTermOf(movement), sign: 1 };
  if (kind === 'generation' && batchKind === 'battery') return { term: 'not_counted', sign: 1 };
  if (kind !== 'dispatch' && kind !== 'return') return undefined;
  const sign = kind === 'dispatch' ? 1 : -1;
  if (batchKind === 'battery') return { term: 'forwarded', sign };
  return unused ? { term: lossTermOf(movement), sign } : undefined;
}

/**
 * Returns the term of mass that a count found, or misses, in stock. Outside the balance both have one term: the lead has
 * passed the balance already, as a product, or has not entered it yet, as bought feed.
 */
function adjustedTermOf({ enters, countedTerm }: SiteMovement): SignedTerm {
  if (countedTerm === 'outside') return { term: 'outside_balance', sign: enters ? 1 : -1 };
  if (!enters) return { term: 'loss_stock', sign: 1 };
  return { term: countedTerm === 'battery_stock' ? 'found_stock' : 'found_work', sign: 1 };
}

function lossTermOf({ loss }: SiteMovement): Term {
  return LOSS_TERMS.find((term) => term === `loss_${loss}`) ?? 'loss_other';
}

/** Makes the record of a movement; undefined when it adds to no term. */
export function recordOfMovement(movement: SiteMovement, content: AppliedContent): LeadRecord | undefined {
  const term = termOf(movement);
  if (!term) return undefined;
  const { id, kind, evidence, batchId, material, massGrams, occurredAt } = movement;
  const subject = evidence ?? `batch:${batchId}`;
  return { id: `movement:${id}`, ...term, ...content, kind, subject, batchId, material, massGrams, occurredAt };
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
