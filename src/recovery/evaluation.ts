/** A lead recovery rate, with all data behind it. */
import type { Completeness } from './completeness.ts';
import type { LeadRecord } from './lead-records.ts';
import type { Balance, Controls, Finding, Rates, Terms } from './lead-recovery.ts';
import type { TermRules } from './terms/findings.ts';
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
};
