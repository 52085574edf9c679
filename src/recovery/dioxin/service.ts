/** Use case: reading the dioxin measurements of an enterprise, and what the books say of the same year. */
import type { Reader } from '../../platform/database/db.ts';
import { listDioxinBefore, sumProducts, sumRunHours } from '../../recycling/index.ts';
import type { Period } from '../periods/period.ts';
import type { DioxinRead } from './findings.ts';
import type { Measured } from './release.ts';

/** @param now end of runs that are open */
export async function readDioxin(db: Reader, partyId: string, { from, to }: Period, now: Date): Promise<DioxinRead> {
  const during = { partyId, from, to };
  return {
    measurements: (await listDioxinBefore(db, partyId, to)).map(measuredOf),
    produced: await sumProducts(db, during),
    operated: await sumRunHours(db, during, now),
  };
}

/** Takes of a measurement what a release and its findings depend on. */
const measuredOf = (one: Measured): Measured => ({
  ...{ id: one.id, siteId: one.siteId, outlet: one.outlet, furnace: one.furnace, replacesId: one.replacesId },
  ...{ technologyClass: one.technologyClass, pvcSeparated: one.pvcSeparated, sampledAt: one.sampledAt },
  samples: one.samples.map(({ femtogramsPerCubicMetre, cubicMetresPerHour }) => ({
    ...{ femtogramsPerCubicMetre, cubicMetresPerHour },
  })),
  ...{ operatingHours: one.operatingHours, productGrams: one.productGrams, recordedAt: one.recordedAt },
  ...{ certificateNumber: one.certificateNumber, certificateFileId: one.certificateFileId },
});
