/** Decision to record a batch of batteries as its organisation declares it. */
import { toGrams } from '../../core/mass.ts';
import type { CodeNames } from '../../core/messages/code-names.ts';
import {
  type BatchRecord,
  type BatteryDescription,
  describeBatch,
  refuseContradiction,
  refuseFuture,
  refuseUncounted,
  refuseUnknownSource,
  WASTE_BATTERY_CODE,
} from '../batch.ts';
import type { Origin } from '../codes.ts';
import { type PieceMassLimits, refuseImpossible } from '../weights/piece-mass.ts';

/** A batch of batteries as its organisation declares it. */
export type BatchDeclaration = BatteryDescription & {
  readonly origin: Origin;
  readonly siteId: string;
  readonly sourceType: string | null;
  readonly supplierName: string | null;
  readonly massGrams: number;
  readonly pieces: number;
  readonly occurredAt: Date;
};

/** Law on the recording of batches. */
export type RecordingLimits = {
  /** Seconds by which a record may be ahead of the service's clock. */
  readonly skewSeconds: number;
  /** Hours after which a record is a late entry. */
  readonly lateHours: number;
  /** Known types of source. */
  readonly sourceTypes: CodeNames;
  readonly pieceMass: PieceMassLimits;
};

/** A batch that may be recorded, if its organisation has the site and is active. */
export type Recording = {
  readonly batch: BatchRecord;
  /** A late entry: the organisation must be active on the day of entry too. */
  readonly lateEntry: boolean;
};

const HOUR_MS = 3_600_000;

/**
 * Decides one declaration as far as no query is needed.
 * @throws Problem `batch-class-contradicts-condition`, `batch-pieces-missing`, `batch-piece-mass-impossible`, `code-unknown`,
 *   `instant-in-future`
 */
export function decideBatch(
  { origin: _, ...declared }: BatchDeclaration,
  { id, partyId, now }: { readonly id: string; readonly partyId: string; readonly now: Date },
  { skewSeconds, lateHours, sourceTypes, pieceMass }: RecordingLimits,
): Recording {
  refuseContradiction(declared);
  refuseUncounted(declared, '#/body/pieces');
  refuseImpossible(declared, { limits: pieceMass, pointer: '#/body/pieces' });
  refuseUnknownSource(declared.sourceType, sourceTypes);
  refuseFuture(declared.occurredAt, now, skewSeconds, '#/body/occurredAt');
  const batch = describeBatch({
    ...declared,
    id,
    partyId,
    kind: 'battery',
    material: WASTE_BATTERY_CODE,
    evidence: null,
    massGrams: toGrams(declared.massGrams),
    recordedAt: now,
  });
  return { batch, lateEntry: now.getTime() - declared.occurredAt.getTime() > lateHours * HOUR_MS };
}
