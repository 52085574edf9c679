/**
 * `npm run soak`: two provinces in the production form under a steady load, and loads that cross their border. Prints the
 * memory of every process; after ten minutes none may grow by more than a tenth.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Counts } from '../faults/client.ts';
import type { Part } from '../faults/part.ts';
import { startNational, startProvince } from '../faults/province.ts';
import { type Acknowledged, sendLoads, settle } from '../faults/trade.ts';
import { offer } from './load.ts';
import { growthOf, readMemory, type Sample } from './memory.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '300' },
    'warm-up': { type: 'string', default: '10' },
    keep: { type: 'boolean', default: false },
  },
});
const SAMPLE_MS = 5_000;
const WINDOW_SECONDS = 120;
const GROWTH_MAX_PERCENT = 10;
const seconds = 60 * Number(values.minutes);
const warmUpSeconds = 60 * Number(values['warm-up']);

/** Samples the memory of each part until the end. */
async function watch(parts: readonly Part[], isGoing: () => boolean): Promise<ReadonlyMap<string, Sample[]>> {
  const samples = new Map(parts.map(({ name }): [string, Sample[]] => [name, []]));
  const began = performance.now();
  while (isGoing()) {
    const owners = parts.map(({ name, pid }) => [name, pid()] as const);
    const held = await readMemory(new Set(owners.flatMap(([, pid]) => pid ?? [])));
    const atSeconds = (performance.now() - began) / 1_000;
    for (const [name, pid] of owners) {
      const bytes = pid === undefined ? undefined : held.get(pid);
      if (bytes === undefined) throw new Error(`${name} has ended`);
      samples.get(name)?.push({ atSeconds, bytes });
    }
    await sleep(SAMPLE_MS);
  }
  return samples;
}

// One listener for the end of each of the many processes.
process.setMaxListeners(40);
const folder = await mkdtemp(join(tmpdir(), 'leadloop-soak-'));
const provinces = [await startProvince('45', folder), await startProvince('44', folder)];
const national = await startNational(provinces, folder);
const parts = [...provinces.flatMap((one) => one.parts), ...national.parts];
const counts: Counts = { repeated: 0, failures: new Map() };
const known: Acknowledged = { batches: new Map(), loads: new Map() };
try {
  const [one, two] = await settle(counts, provinces, national.url);
  if (one === undefined || two === undefined) throw new Error('two provinces are needed');
  let going = true;
  const isGoing = () => going;
  const trade = Promise.all([sendLoads(counts, one, two, known, isGoing), sendLoads(counts, two, one, known, isGoing)]);
  const watched = watch(parts, isGoing);
  const offered = await offer(one, Number(values.rate), seconds).finally(() => {
    going = false;
  });
  await trade;
  const samples = await watched;
  const memory = Object.fromEntries(
    [...samples].map(([name, found]) => [name, growthOf(found, { warmUpSeconds, windowSeconds: WINDOW_SECONDS })]),
  );
  const loads = [...known.loads.values()].filter(({ state }) => state === 'closed').length;
  const report = { minutes: seconds / 60, offered, loads, failures: Object.fromEntries(counts.failures), memory };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const grown = Object.values(memory).some(({ percent }) => percent > GROWTH_MAX_PERCENT);
  if (grown || counts.failures.size > 0 || Object.keys(offered.failed).length > 0) process.exitCode = 1;
} finally {
  await Promise.all(parts.map((part) => part.stop()));
  if (values.keep || process.exitCode === 1) process.stderr.write(`logs: ${folder}\n`);
  else await rm(folder, { recursive: true, force: true });
}
