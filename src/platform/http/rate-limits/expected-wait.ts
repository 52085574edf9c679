/**
 * Expects the wait of a new request by Little's law: requests in flight, divided by the pace at which they are answered.
 * A request refused before its token and body are read costs a fraction of one refused later.
 */

/** Requests in flight below which none is refused: few requests that each take long are not a queue. */
const NEVER_REFUSED = 128;
/** Requests in flight above which answers show how fast the process is. Below, they show how many requests come. */
const BUSY = NEVER_REFUSED / 2;
/** Duration of one reading of the pace, in milliseconds. */
const READING_MS = 250;
/** Weight of the last reading in the pace. */
const LAST = 0.2;

export type ExpectedWait = {
  /** Counts a request that was admitted. */
  readonly enter: () => void;
  /** Counts its answer, or the end of its connection. */
  readonly leave: () => void;
  /** Milliseconds that a new request would wait; 0 while few are in flight, or while the pace is unknown. */
  readonly ms: () => number;
};

/** Answers counted since a moment at which the process became busy, and the requests still in flight at each of them. */
type Reading = { readonly since: number; answered: number; waiting: number };

/** Follows the requests of one process. `nowMs` returns the milliseconds of a clock that never goes back. */
export function expectWait(nowMs: () => number): ExpectedWait {
  let inFlight = 0;
  let perMs: number | undefined;
  let reading: Reading | undefined;
  const begin = (): Reading | undefined => (inFlight >= BUSY ? { since: nowMs(), answered: 0, waiting: 0 } : undefined);
  const end = ({ since, answered, waiting }: Reading) => {
    const pace = answered / Math.max(nowMs() - since, 1);
    // Answers come in groups, so the number in flight swings; its mean shows whether the process was busy.
    if (waiting / answered >= BUSY) perMs = perMs === undefined ? pace : perMs * (1 - LAST) + pace * LAST;
    reading = begin();
  };
  return {
    enter: () => {
      inFlight++;
      reading ??= begin();
    },
    leave: () => {
      inFlight--;
      if (reading === undefined) return;
      reading.answered++;
      reading.waiting += inFlight;
      if (inFlight === 0 || nowMs() - reading.since >= READING_MS) end(reading);
    },
    ms: () => (inFlight < NEVER_REFUSED || perMs === undefined ? 0 : inFlight / perMs),
  };
}
