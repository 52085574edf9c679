/** Plays the month in the order of the plan, with limited concurrency in each province. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sending } from '../plan/collection.ts';
import { type Load, startsInOutage } from '../plan/load.ts';
import { OUTAGE } from '../plan/moment.ts';
import { GUANGDONG, GUANGXI, type Province } from '../plan/place.ts';
import type { Plan } from '../plan/plan.ts';
import { createGate } from '../semaphore.ts';
import { clientOf } from '../stage/stage.ts';
import { playLoad } from './load.ts';
import type { Play } from './play.ts';
import { sendCollections } from './sending.ts';
import { playSmelter } from './smelter.ts';
import { ExchangeStatus } from './wire.ts';

/** Observations of the hour in which the system of Guangdong was down. */
export type OutageReport = {
  readonly seconds: number;
  /** Number of loads that Guangxi began during the outage. */
  readonly loads: number;
  /** Number of messages that waited for Guangdong at the end of the outage. */
  readonly waiting: number;
};

const AT_A_TIME = 14;
/** Maximum duration of the outage, however busy Guangxi is. */
const OUTAGE_LIMIT_MS = 15_000;
const OUTAGE_LEAST_MS = 3_000;

/** Plays the month. Returns the observations of the outage; null without an outage. */
export async function playMonth(play: Play, plan: Plan): Promise<OutageReport | null> {
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const doing: Promise<void>[] = [];
  const start = (work: Promise<void>) => void doing.push(work.catch(failed.reject));
  for (const smelter of plan.smelters) start(playSmelter(play, smelter));
  const control = controlOutage(play, plan);
  const loops = [...play.stage.provinces.keys()].map((province) =>
    playProvince(play, plan, { province, control, start }),
  );
  await Promise.race([Promise.all(loops), failed.promise, play.stage.hopeless]);
  await Promise.race([Promise.all(doing), failed.promise, play.stage.hopeless]);
  return control ? control.report() : null;
}

type PlannedWork = Sending | Load;

type Loop = {
  readonly province: Province;
  readonly control: OutageControl | undefined;
  readonly start: (work: Promise<void>) => void;
};

async function playProvince(play: Play, plan: Plan, { province, control, start }: Loop): Promise<void> {
  const gate = createGate(AT_A_TIME);
  const plannedWork: PlannedWork[] = [
    ...plan.sendings.filter((sending) => sending.province === province),
    ...plan.loads.filter((load) => load.origin === province),
  ].toSorted((a, b) => a.at - b.at);
  const coming = play.stage.pace.open(0);
  for (const planned of plannedWork) {
    coming.moveTo(planned.at);
    await control?.reached(province, planned.at);
    await gate.enter();
    play.progress.moments.set(province, planned.at);
    start(begin(play, planned, control).finally(gate.leave));
  }
  coming.end();
  await control?.reached(province, Number.POSITIVE_INFINITY);
}

async function begin(play: Play, planned: PlannedWork, control: OutageControl | undefined): Promise<void> {
  const work = play.stage.pace.open(planned.at);
  try {
    if (planned.kind === 'sending') return await sendCollections(play, planned);
    const departed = Promise.withResolvers<void>();
    if (startsInOutage(planned)) control?.began(planned, departed.promise);
    return await playLoad(play, planned, { moveTo: work.moveTo, departed: departed.resolve });
  } finally {
    work.end();
  }
}

type OutageControl = {
  /** Promise to await before work of a moment begins. */
  readonly reached: (province: Province, at: number) => Promise<void>;
  readonly began: (load: Load, departed: Promise<void>) => void;
  readonly report: () => Promise<OutageReport>;
};

/**
 * The outage. Guangdong is killed when Guangxi reaches its beginning, and restarted when all loads that Guangxi begins
 * during it have departed. The users of Guangdong repeat their requests throughout.
 */
function controlOutage({ stage }: Play, { loads }: Plan): OutageControl | undefined {
  const { outage } = stage;
  if (!outage || !stage.provinces.has(GUANGDONG)) return undefined;
  const begun = Promise.withResolvers<void>();
  const report = Promise.withResolvers<OutageReport>();
  const departures: Promise<void>[] = [];
  const expected = loads.filter((load) => load.origin === GUANGXI && startsInOutage(load)).length;
  let phase: 'before' | 'during' | 'after' = 'before';
  let startedAt = 0;

  const end = async () => {
    if (phase !== 'during') return;
    phase = 'after';
    const waiting = await countWaiting(stage);
    outage.end(GUANGDONG);
    report.resolve({ seconds: (performance.now() - startedAt) / 1_000, loads: departures.length, waiting });
  };
  const startOutage = () => {
    phase = 'during';
    startedAt = performance.now();
    outage.begin(GUANGDONG);
    begun.resolve();
    void sleep(OUTAGE_LIMIT_MS, undefined, { ref: false }).then(end).catch(report.reject);
  };

  return {
    reached: async (province, at) => {
      if (at < OUTAGE.from) return;
      if (province !== GUANGXI) return begun.promise;
      if (phase === 'before') startOutage();
      if (at < OUTAGE.to || phase !== 'during') return;
      await Promise.all([Promise.all(departures), sleep(OUTAGE_LEAST_MS)]);
      await end();
    },
    began: (load, departed) => {
      if (load.origin === GUANGXI && departures.length < expected) departures.push(departed);
    },
    report: () => report.promise,
  };
}

async function countWaiting(stage: Play['stage']): Promise<number> {
  const { partners } = await clientOf(stage, GUANGXI).get('/v1/exchange/status', ExchangeStatus);
  return partners.find(({ code }) => code === GUANGDONG)?.due ?? 0;
}
