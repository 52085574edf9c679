/** Trials: many histories at once over one app, with the counts of what was shown, and the shortest history that deceives. */
import fc from 'fast-check';
import type { TestApp } from '../../app/fixture.ts';
import type { History } from './acts.ts';
import { type Errors, type Neighbours, NO_ERRORS, neighboursOf } from './enterprise.ts';
import { adversary, honest } from './histories.ts';
import { deceives, live, liveThrough, longAfter, type Outcome } from './judging.ts';

/** Histories that are made at once, each with neighbours of its own. */
const LANES = 6;
const MAX_UNCERTAINTY = 1.5;

export type Trial = { readonly histories: number; readonly seed: number };

/** Some of the histories of a seed, by their index: those that show what a test is about. */
export type Chosen = { readonly seed: number; readonly only: readonly number[] };

export type AdversaryReport = {
  readonly histories: number;
  readonly requests: number;
  readonly refusedRequests: number;
  readonly evaluations: Readonly<Record<'clear' | 'flagged' | 'blocked', number>>;
  /** Evaluations with a rate that is too high, by their status. */
  readonly tooHigh: Readonly<Record<'clear' | 'flagged' | 'blocked', number>>;
  /** Greatest excess of a clear rate over the true one and its uncertainty, percentage points; 0 without any. */
  readonly largestExcess: number;
  /** Largest excess of a clear rate over the true one, as a share of its expanded uncertainty; at most 1 when no lie passes. */
  readonly largestShare: number;
  /** Flags and blocks, by their code. */
  readonly findings: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
};
export type Violation = { readonly index: number; readonly history: History; readonly outcome: Outcome };

export async function openLanes(app: TestApp): Promise<Neighbours[]> {
  const lanes: Neighbours[] = [];
  for (let lane = 0; lane < LANES; lane += 1) lanes.push(await neighboursOf(app));
  return lanes;
}

/** Makes every history in one of the lanes. Returns the outcomes in the order of the histories. */
async function liveAll(
  app: TestApp,
  lanes: readonly Neighbours[],
  histories: readonly History[],
  errorsOf: (index: number) => Errors,
) {
  const outcomes: Awaited<ReturnType<typeof live>>[] = [];
  await inLanes(lanes, histories, async (lane, history, index) => {
    outcomes[index] = await live(app, lane, history, errorsOf(index));
  });
  // Every history has the same clock, so late corrections come after all of them.
  await longAfter(app, () =>
    inLanes(lanes, outcomes, async (_, { later }, index) => {
      if (later) outcomes[index] = await later();
    }),
  );
  return outcomes;
}

/** Does something for every one of a list, one at a time in each lane. */
async function inLanes<One>(
  lanes: readonly Neighbours[],
  all: readonly One[],
  act: (lane: Neighbours, one: One, index: number) => Promise<void>,
): Promise<void> {
  const left = [...all.entries()].toReversed();
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = left.pop(); next; next = left.pop()) await act(lane, next[1], next[0]);
    }),
  );
}

export async function tryAdversary(
  app: TestApp,
  lanes: readonly Neighbours[],
  trial: Trial | Chosen,
  lies: fc.Arbitrary<History> = adversary,
) {
  const { seed } = trial;
  const indexes = 'only' in trial ? trial.only : Array.from({ length: trial.histories }, (_, index) => index);
  const numRuns = Math.max(...indexes) + 1;
  const all = fc.sample(lies, { numRuns, seed, unbiased: true } as never);
  const made = indexes.flatMap((index) => all[index] ?? []);
  const outcomes = await liveAll(app, lanes, made, () => NO_ERRORS);
  const shown = outcomes.flatMap((one) => one.shown);
  const by = (some: typeof shown) => {
    const of = (wanted: string) => some.filter(({ status }) => status === wanted).length;
    return { clear: of('clear'), flagged: of('flagged'), blocked: of('blocked') };
  };
  const report: AdversaryReport = {
    histories: made.length,
    requests: outcomes.reduce((sum, { calls }) => sum + calls.length, 0),
    refusedRequests: outcomes.reduce((sum, { refused }) => sum + refused, 0),
    evaluations: by(shown),
    tooHigh: by(shown.filter(({ above }) => above.length > 0)),
    largestExcess: Math.max(
      0,
      ...shown.flatMap(({ status, above }) =>
        status === 'clear' ? above.map(({ shown: rate, truth, expanded }) => rate - truth - expanded) : [],
      ),
    ),
    largestShare: Math.max(0, ...shown.flatMap(({ status, excess }) => (status === 'clear' ? excess : []))),
    findings: findingsOf(shown),
    violations: outcomes.flatMap((outcome, place) => {
      const [history, index] = [made[place], indexes[place]];
      return deceives(outcome) && history && index !== undefined ? { index, history, outcome } : [];
    }),
  };
  return report;
}

