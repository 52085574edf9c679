/**
 * Spans of time in which the same samples apply. Records of one span and one calendar month have one lead content, so they can be
 * added up before they are read.
 */
import type { GeneralAssay } from './content.ts';

type Span<Name extends string> = Readonly<Record<Name, string>> & {
  /** First instants of the spans, ascending. */
  readonly from: readonly string[];
};

/** Spans of the loads of each supplier with samples, and of all other suppliers. */
export function supplierSpans(general: readonly GeneralAssay[]): {
  readonly spans: readonly Span<'consignorId'>[];
  readonly otherSpans: readonly string[];
} {
  const declared = general.filter(({ basis }) => basis === 'declared_default');
  const classes = general.filter(({ basis }) => basis === 'supplier_class');
  const spans = [...Map.groupBy(classes, ({ supplierId }) => supplierId ?? '')].map(([consignorId, samples]) => ({
    consignorId,
    from: instantsOf([...samples, ...declared]),
  }));
  return { spans: spans.filter(({ consignorId }) => consignorId !== ''), otherSpans: instantsOf(declared) };
}

/** Spans of outputs by their material, and the runs that have assays of their own. */
export function outputSpans(general: readonly GeneralAssay[]): {
  readonly spans: readonly Span<'material'>[];
  readonly assayedRuns: readonly string[];
} {
  const products = general.filter(({ basis }) => basis === 'product');
  const spans = [...Map.groupBy(products, ({ material }) => material ?? '')].map(([material, samples]) => ({
    material,
    from: instantsOf(samples),
  }));
  const runs = new Set(general.flatMap(({ basis, runId }) => (basis === 'run' && runId !== null ? runId : [])));
  return { spans, assayedRuns: [...runs] };
}

const instantsOf = (samples: readonly GeneralAssay[]): string[] =>
  [...new Set(samples.map(({ sampledAt }) => sampledAt.toISOString()))].toSorted();
