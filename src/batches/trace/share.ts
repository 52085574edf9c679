/** Shares of a trace as they are shown: whole parts per million that add up exactly. */

const WHOLE_PPM = 1_000_000;

/** A step of a trace: its share of the whole (0 to 1), and its place on the way. */
export type ShareOfStep = {
  readonly share: number;
  /** The step touches the traced batch. */
  readonly first: boolean;
  /** The step crosses the boundary of the books: a source or a destination. */
  readonly last: boolean;
};

/**
 * Rounds the shares of steps to ppm. The sources or destinations together show the whole that they are, and so do the
 * steps at the traced batch (largest remainder). Each share is off by less than 1 ppm where both sets are disjoint. The
 * shares between them are rounded alone.
 */
export function sharesInPpm(steps: readonly ShareOfStep[]): number[] {
  const shown = steps.map(({ share }) => Math.round(share * WHOLE_PPM));
  const places = [...steps.keys()];
  const last = places.filter((at) => steps[at]?.last);
  apportion(steps, last, wholeOf(steps, last), shown);
  const first = places.filter((at) => steps[at]?.first);
  const open = first.filter((at) => !steps[at]?.last);
  const settled = first.filter((at) => steps[at]?.last).reduce((sum, at) => sum + (shown[at] ?? 0), 0);
  apportion(steps, open, wholeOf(steps, first) - settled, shown);
  return shown;
}

function wholeOf(steps: readonly ShareOfStep[], places: readonly number[]): number {
  return Math.round(places.reduce((sum, at) => sum + (steps[at]?.share ?? 0), 0) * WHOLE_PPM);
}

/** Rounds the shares at some places so that they add up to a total: each down, then the largest remainders up. */
function apportion(steps: readonly ShareOfStep[], places: readonly number[], total: number, shown: number[]): void {
  if (places.length === 0) return;
  const exact = new Map(places.map((at) => [at, (steps[at]?.share ?? 0) * WHOLE_PPM]));
  const remainder = (at: number) => (exact.get(at) ?? 0) % 1;
  const order = places.toSorted((a, b) => remainder(b) - remainder(a));
  for (const [at, ppm] of exact) shown[at] = Math.floor(ppm);
  let missing = total - places.reduce((sum, at) => sum + (shown[at] ?? 0), 0);
  for (let next = 0; missing > 0; next = (next + 1) % order.length, missing--) raise(shown, order[next], 1);
  for (const at of order.toReversed()) {
    const taken = Math.min(Math.max(0, -missing), shown[at] ?? 0);
    raise(shown, at, -taken);
    missing += taken;
  }
}

function raise(shown: number[], at: number | undefined, ppm: number): void {
  if (at !== undefined) shown[at] = (shown[at] ?? 0) + ppm;
}
