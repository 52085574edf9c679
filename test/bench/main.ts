/** `npm run bench`: measures the service on this machine, each figure next to a reference of the same run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestRedis } from '../setup/redis-server.ts';
import { measureArrays, measureReading, measureReference, measureSingles, registerSite } from './batches.ts';
import { measureDelivery } from './delivery.ts';
import { measureJournal } from './journal.ts';
import { type Figure, withRatio } from './measure.ts';
import { startProvince } from './province.ts';
import { print } from './report.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '5' } },
});
const seconds = Math.max(1, Number(values.seconds));
const say = (line: string) => process.stderr.write(`${line}\n`);

async function benchBatches(redisUrl: string): Promise<Figure[]> {
  const province = await startProvince('45', redisUrl);
  try {
    const site = await registerSite(province);
    const reference = (set: 'one' | 'hundred') => measureReference(province, site, { seconds, set });
    say('warming up');
    await measureReference(province, site, { seconds: 2, set: 'one' });
    await measureSingles(province, site, 64, 3);
    say('single writes');
    const before = await reference('one');
    const singles = [];
    for (const clients of [1, 8, 64, 256]) singles.push(await measureSingles(province, site, clients, seconds));
    const after = await reference('one');
    const one = (before.recordsPerSecond + after.recordsPerSecond) / 2;
    say('arrays');
    const hundredBefore = await reference('hundred');
    const arrays = [await measureArrays(province, site, 8, seconds)];
    const hundredAfter = await reference('hundred');
    const hundred = (hundredBefore.recordsPerSecond + hundredAfter.recordsPerSecond) / 2;
    say('reading');
    const reading = [await measureReading(province, site, 64, seconds)];
    await province.startWorker();
    reading.push(await measureJournal(province, 1, seconds), await measureJournal(province, 8, seconds));
    return [
      ...[before, after],
      ...singles.map((figure) => withRatio(figure, one)),
      ...[hundredBefore, hundredAfter],
      ...arrays.map((figure) => withRatio(figure, hundred)),
      ...reading,
    ];
  } finally {
    await province.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'leadloop-bench-'));
const redis = await startTestRedis();
try {
  const figures = await benchBatches(redis.url);
  say('delivery between two provinces');
  figures.push(await measureDelivery(redis.url, folder, 100 * seconds));
  print(figures, values.json);
} finally {
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
}
