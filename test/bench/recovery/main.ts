/**
 * `npm run bench:recovery`: measures the rate of a year of 200 000 batches and 20 000 runs, kept and new, with its uncertainty; the
 * memory of the api; other readers at the same time; and every other reading of all records of the year, with the delay of the
 * event loop of the api meanwhile. References of the same run: the readers alone, and one sum over all movements in SQL.
 *
 * Readers ask in two ways. In a closed loop each asks again at once: 64 of them use both processors of a small machine, so
 * their latency is the length of the queue. With pauses each asks five times a second, as people and systems do.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startTestRedis } from '../../setup/redis-server.ts';
import { type Figure, measureCalls } from '../measure.ts';
import { startProvince } from '../province.ts';
import { fillYear, registerPlant } from './plant.ts';

const { values } = parseArgs({
  options: {
    batches: { type: 'string', default: '200000' },
    runs: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '5' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${value.toFixed(0)} ms`;
const READERS = 64;
/** Interval at which a reader with pauses asks, in milliseconds. */
const EVERY_MS = 200;
/** Pause before a new year, in milliseconds: the process for it loads. */
const LOADED_MS = 3_000;

const redis = await startTestRedis();
const province = await startProvince('45', redis.url);
try {
  const plant = await registerPlant(province);
  const size = { batches: Number(values.batches), runs: Number(values.runs) };
  await fillYear(province, plant, size);
  say(`${size.batches} batches, ${size.runs} runs`);
  await province.startWorker();
  await sleep(2_000);
  await measure(plant.partyId);
} finally {
  await province.stop();
  await redis.stop();
}

async function measure(partyId: string): Promise<void> {
  const authorization = `Bearer ${await province.token()}`;
  const get = async (path: string) => {
    const answer = await fetch(`${province.url}${path}`, { headers: { authorization } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const owner = new pg.Pool({ connectionString: province.databaseUrl, max: 1 });
  // The server may end first when something fails.
  owner.on('error', () => undefined);
  const time = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const question = `/v1/recovery?partyId=${partyId}&period=2025`;
  /** Reads the year. A busy service answers 503 after a while, and goes on computing. */
  const year = async (): Promise<unknown> => {
    for (;;) {
      const answer = await fetch(`${province.url}${question}`, { headers: { authorization } });
      if (answer.ok) return answer.json();
      if (answer.status !== 503) throw new Error(`${question} answered ${answer.status}: ${await answer.text()}`);
      say('  the year is still being computed: 503 with Retry-After');
      await answer.body?.cancel();
      await sleep(1_000);
    }
  };
  const { items } = (await get(`/v1/batches?limit=50`)) as { items: { id: string }[] };
  const read = async (lane: number) => {
    await get(`/v1/batches/${items[lane % items.length]?.id}`);
    return 1;
  };
  const seconds = Number(values.seconds);

  const closed = { lanes: READERS, seconds };
  const paced = { ...closed, everyMs: EVERY_MS };
  await measureCalls('warming up', { lanes: READERS, seconds: 2 }, read);
  show('reference: readers in a closed loop, alone', await measureCalls('alone', closed, read));
  show('reference: readers with pauses, alone', await measureCalls('alone', paced, read));
  const sum = () => owner.query('select kind, sum(mass_grams), count(*) from movements group by kind');
  say(`reference: one sum over all movements in SQL: ${ms(await time(sum))}`);

  const before = await residentMb();
  const fresh = async () => {
    await owner.query('delete from recovery_figures');
    return time(year);
  };
  say(`a new year, the first one, whose process is started for it: ${ms(await fresh())}`);
  const news: number[] = [];
  for (let at = 0; at < 3; at++) {
    // Meanwhile the next process has loaded.
    await sleep(LOADED_MS);
    news.push(await fresh());
  }
  say(`a new year: ${news.map(ms).join(', ')}`);
  const kept: number[] = [];
  for (let at = 0; at < 50; at++) kept.push(await time(year));
  kept.sort((a, b) => a - b);
  say(`a kept year: median ${ms(kept[25] ?? 0)}, maximum ${ms(kept.at(-1) ?? 0)}`);

  for (const [name, options] of [
    ['readers in a closed loop', closed],
    ['readers with pauses', paced],
  ] as const) {
    let computing = true;
    const years: number[] = [];
    const recomputed = (async () => {
      while (computing) years.push(await fresh());
    })();
    await loopDelayMs();
    const beside = await measureCalls('beside', { ...options, seconds: 2 * seconds }, read);
    computing = false;
    await recomputed;
    show(`${name}, while new years are computed`, beside);
    say(`  new years meanwhile: ${years.map(ms).join(', ')}; loop of the api at most ${ms(await loopDelayMs())} late`);
  }
  await readings(partyId, authorization);
  say(`memory of the api: ${before.toFixed(0)} MB before, ${(await residentMb()).toFixed(0)} MB after`);
  const { status, rates, uncertainty } = (await year()) as Answer;
  say(`the rate: ${rates.headline.percent} % ± ${uncertainty.headline.expandedPoints} points, ${status}`);
  await owner.end();
}

/** Calls every reading of all records, and shows how late the event loop of the api was meanwhile. */
async function readings(partyId: string, authorization: string): Promise<void> {
  for (const path of [
    'records?limit=100',
    'methods/lead-recovery/evaluation?',
    'methods/lead-recovery/records?limit=100',
    'methods/comprehensive-recovery/evaluation?',
    'comparison?',
    'fractions?',
    'report?format=pdf',
    'report?format=xlsx',
  ]) {
    const url = `${province.url}/v1/recovery/${path}&partyId=${partyId}&period=2025`.replace('?&', '?');
    await loopDelayMs();
    const start = performance.now();
    const answer = await fetch(url, { headers: { authorization } });
    const { byteLength } = await answer.arrayBuffer();
    const took = performance.now() - start;
    const late = await loopDelayMs();
    say(
      `reading ${path}: ${answer.status}, ${byteLength} bytes, ${ms(took)}; loop of the api at most ${ms(late)} late`,
    );
  }
}

function show(name: string, { recordsPerSecond, p50Ms, p99Ms, errors }: Figure): void {
  say(`${name}: ${Math.round(recordsPerSecond)}/s, p50 ${ms(p50Ms)}, p99 ${ms(p99Ms)}, ${errors} errors`);
}

type Answer = {
  readonly status: string;
  readonly rates: { readonly headline: { readonly percent: string } };
  readonly uncertainty: { readonly headline: { readonly expandedPoints: string } };
};

/** Reads the resident memory of the api from its metrics, in MB. */
async function residentMb(): Promise<number> {
  return (await metric('process_resident_memory_bytes')) / 1e6;
}

/** Reads how late the event loop of the api was at most since the last reading, in milliseconds. */
async function loopDelayMs(): Promise<number> {
  return (await metric('nodejs_eventloop_lag_max_seconds')) * 1_000;
}

async function metric(name: string): Promise<number> {
  const metrics = await (await fetch(province.metricsUrl)).text();
  return Number(new RegExp(`^\\w*${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(metrics)?.[1]);
}
