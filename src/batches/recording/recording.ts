/** Decision to record a batch of waste as its organisation declares it. */

import { dayOf } from '../../core/calendar.ts';
import { toGrams } from '../../core/mass.ts';
import type { CodeNames } from '../../core/messages/code-names.ts';
import {
  type BatchRecord,
  describeBatch,
  refuseContradiction,
  refuseFuture,
  refuseUncounted,
  refuseUnknownSource,
} from '../batch.ts';
import type { BatteryKind, Condition, Origin, RiskClass } from '../codes.ts';
import { type CollectingLaw, type NeededLicences, neededLicences } from '../collecting/collecting.ts';
import { type PieceMassLimits, refuseImpossible } from '../weights/piece-mass.ts';
import { refuseBatteryDescription, refuseUnlistedWaste } from './waste.ts';

/** A batch of waste as its organisation declares it. Batteries have a description; other waste has none. */
export type BatchDeclaration = {
  readonly wasteCode: string;
  readonly batteryKind: BatteryKind | null;
  readonly riskClass: RiskClass | null;
  readonly condition: Condition | null;
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
  /** Waste codes that may be recorded. */
  readonly recordedWastes: readonly string[];
  readonly pieceMass: PieceMassLimits;
  /** Licences for collecting waste, by the day of the collection. */
  readonly collecting: (on: string) => CollectingLaw;
};

/** A batch that may be recorded, if its organisation has the site and is active. */
export type Recording = {
  readonly batch: BatchRecord;
  /** A late entry: the organisation must be active on the day of entry too. */
  readonly lateEntry: boolean;
  /** Licences that a collection needs; null for generated waste. */
  readonly needed: NeededLicences | null;
};

const HOUR_MS = 3_600_000;

/**
 * Decides one declaration as far as no query is needed.
 * @throws Problem `batch-not-batteries`, `batch-class-contradicts-condition`, `batch-pieces-missing`, `batch-piece-mass-impossible`, `code-unknown`,
 *   `instant-in-future`
 */
export function decideBatch(
  { origin, wasteCode, ...declared }: BatchDeclaration,
  { id, partyId, now }: { readonly id: string; readonly partyId: string; readonly now: Date },
  { skewSeconds, lateHours, sourceTypes, recordedWastes, pieceMass, collecting }: RecordingLimits,
): Recording {
  refuseUnlistedWaste(wasteCode, recordedWastes);
  refuseBatteryDescription({ ...declared, wasteCode });
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
    material: wasteCode,
    evidence: null,
    massGrams: toGrams(declared.massGrams),
    recordedAt: now,
  });
  const on = dayOf(declared.occurredAt);
  const needed =
    origin === 'collected' ? neededLicences({ ...declared, wasteCode }, { on, now }, collecting(on)) : null;
  return { batch, needed, lateEntry: now.getTime() - declared.occurredAt.getTime() > lateHours * HOUR_MS };
}
