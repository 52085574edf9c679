/**
 * Analyses: contents of other substances than lead, with the same evidence as assays. The analysis of a batch goes before
 * that of its material or of its supplier. Of these the last sample before a record counts, so none changes an earlier one.
 */
import type { BatteryKind } from '../../core/identifiers/battery-kind.ts';
import { analysisProblem } from './problems.ts';

/** Subjects of an analysis: one batch, an own material, the batteries of a supplier, or all batteries. */
export const ANALYSIS_BASES = ['batch', 'material', 'supplier_class', 'declared_default'] as const;
export type AnalysisBasis = (typeof ANALYSIS_BASES)[number];

/**
 * Substances, each as a share of the mass as weighed. `sulphate` is the pure salt. `sulphur` is all sulphur of batteries, as
 * the H2SO4 that holds it.
 */
export const SUBSTANCES = ['water', 'plastics', 'sulphuric_acid', 'sulphate', 'sulphur'] as const;
export type Substance = (typeof SUBSTANCES)[number];

export type Analysis = {
  readonly id: string;
  readonly partyId: string;
  readonly basis: AnalysisBasis;
  readonly batchId: string | null;
  /** Code of the list `materials`. */
  readonly material: string | null;
  readonly supplierId: string | null;
  readonly batteryKind: BatteryKind | null;
  readonly substance: Substance;
  readonly ppm: number;
  readonly method: string;
  readonly laboratory: string;
  /** The laboratory, when it is registered; its name is then that of the register. */
  readonly laboratoryId: string | null;
  /** Mark by which the laboratory knows the sample; null when that is the number of the batch. */
  readonly sampleMark: string | null;
  readonly certificateNumber: string | null;
  readonly certificateSha256: string | null;
  readonly certificateFileId: string | null;
  readonly sampledAt: Date;
  readonly replacesId: string | null;
  readonly recordedAt: Date;
};

/** Refuses a correction of an analysis of something else. @throws Problem `analysis-not-its-correction` */
export function refuseOtherAnalysis(analysis: Analysis, replaced: Analysis): void {
  const members = ['partyId', 'basis', 'batchId', 'material', 'supplierId', 'batteryKind', 'substance'] as const;
  if (members.every((member) => analysis[member] === replaced[member])) return;
  throw analysisProblem('analysis-not-its-correction', { replacesId: replaced.id, pointer: '#/body/replacesId' });
}
