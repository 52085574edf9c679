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
  const { period, to } = monthOf(at);
  const { classes: classesOf, defaults: declared } = indexOf(general);
  const ofKind = (assay: GeneralAssay) => assay.batteryKind === batteryKind && batteryKind !== null;
  const ofAny = (assay: GeneralAssay) => assay.batteryKind === null;
  const classes = classesOf.get(`${supplierId}/${period}`) ?? [];
  for (const samples of [classes.filter(ofKind), classes.filter(ofAny)]) {
    const best = nearest(samples, at, graceDays);
    if (best) return { ...contentBy('supplier_class', best), scatterPpm: scatterOf(samples) };
  }
  const defaults = declared.filter(({ sampledAt }) => sampledAt < to);
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
  const { runs, products } = indexOf(general);
  const byRun = runs.get(`${made.runId}/${made.material}`)?.at(0);
  if (byRun) return contentBy('run', byRun);
  const samples = products.get(`${made.material}/${monthOf(made.madeAt).period}`) ?? [];
  const best = nearest(samples, made.madeAt, graceDays);
  return best ? contentBy('product', best) : NO_CONTENT;
}

/** Assays by what they apply to, latest first: a large enterprise has one for each run. */
type Index = {
  /** By supplier and month. */
  readonly classes: ReadonlyMap<string, readonly GeneralAssay[]>;
  readonly defaults: readonly GeneralAssay[];
  /** By run and material. */
  readonly runs: ReadonlyMap<string, readonly GeneralAssay[]>;
  /** By material and month. */
  readonly products: ReadonlyMap<string, readonly GeneralAssay[]>;
};

const indexes = new WeakMap<readonly GeneralAssay[], Index>();

function indexOf(general: readonly GeneralAssay[]): Index {
  const made = indexes.get(general);
  if (made) return made;
  const of = (basis: string) => general.filter((assay) => assay.basis === basis);
  const index: Index = {
    classes: Map.groupBy(
      of('supplier_class'),
      ({ supplierId, sampledAt }) => `${supplierId}/${monthOf(sampledAt).period}`,
    ),
    defaults: of('declared_default'),
    runs: Map.groupBy(of('run'), ({ runId, material }) => `${runId}/${material}`),
    products: Map.groupBy(of('product'), ({ material, sampledAt }) => `${material}/${monthOf(sampledAt).period}`),
  };
  indexes.set(general, index);
  return index;
}

/** A supplier or a material of a month, with all samples of it. */
export type SampledClass = {
  readonly supplierId: string | null;
  /** Null of a supplier. Evidence of before lacks classes of materials. */
  readonly material?: string | null;
  readonly period: string;
  readonly batteryKind: string | null;
  readonly samples: readonly (Content & { readonly sampledAt: Date })[];
};

const CLASSES: readonly string[] = ['supplier_class', 'product'];

/** Returns the classes of which samples apply to records: their scatter, and what laboratories saw, is that of all these samples. */
export function classesBehind(
  records: readonly Pick<AppliedContent, 'assayId' | 'basis'>[],
  general: readonly GeneralAssay[],
): SampledClass[] {
  const used = new Set(records.flatMap(({ assayId, basis }) => (CLASSES.includes(basis) ? (assayId ?? []) : [])));
  const samples = general.filter(({ basis }) => CLASSES.includes(basis));
  const keyOf = ({ supplierId, material, batteryKind, sampledAt }: GeneralAssay) =>
    `${supplierId}/${material}/${batteryKind}/${monthOf(sampledAt).period}`;
  return [...Map.groupBy(samples, keyOf).values()].flatMap((some) => {
    const [first] = some;
    if (!first || !some.some(({ id }) => used.has(id))) return [];
    const { supplierId, material, batteryKind } = first;
    return {
      ...{ supplierId, material, batteryKind, period: monthOf(first.sampledAt).period },
      samples: some.map(({ id: assayId, ppm, moisturePpm, sampledAt }) => ({ assayId, ppm, moisturePpm, sampledAt })),
    };
  });
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
