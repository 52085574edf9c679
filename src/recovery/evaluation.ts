/** A lead recovery rate, with all data behind it. */
import type { SampledClass } from './assays/content.ts';
import type { AssayEvidence } from './assays/evidence.ts';
import type { Completeness } from './completeness.ts';
import type { LeadRecord } from './lead-records.ts';
import type { Balance, Controls, Finding, Rates, Terms } from './lead-recovery.ts';
import type { Sales } from './sales/sales.ts';
import type { StockGrounds } from './stock/grounds.ts';
import type { Circumstances, TermRules } from './terms/findings.ts';
import type { Uncertainties } from './uncertainty/uncertainty.ts';

/** The law of an evaluation, of the last day of its period. */
export type Rules = TermRules & { readonly controls: Controls; readonly uncertainties: Uncertainties };

export type Evaluation = {
  readonly records: readonly LeadRecord[];
  readonly terms: Terms;
  readonly balance: Balance;
  /** Undefined when the records of the period are too incomplete for a rate. */
  readonly rates: Rates | null;
  readonly assumedAssayShare: Completeness['assumedAssayShare'];
  readonly findings: readonly Finding[];
  readonly grounds: Grounds;
};

/** Grounds of findings besides records and law. They are frozen with a certified figure, so that a reader can judge it again. */
export type Grounds = {
  readonly assays: readonly AssayEvidence[];
  /** Samples of the supplier classes whose scatter is used. */
  readonly classes: readonly SampledClass[];
  readonly circumstances: Circumstances;
  readonly stock: StockGrounds;
  /** Output that left, and what its receivers confirmed; absent while the law believes sales, and in evidence of before. */
  readonly sales?: Sales;
};
