/** Bought feed: crude lead, concentrate, scrap and reagents that enter the enterprise in addition to waste batteries. */
import type { SupplyKind } from '../material.ts';
import { recyclingProblem } from '../problems.ts';

export type Supply = {
  readonly id: string;
  readonly partyId: string;
  readonly siteId: string;
  /** Batch that contains the feed. */
  readonly batchId: string;
  /** Code of the list `supply-kinds`. */
  readonly sourceKind: string;
  readonly supplierName: string;
  /** Invoice, weighbridge ticket or customs declaration. */
  readonly documentNumber: string | null;
  readonly massGrams: number;
  readonly receivedAt: Date;
  readonly recordedAt: Date;
};

/**
 * Refuses lead-bearing feed without its assay: its lead would count as lead from batteries.
 * @throws Problem `supply-assay-missing`
 */
export function refuseUnassayed(kind: SupplyKind, assayed: boolean): void {
  if (kind.leadBearing && !assayed) {
    throw recyclingProblem('supply-assay-missing', { sourceKind: kind.code, pointer: '#/body/assay' });
  }
}
