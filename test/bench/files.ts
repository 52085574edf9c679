/**
 * Sends the corpus of files to a running API, one after the other, and prints how long each answer takes. Meanwhile it
 * measures how long `/livez` waits, and how much memory API and reader have.
 * `npm run bench:files -- <address> <token> <pid of the API>`
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { TABLE_CONTENT_TYPES } from '../../src/platform/table/index.ts';
import { CORPUS } from '../platform/table/corpus/index.ts';

const [address, token, pid] = process.argv.slice(2);
if (address === undefined || token === undefined) throw new Error('usage: files.ts <address> <token> [pid of the API]');

const LIVE_PAUSE_MS = 50;
const MB = 1024 * 1024;
const waits: number[] = [];
let memoryMax = 0;
let done = false;

/** Asks for `/livez` again and again, and measures the memory of the API and its readers. */
async function watch(): Promise<void> {
  while (!done) {
    const since = performance.now();
    await fetch(`${address}/livez`).then((answer) => answer.text());
    waits.push(performance.now() - since);
    if (pid !== undefined) memoryMax = Math.max(memoryMax, memoryOf(pid));
    await sleep(LIVE_PAUSE_MS);
  }
}

function memoryOf(parent: string): number {
  const kilobytes = (one: string) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0);
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').split(' ').filter(Boolean);
  return [parent, ...children].reduce((sum, one) => {
    try {
      const reads = one === parent || readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('reading-jobs');
      return reads ? sum + kilobytes(one) / 1024 : sum;
    } catch {
      // The child has ended meanwhile.
      return sum;
    }
  }, 0);
}

type Result = { readonly name: string; readonly status: number; readonly seconds: number; readonly refused: boolean };

async function send({ name, format, make, expected }: (typeof CORPUS)[number]): Promise<Result> {
  const body = make();
  const since = performance.now();
  const answer = await fetch(`${address}/v1/imports/parties?dryRun=true`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': TABLE_CONTENT_TYPES[format],
      'idempotency-key': randomUUID(),
    },
    body: new Uint8Array(body),
  });
  await answer.arrayBuffer();
  const seconds = (performance.now() - since) / 1_000;
  return {
    name: `${format} ${name} (${(body.length / MB).toFixed(2)} MB)`,
    status: answer.status,
    seconds,
    refused: 'refused' in expected,
  };
}

const watching = watch();
const results: Result[] = [];
for (const item of CORPUS) results.push(await send(item));
done = true;
await watching;

const statuses = Object.groupBy(results, ({ refused, status }) => `${refused ? 'hostile' : 'honest'} ${status}`);
const slowest = (refused: boolean) =>
  results
    .filter((one) => one.refused === refused)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 5);
const sorted = waits.toSorted((a, b) => a - b);
const load = readFileSync('/proc/loadavg', 'utf8').trim();
process.stdout.write(
  `${JSON.stringify(
    {
      files: results.length,
      answers: Object.fromEntries(Object.entries(statuses).map(([name, found]) => [name, found?.length ?? 0])),
      slowestHostile: slowest(true),
      slowestHonest: slowest(false),
      livezMs: {
        asked: waits.length,
        p50: sorted[Math.floor(sorted.length / 2)],
        p99: sorted[Math.floor(sorted.length * 0.99)],
        max: sorted.at(-1),
      },
      memoryMaxMb: memoryMax,
      load,
    },
    null,
    2,
  )}\n`,
);
