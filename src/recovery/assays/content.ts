/** The assay that applies to a batch: its own, one of its run, or the nearest sample before it. */
import { monthOf } from '../../core/calendar.ts';
import { type AppliedContent, NO_CONTENT } from '../lead-records.ts';
import { closedAt } from './evidence.ts';

type Content = { readonly assayId: string; readonly ppm: number; readonly moisturePpm: number };

/** An assay that applies to several batches: of a run, a material, a supplier class, or a declared default. */
export type GeneralAssay = {
  readonly id: string;
  readonly basis: string;
  readonly runId: string | null;
  readonly material: string | null;
  readonly supplierId: string | null;
  readonly batteryKind: string | null;
  readonly ppm: number;
  readonly moisturePpm: number;
  readonly sampledAt: Date;
  readonly recordedAt: Date;
};

/** A batch whose lead content is needed: its own assay, and the attributes by which another assay applies. */
type ContentQuery = {
  readonly own: Content | null | undefined;
  readonly supplierId: string | null;
  readonly batteryKind: string | null;
};

/**
 * Finds the lead content of batteries. The batch's own assay comes first, then a sample of its supplier in the calendar month of
 * the record. So the content of a record depends on its own month only, and a year is the sum of its months. An assay of the
 * same kind of battery goes before one of any kind. A declared default comes last and is marked as assumed.
 * @param general latest first
 * @param at time of the record
 */
export function contentOf(
  { own, supplierId, batteryKind }: ContentQuery,
  general: readonly GeneralAssay[],
  at: Date,
  graceDays: number,
): AppliedContent {
  if (own) return contentBy('batch', { ...own, id: own.assayId });
  const { from, to } = monthOf(at);
  const known = general.filter(({ sampledAt }) => sampledAt < to);
  const ofKind = (assay: GeneralAssay) => assay.batteryKind === batteryKind && batteryKind !== null;
  const ofAny = (assay: GeneralAssay) => assay.batteryKind === null;
  const classes = known.filter(
    ({ basis, sampledAt, ...assay }) =>
      basis === 'supplier_class' && assay.supplierId === supplierId && sampledAt >= from,
  );
  for (const samples of [classes.filter(ofKind), classes.filter(ofAny)]) {
    const best = nearest(samples, at, graceDays);
    if (best) return { ...contentBy('supplier_class', best), scatterPpm: scatterOf(samples) };
  }
  const defaults = known.filter(({ basis }) => basis === 'declared_default');
  const assumed = nearest(defaults.filter(ofKind), at, graceDays) ?? nearest(defaults.filter(ofAny), at, graceDays);
  return assumed ? contentBy('declared_default', assumed) : NO_CONTENT;
}

/** A batch that a run made: its own assay, and when and of what it was made. */
type MadeQuery = Pick<ContentQuery, 'own'> & {
  readonly made: { readonly runId: string; readonly material: string; readonly madeAt: Date } | undefined;
};

/** Finds the lead content of an output: by its own assay, that of its run, or a sample of the material in its month. */
export function contentOfMade(
  { own, made }: MadeQuery,
  general: readonly GeneralAssay[],
  graceDays: number,
): AppliedContent {
  if (own) return contentBy('batch', { ...own, id: own.assayId });
  if (!made) return NO_CONTENT;
  const of = general.filter(({ material }) => material === made.material);
  const byRun = of.find(({ basis, runId }) => basis === 'run' && runId === made.runId);
  if (byRun) return contentBy('run', byRun);
  const { from, to } = monthOf(made.madeAt);
  const samples = of.filter(({ basis, sampledAt }) => basis === 'product' && sampledAt >= from && sampledAt < to);
  const best = nearest(samples, made.madeAt, graceDays);
  return best ? contentBy('product', best) : NO_CONTENT;
}

const contentBy = (
  basis: AppliedContent['basis'],
  { id, ppm, moisturePpm }: Pick<GeneralAssay, 'id' | 'ppm' | 'moisturePpm'>,
): AppliedContent => ({ ppm, moisturePpm, basis, assayId: id });

/**
 * Returns the last sample before a time, else the first one after it. One after it counts only when it was recorded before the
 * month was closed, so that no later sample changes a closed month.
 */
function nearest(samples: readonly GeneralAssay[], at: Date, graceDays: number): GeneralAssay | undefined {
  const before = samples.find(({ sampledAt }) => sampledAt <= at);
  return before ?? samples.findLast(({ recordedAt }) => recordedAt <= closedAt(at, graceDays));
}

/** Returns the standard deviation of the contents of samples, parts per million of the mass as weighed, rounded up. */
function scatterOf(samples: readonly GeneralAssay[]): number {
  if (samples.length < 2) return 0;
  const wet = samples.map(({ ppm, moisturePpm }) => (ppm * (1_000_000 - moisturePpm)) / 1_000_000);
  const mean = wet.reduce((sum, one) => sum + one, 0) / wet.length;
  const squares = wet.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return Math.ceil(Math.sqrt(squares / (wet.length - 1)));
}
