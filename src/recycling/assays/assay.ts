/**
 * Assays: the lead content of a batch, of the outputs of a run, or of a material of own production. For batteries it can also
 * be that of the deliveries of one supplier, or a declared default. An assay is never changed; a correction names the assay that it replaces.
 */
import type { BatteryKind } from '../../core/identifiers/battery-kind.ts';
import { assayProblem } from './problems.ts';

/** Subjects of an assay, from the strongest to the weakest evidence. */
export const ASSAY_BASES = ['batch', 'run', 'product', 'supplier_class', 'declared_default'] as const;
export type AssayBasis = (typeof ASSAY_BASES)[number];

export const LABORATORY_KINDS = ['external', 'own'] as const;
type LaboratoryKind = (typeof LABORATORY_KINDS)[number];

export type Assay = {
  readonly id: string;
  readonly partyId: string;
  readonly basis: AssayBasis;
  readonly batchId: string | null;
  /** Run whose outputs were sampled. */
  readonly runId: string | null;
  /** Material of the outputs; null for another basis than `run` and `product`. */
  readonly material: string | null;
  /** Organisation that delivered the sampled batteries. */
  readonly supplierId: string | null;
  /** Kind of batteries to which a supplier class or default is limited. */
  readonly batteryKind: BatteryKind | null;
  readonly substance: 'lead';
  /** Share of lead in the mass as weighed, or in the dry mass when `wetBasis` is false. */
  readonly ppm: number;
  readonly wetBasis: boolean;
  /** Share of water in the mass as weighed; 0 on wet basis. */
  readonly moisturePpm: number;
  readonly method: string;
  readonly laboratory: string;
  /** Null when it was not stated. */
  readonly laboratoryKind: LaboratoryKind | null;
  /** The laboratory, when it is registered; its name is then that of the register. */
  readonly laboratoryId: string | null;
  /** Mark by which the laboratory knows the sample; null when that is the number of the batch. */
  readonly sampleMark: string | null;
  readonly certificateNumber: string | null;
  readonly certificateSha256: string | null;
  /** The uploaded file of the certificate. */
  readonly certificateFileId: string | null;
  readonly sampledAt: Date;
  readonly replacesId: string | null;
  readonly recordedAt: Date;
};

const SUBJECT = ['partyId', 'basis', 'batchId', 'runId', 'material', 'supplierId', 'batteryKind'] as const;

/** Refuses a correction of an assay with another subject. @throws Problem `assay-not-its-correction` */
export function refuseOtherSubject(assay: Assay, replaced: Assay): void {
  const same = SUBJECT.every((field) => assay[field] === replaced[field]);
  if (!same) throw assayProblem('assay-not-its-correction', { replacesId: replaced.id, pointer: '#/body/replacesId' });
}

/**
 * Refuses a sample of what was not there yet. A batch may be sampled from its loading on, and outputs from the start of their
 * run on. Bought feed comes with an assay of its seller.
 * @param firstAt the first instant of what was sampled; null when it may be sampled at any time
 * @throws Problem `assay-sampled-early`
 */
export function refuseEarly(sampledAt: Date, firstAt: Date | null, skewSeconds: number): void {
  if (firstAt === null || sampledAt.getTime() >= firstAt.getTime() - 1_000 * skewSeconds) return;
  const facts = { sampledAt: sampledAt.toISOString(), firstAt: firstAt.toISOString() };
  throw assayProblem('assay-sampled-early', { ...facts, pointer: '#/body/sampledAt' });
}
