/** The systems on which the month is played. */
import type { Client } from '../client.ts';
import type { Province } from '../plan/place.ts';
import type { Tokens } from '../token.ts';
import type { Pace } from './pace.ts';

export type Seat = {
  readonly client: Client;
  /** Address for people. */
  readonly url: string;
  /** Address for the other systems. */
  readonly inside: string;
  /** Signs a token for a person who tries the system. The national system checks none. */
  readonly tokenFor?: Tokens['tokenFor'];
};

export type Stage = {
  readonly provinces: ReadonlyMap<Province, Seat>;
  readonly national: Seat;
  readonly pace: Pace;
  /** True when the systems follow the clock of the month. */
  readonly hasMonthClock: boolean;
  /** Stops a province as a power cut would, and starts it again; null when the demo did not start the systems. */
  readonly outage: { readonly begin: (province: Province) => void; readonly end: (province: Province) => void } | null;
  /** Number of restarts after unexpected ends. */
  readonly restarts: () => number;
  /** Rejects when a system ends repeatedly; never resolves. */
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
