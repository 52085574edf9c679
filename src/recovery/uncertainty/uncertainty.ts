/**
 * Sources of uncertainty of a record: its lead content and its weighing. Records of one assay or one scale share a source, so
 * their errors go together. Source of the method: GUM (JCGM 100:2008, in China JJF 1059.1-2012), 5.2.
 */
import { type LeadRecord, leadOf } from '../lead-records.ts';
import type { RecordTerm } from '../lead-recovery.ts';

/** Groups of records whose lead content is known alike. */
export const CONTENTS = ['batteries', 'products', 'other'] as const;
/** Bases of a content; `count` is declared with a stock count. */
export const CONTENT_BASES = ['batch', 'supplier_class', 'declared_default', 'count'] as const;
/** Ways in which a mass is found: at the gate, at a line, by a count of stock, by a monitor of air or water. */
export const SCALES = ['gate', 'line', 'count', 'monitor'] as const;

type Content = (typeof CONTENTS)[number];
type ContentBasis = (typeof CONTENT_BASES)[number];
type Scale = (typeof SCALES)[number];

/** Standard uncertainties, dated as law. */
export type Uncertainties = {
  /** Factor from the combined standard uncertainty to the expanded one; 2 for about 95 %. */
  readonly coverageFactor: number;
  /** Errors that all weighings of one scale have in common, as shares of the mass in basis points. */
  readonly scales: Readonly<Record<Scale, number>>;
  /** Errors of lead contents, in ppm of the mass. */
  readonly contents: Readonly<Record<Content, Readonly<Record<ContentBasis, number>>>>;
};

/** An origin of error. Records with the same key share the error. */
export type Source =
  | { readonly key: string; readonly kind: 'assay'; readonly assayId: string }
  | { readonly key: string; readonly kind: 'count'; readonly subject: string }
  | { readonly key: string; readonly kind: 'scale'; readonly scale: Scale }
  /** A share that was assumed: `subject` names what it is a share of. */
  | { readonly key: string; readonly kind: 'assumption'; readonly subject: string };

/** The error of a record from one source, as one standard uncertainty of lead in picograms, with the sign of the record. */
export type RecordError = { readonly source: Source; readonly picograms: number };

/** Group of the lead content of each term; none is left out. */
const CONTENT_OF: Readonly<Record<RecordTerm, Content>> = {
  ...{ received: 'batteries', without_manifest: 'batteries', disposal_fed: 'batteries', forwarded: 'batteries' },
  ...{ opening_stock: 'batteries', uncounted_stock: 'batteries', closing_stock: 'batteries', found_stock: 'batteries' },
  ...{ under_way: 'batteries', loss_weighing: 'batteries', loss_stock: 'batteries' },
  ...{
    for_disposal: 'batteries',
    not_counted: 'batteries',
    not_received: 'batteries',
    products: 'products',
    outside_balance: 'products',
  },
  ...{ other_feed: 'other', opening_work: 'other', closing_work: 'other', found_work: 'other', by_products: 'other' },
  ...{ loss_slag: 'other', loss_sludge: 'other', loss_separators: 'other', loss_dust: 'other', loss_air: 'other' },
  ...{ loss_water: 'other', loss_other: 'other' },
};

/** The error of a record in ten-thousandths of a picogram. Whole numbers add up to one sum in any order, also before they are read. */
export type ExactError = { readonly source: Source; readonly units: bigint };

const UNITS_PER_PICOGRAM = 10_000;

export const toPicograms = (units: bigint): number => Number(units) / UNITS_PER_PICOGRAM;

/** Returns the errors of a record, one of each source. A record without a lead content has none. */
export const errorsOf = (record: LeadRecord, law: Uncertainties): RecordError[] =>
  exactErrorsOf(record, law).map(({ source, units }) => ({ source, picograms: toPicograms(units) }));

/** Returns the errors of a record as `errorsOf`, without a rounding. */
export function exactErrorsOf(record: LeadRecord, { scales, contents }: Uncertainties): ExactError[] {
  if (record.ppm === null) return [];
  const errors: ExactError[] = [];
  const scale = scaleOf(record);
  // A share in basis points of picograms is in their ten-thousandths.
  const ofScale = leadOf(record) * BigInt(scales[scale]);
  if (ofScale !== 0n) errors.push({ source: SCALE_SOURCES[scale], units: ofScale });
  const basis = CONTENT_BASIS_OF[record.basis];
  if (basis !== null) {
    const ofContent = Math.max(contents[CONTENT_OF[record.term]][basis], record.scatterPpm ?? 0);
    const dry = BigInt(record.sign * record.massGrams) * BigInt((PURE - record.moisturePpm) * ofContent);
    if (dry !== 0n) errors.push({ source: contentSourceOf(record), units: dry * BigInt(UNITS_PER_PICOGRAM) });
  }
  return errors;
}

const PURE = 1_000_000;

const scaleSource = (scale: Scale): Source => ({ key: `scale/${scale}`, kind: 'scale', scale });

const SCALE_SOURCES: Readonly<Record<Scale, Source>> = {
  ...{ gate: scaleSource('gate'), line: scaleSource('line') },
  ...{ count: scaleSource('count'), monitor: scaleSource('monitor') },
};

export const isContentBasis = (basis: string): basis is ContentBasis =>
  (CONTENT_BASES as readonly string[]).includes(basis);

/** Uncertainty of each basis: one assay of a run is as one of a batch, and samples of a material are as those of a class. */
const CONTENT_BASIS_OF: Readonly<Record<LeadRecord['basis'], ContentBasis | null>> = {
  ...{ batch: 'batch', run: 'batch', product: 'supplier_class', supplier_class: 'supplier_class' },
  ...{ declared_default: 'declared_default', count: 'count', measured: null, none: null },
};

/** The lines of a count are found by one sampling of the stock of one item. */
function contentSourceOf({ assayId, subject, material }: LeadRecord): Source {
  if (assayId !== null) return { key: `assay/${assayId}`, kind: 'assay', assayId };
  return { key: `count/${subject}/${material}`, kind: 'count', subject };
}

/** Stock that is in the books with its assay was weighed when it came; the count confirms that it is there. */
export function scaleOf({ kind, basis }: { readonly kind: string; readonly basis?: string }): Scale {
  if (kind === 'stock_count_line' && basis !== undefined && basis !== 'count') return 'gate';
  if (kind === 'stock_count_line' || kind === 'outside_stock' || kind === 'stock_adjustment') return 'count';
  if (kind === 'emission') return 'monitor';
  return kind === 'output' ? 'line' : 'gate';
}
