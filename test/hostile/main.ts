/** `npm run hostile`: makes hostile requests to every operation, and shows what came of them. Exits 1 on a fault. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXCEPTIONS, objectionsTo, type Report, tableOf, together } from './report.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string', default: '600' },
    json: { type: 'boolean', default: false },
  },
});

/** Requests to one world. A larger one grows until every list is long and each request slow. */
const ROUND = 20_000;

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'leadloop-hostile-'));
const [requests, seed, minutes] = [Number(values.requests), Number(values.seed), Number(values.minutes)];
process.stderr.write(`${requests} requests, seeds from ${seed} on\n`);
try {
  print(await runRounds());
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function runRounds(): Promise<Report> {
  const began = performance.now();
  let whole: Report | undefined;
  for (let round = 0; round * ROUND < requests; round += 1) {
    const left = minutes - (performance.now() - began) / 60_000;
    if (whole !== undefined && left <= 0) break;
    const part = await runRound({
      requests: Math.min(ROUND, requests - round * ROUND),
      seed: seed + round,
      minutes: left,
    });
    whole = whole === undefined ? part : together(whole, part);
    process.stderr.write(`${whole.requests} requests, ${whole.faults.length} faults\n`);
  }
  if (whole === undefined) throw new Error('no request was asked for');
  return whole;
}

/** Makes the requests of one seed to a world of their own, in the test runner. */
async function runRound(round: {
  readonly requests: number;
  readonly seed: number;
  readonly minutes: number;
}): Promise<Report> {
  const file = join(folder, `${round.seed}.json`);
  const run = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', 'test/hostile/hostile.int'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOSTILE_REQUESTS: String(round.requests),
        HOSTILE_SEED: String(round.seed),
        HOSTILE_MINUTES: String(round.minutes),
        HOSTILE_REPORT: file,
      },
    },
  );
  const said: string[] = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await once(run, 'close');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`the run did not come to its end:\n${said.join('')}`);
  return JSON.parse(text);
}

function print(report: Report): void {
  const objections = objectionsTo(report);
  if (values.json) process.stdout.write(`${JSON.stringify({ ...report, objections })}\n`);
  else {
    process.stdout.write(`${tableOf(report)}\n`);
    for (const [name, reason] of Object.entries(EXCEPTIONS)) process.stdout.write(`exception: ${name}: ${reason}\n`);
    for (const { seed: world, number, kind, operation, caller, tricks, request, answer } of report.faults)
      process.stdout.write(
        `\nseed ${world}, request ${number}: ${kind}\n${operation} by ${caller}: ${tricks.join('; ')}\n${request}\n${answer}\n`,
      );
    for (const objection of objections) process.stdout.write(`\nfault: ${objection}`);
    process.stdout.write(objections.length === 0 ? 'no faults\n' : `\n${objections.length} faults\n`);
  }
  process.exitCode = objections.length === 0 ? 0 : 1;
}