/** Shrinks the history of an index of a trial. */
export async function shortest(
  app: TestApp,
  lane: Neighbours,
  { seed }: Trial,
  index: number,
): Promise<Violation | undefined> {
  let found: Violation | undefined;
  const property = fc.asyncProperty(adversary, async (history) => {
    const outcome = await liveThrough(app, lane, history, NO_ERRORS);
    if (!deceives(outcome)) return true;
    found = { index, history, outcome };
    return false;
  });
  await fc.check(property, { seed, path: String(index), unbiased: true, numRuns: 1, interruptAfterTimeLimit: 120_000 });
  return found;
}

export type HonestReport = {
  readonly histories: number;
  /** Histories of which every period is clear, with an expanded uncertainty of at most 1.5 points. */
  readonly clear: number;
  readonly clearOnly: number;
  readonly findings: Readonly<Record<string, number>>;
  readonly largestUncertainty: number;
  /** Evaluations, and those of which the true headline is within the expanded uncertainty. */
  readonly evaluations: number;
  readonly covered: number;
  /** Requests that were refused: an honest enterprise has none. */
  readonly refusedRequests: readonly string[];
  readonly firstUnclear: Outcome | undefined;
};

export async function tryHonest(
  app: TestApp,
  lanes: readonly Neighbours[],
  { histories, seed }: Trial,
): Promise<HonestReport> {
  const made = fc.sample(honest, { numRuns: histories, seed, unbiased: true } as never);
  const outcomes = await liveAll(app, lanes, made, (index) => errorsFrom(seed * 1_000_003 + index));
  const isClear = ({ shown }: Outcome) => shown.every(({ status }) => status === 'clear');
  const isSure = ({ shown }: Outcome) =>
    shown.every(({ expanded }) => expanded !== null && expanded <= MAX_UNCERTAINTY);
  const shown = outcomes.flatMap((one) => one.shown);
  return {
    histories,
    clear: outcomes.filter((one) => isClear(one) && isSure(one)).length,
    clearOnly: outcomes.filter(isClear).length,
    findings: findingsOf(shown),
    largestUncertainty: Math.max(...shown.map(({ expanded }) => expanded ?? 0)),
    evaluations: shown.length,
    covered: shown.filter(({ error, expanded }) => error !== null && Math.abs(error) <= (expanded ?? 0)).length,
    refusedRequests: outcomes.flatMap(({ calls }) => calls.filter((call) => !/→ 2\d\d$/.test(call))),
    firstUnclear: outcomes.find((one) => !isClear(one)),
  };
}

/** Counts how often each finding was shown. */
function findingsOf(shown: readonly { readonly findings: readonly string[] }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of shown.flatMap(({ findings }) => findings)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/**
 * Makes errors of the standard uncertainties of law (`recovery.uncertainties`). Slag holds 3 to 6 % of lead here, soda none. An analysis by
 * ICP-OES errs by some 3 % of that, which is 0.2 points at most; the 0.5 points of law are for dust and sludge of up to 80 % as well.
 */
function errorsFrom(seed: number): Errors {
  const next = uniform(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const contents = { batteries: 3_000, products: 300, other: 2_000 };
  // Batteries and products are weighed one by one; what is in process is estimated, and agrees within its tolerance.
  const shares: Record<string, number> = { batteries: 0.001, refined_lead: 0.001 };
  return {
    content: (group) => contents[group] * normal(),
    gate: 1 + 0.001 * normal(),
    line: 1 + 0.001 * normal(),
    count: (item) => 1 + Math.max(-0.004, Math.min(0.004, (shares[item] ?? 0.003) * normal())),
  };
}

/** Random numbers of a seed in [0, 1): mulberry32. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
