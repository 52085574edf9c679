/** The systems that the month is played on. */
import type { Client } from '../client.ts';
import type { Province } from '../plan/place.ts';

export type Seat = {
  readonly client: Client;
  /** Address for people. */
  readonly url: string;
  /** Address for the other systems. */
  readonly inside: string;
};

export type Stage = {
  readonly provinces: ReadonlyMap<Province, Seat>;
  readonly national: Seat;
  /** Takes a province down as a power cut would, and brings it back; null where that is not ours to do. */
  readonly outage: { readonly begin: (province: Province) => void; readonly end: (province: Province) => void } | null;
  /** Number of restarts of systems that had died. */
  readonly restarts: () => number;
  /** Resolves never; rejects when a system does not stay up. */
  readonly hopeless: Promise<never>;
  readonly stop: () => Promise<void>;
};

/** Duration in milliseconds during which a request is repeated, and in which a system must start. */
export const PATIENCE_MS = 120_000;

export function clientOf(stage: Stage, province: Province): Client {
  const seat = stage.provinces.get(province);
  if (!seat) throw new RangeError(`province ${province} takes no part`);
  return seat.client;
}
