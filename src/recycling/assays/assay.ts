/**
 * Assays: the lead content of a batch, of the deliveries of one supplier, or, as a declared default, of all batteries of an
 * enterprise. An assay is never changed; a correction names the assay that it replaces.
 */
import type { BatteryKind } from '../../core/identifiers/battery-kind.ts';
import { assayProblem } from './problems.ts';

/** Subjects of an assay, from the strongest to the weakest evidence. */
export const ASSAY_BASES = ['batch', 'supplier_class', 'declared_default'] as const;
export type AssayBasis = (typeof ASSAY_BASES)[number];

export type Assay = {
  readonly id: string;
  readonly partyId: string;
  readonly basis: AssayBasis;
  readonly batchId: string | null;
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
  readonly certificateNumber: string | null;
  readonly certificateSha256: string | null;
  /** The uploaded file of the certificate. */
  readonly certificateFileId: string | null;
  readonly sampledAt: Date;
  readonly replacesId: string | null;
  readonly recordedAt: Date;
};

/** Refuses a correction of an assay with another subject. @throws Problem `assay-not-its-correction` */
export function refuseOtherSubject(assay: Assay, replaced: Assay): void {
  const same = (['partyId', 'basis', 'batchId', 'supplierId', 'batteryKind'] as const).every(
    (field) => assay[field] === replaced[field],
  );
  if (!same) throw assayProblem('assay-not-its-correction', { replacesId: replaced.id, pointer: '#/body/replacesId' });
}
