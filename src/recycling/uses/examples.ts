/** Examples of confirmations of use, for the description of the API. */
import type { Affected } from '../../core/dependant.ts';
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

const GIVEN = {
  number: '演示确-2026-31',
  use: 'raw-material',
  massGrams: 12_000,
  confirmedOn: '2026-10-20',
  fileId: ids.file,
};

export const CONFIRM_USE = GIVEN;

export const DELIVERY = {
  ...{ id: ids.disposition, partyId: ids.recycler, receiverId: ids.collector, kind: 'use' as const },
  ...{ material: '321-016-48', massGrams: 15_000, confirmedGrams: 0, occurredAt: '2026-10-12T01:00:00.000Z' },
};

export const USE_CONFIRMATION = {
  ...{ id: ids.useConfirmation, dispositionId: ids.disposition, partyId: ids.recycler, confirmedById: ids.recycler },
  ...{ ...GIVEN, replacesId: null, recordedAt: '2026-11-01T01:10:00.000Z' },
};

const RATE: Omit<Affected, 'id'> = { kind: 'recovery_rate', state: null, before: {}, after: {} };
const RATES: readonly Affected[] = [
  { ...RATE, id: `${ids.recycler}/2026` },
  { ...RATE, id: `${ids.recycler}/2026-10` },
  { ...RATE, id: `${ids.recycler}/2026-Q4` },
];

export const CONFIRMED_USE = {
  ...{ ...USE_CONFIRMATION, affected: [...RATES], unlisted: [] },
};
