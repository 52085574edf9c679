/**
 * `npm run bench:overload`: measures the capacity of single writes, then offers four times as many from 1 000 connections.
 * Capacity is measured again afterwards, since the disk changes its pace, and the mean of both counts. Prints the times at
 * the server of admitted writes, the goodput, and the refusals with their Retry-After.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { startTestRedis } from '../setup/redis-server.ts';
import { measureSingles, registerSite, writeNext } from './batches.ts';
import { requestOf } from './load.ts';
import { startProvince } from './province.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } });
const seconds = Math.max(2, Number(values.seconds));
const CONNECTIONS = 1_000;
const FACTOR = 4;
/** Seconds for opening the connections, before the measurement begins. */
const SETTLE_SECONDS = 2;

type Histogram = { readonly count: number; readonly within: ReadonlyMap<number, number> };

/** Reads how many admitted writes the server has answered, and how many of them within each time. */
async function readTimes(metricsUrl: string): Promise<Histogram> {
  const text = await (await fetch(metricsUrl)).text();
  const own = text.split('\n').filter((line) => line.includes('route="/v1/batches"') && line.includes('status="201"'));
  const readingOf = (line = '') => Number(line.split(' ').at(-1) ?? 0);
  const buckets = own.flatMap((line) => {
    const limit = /_bucket\{.*le="([\d.]+)"/.exec(line)?.[1];
    return limit === undefined ? [] : [[Number(limit), readingOf(line)] as const];
  });
  return { count: readingOf(own.find((line) => line.includes('_count{'))), within: new Map(buckets) };
}

/** The shortest of the measured limits within which this share of the writes was answered, in seconds. */
function limitOf(share: number, before: Histogram, after: Histogram): number {
  const count = after.count - before.count;
  const found = [...after.within].find(([limit, value]) => value - (before.within.get(limit) ?? 0) >= share * count);
  return found?.[0] ?? Number.POSITIVE_INFINITY;
}

const redis = await startTestRedis();
const province = await startProvince('45', redis.url);
try {
  const site = await registerSite(province);
  const measureCapacity = async () => (await measureSingles(province, site, 256, seconds)).recordsPerSecond;
  await measureSingles(province, site, 256, 3);
  const capacityBefore = await measureCapacity();
  const refusals = { with: 0, without: 0 };
  const load = { url: province.url, token: await province.token(site.partyId), next: writeNext(site) };
  const running = autocannon({
    url: province.url,
    connections: CONNECTIONS,
    duration: SETTLE_SECONDS + seconds + 1,
    overallRate: Math.round(capacityBefore * FACTOR),
    requests: [
      {
        setupRequest: () => requestOf(load),
        onResponse: (status, _body, _context, headers) => {
          if (status === 201) return;
          if (status === 503 && Object.keys(headers).some((name) => name.toLowerCase() === 'retry-after'))
            refusals.with++;
          else refusals.without++;
        },
      },
    ],
  });
  await sleep(SETTLE_SECONDS * 1_000);
  const since = performance.now();
  const before = await readTimes(province.metricsUrl);
  await sleep(seconds * 1_000);
  const after = await readTimes(province.metricsUrl);
  const goodput = ((after.count - before.count) * 1_000) / (performance.now() - since);
  const result = await running;
  const capacityAfter = await measureCapacity();
  const capacity = (capacityBefore + capacityAfter) / 2;
  const figures = {
    capacityPerSecond: { before: Math.round(capacityBefore), after: Math.round(capacityAfter) },
    offeredPerSecond: Math.round(capacityBefore * FACTOR),
    goodputPerSecond: Math.round(goodput),
    goodputShare: Number((goodput / capacity).toFixed(2)),
    atServerMs: { p50: limitOf(0.5, before, after) * 1_000, p99: limitOf(0.99, before, after) * 1_000 },
    refusals,
    errors: result.errors + result.timeouts,
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await province.stop();
  await redis.stop();
}
