/**
 * `npm run bench:recovery`: measures the rate of a year of 200 000 batches and 20 000 runs, kept and new, with its uncertainty; the
 * memory of the api; and other readers at the same time. References of the same run: the readers alone, and one sum
 * over the movements of the year in SQL.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startTestRedis } from '../../setup/redis-server.ts';
import { measureCalls } from '../measure.ts';
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
  const time = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const year = () => get(`/v1/recovery?partyId=${partyId}&period=2025`);
  const { items } = (await get(`/v1/batches?limit=50`)) as { items: { id: string }[] };
  const read = async (lane: number) => {
    await get(`/v1/batches/${items[lane % items.length]?.id}`);
    return 1;
  };
  const seconds = Number(values.seconds);

  await measureCalls('warming up', { lanes: READERS, seconds: 2 }, read);
  const alone = await measureCalls('alone', { lanes: READERS, seconds }, read);
  say(`reference: ${READERS} readers alone: ${Math.round(alone.recordsPerSecond)}/s, p99 ${ms(alone.p99Ms)}`);
  const sum = () => owner.query('select kind, sum(mass_grams), count(*) from movements group by kind');
  say(`reference: one sum over all movements in SQL: ${ms(await time(sum))}`);

  const before = await residentMb();
  const fresh = async () => {
    await owner.query('delete from recovery_figures');
    return time(year);
  };
  await fresh();
  const news = [await fresh(), await fresh(), await fresh()];
  say(`a new year: ${news.map(ms).join(', ')}`);
  const kept: number[] = [];
  for (let at = 0; at < 50; at++) kept.push(await time(year));
  kept.sort((a, b) => a - b);
  say(`a kept year: median ${ms(kept[25] ?? 0)}, maximum ${ms(kept.at(-1) ?? 0)}`);

  let computing = true;
  const years: number[] = [];
  const recomputed = (async () => {
    while (computing) years.push(await fresh());
  })();
  const beside = await measureCalls('beside', { lanes: READERS, seconds: 2 * seconds }, read);
  computing = false;
  await recomputed;
  say(
    `${READERS} readers while new years are computed: ${Math.round(beside.recordsPerSecond)}/s, p99 ${ms(beside.p99Ms)}, ${beside.errors} errors`,
  );
  say(`new years meanwhile: ${years.map(ms).join(', ')}`);
  say(`memory of the api: ${before.toFixed(0)} MB before, ${(await residentMb()).toFixed(0)} MB after`);
  const { status, rates, uncertainty } = (await year()) as Answer;
  say(`the rate: ${rates.headline.percent} % ± ${uncertainty.headline.expandedPoints} points, ${status}`);
  await owner.end();
}

type Answer = {
  readonly status: string;
  readonly rates: { readonly headline: { readonly percent: string } };
  readonly uncertainty: { readonly headline: { readonly expandedPoints: string } };
};

/** Reads the resident memory of the api from its metrics, in MB. */
async function residentMb(): Promise<number> {
  const metrics = await (await fetch(province.metricsUrl)).text();
  return Number(/^process_resident_memory_bytes(?:\{[^}]*\})? (\S+)$/m.exec(metrics)?.[1]) / 1e6;
}
