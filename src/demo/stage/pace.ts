/** Keeps the actors of the month together: no request goes far ahead of the work that is furthest behind. */
import { HOUR_MS } from '../plan/moment.ts';

/** Work that is not finished, such as a load, with the moment that it has reached. */
type OpenWork = { readonly moveTo: (at: number) => void; readonly end: () => void };

export type Pace = {
  /** Opens work at a moment, in milliseconds. */
  readonly open: (at: number) => OpenWork;
  /** Resolves when a request that speaks of this moment may be sent. Work is moved to its moment before it asks. */
  readonly admit: (at: number) => Promise<void>;
};

/** Less than the 72 hours after which a step counts as a late entry, and the step of the clock. */
const AHEAD_MS = 48 * HOUR_MS;

export function createPace(): Pace {
  const open = new Set<{ at: number }>();
  const waiting = new Map<() => void, number>();
  /** Work that is furthest behind is always admitted, so all work ends. */
  const limit = () => Math.min(...[...open].map(({ at }) => at)) + AHEAD_MS;
  const admitWaiting = () => {
    const until = limit();
    for (const [admit, at] of waiting) {
      if (at > until) continue;
      waiting.delete(admit);
      admit();
    }
  };
  return {
    open: (at) => {
      const work = { at };
      open.add(work);
      return {
        moveTo: (moment) => {
          work.at = Math.max(work.at, moment);
          admitWaiting();
        },
        end: () => {
          open.delete(work);
          admitWaiting();
        },
      };
    },
    admit: async (at) => {
      if (at > limit()) await new Promise<void>((admit) => waiting.set(admit, at));
    },
  };
}
