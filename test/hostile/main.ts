/** `npm run hostile`: makes hostile requests to every operation, and shows what came of them. Exits 1 on a fault. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXCEPTIONS, objectionsTo, type Report, tableOf } from './report.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string', default: '600' },
    json: { type: 'boolean', default: false },
  },
});

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'leadloop-hostile-'));
const file = join(folder, 'report.json');
process.stderr.write(`${values.requests} requests with seed ${values.seed}\n`);
try {
  const run = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', 'test/hostile/hostile.int'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...{
          HOSTILE_REQUESTS: values.requests,
          HOSTILE_SEED: values.seed,
          HOSTILE_MINUTES: values.minutes,
          HOSTILE_REPORT: file,
        },
      },
    },
  );
  const said: string[] = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await once(run, 'close');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`the run did not come to its end:\n${said.join('')}`);
  print(JSON.parse(text));
} finally {
  await rm(folder, { recursive: true, force: true });
}

function print(report: Report): void {
  const objections = objectionsTo(report);
  if (values.json) process.stdout.write(`${JSON.stringify({ ...report, objections })}\n`);
  else {
    process.stdout.write(`${tableOf(report)}\n`);
    for (const [name, reason] of Object.entries(EXCEPTIONS)) process.stdout.write(`exception: ${name}: ${reason}\n`);
    for (const { number, kind, operation, caller, tricks, request, answer } of report.faults)
      process.stdout.write(
        `\nrequest ${number}: ${kind}\n${operation} by ${caller}: ${tricks.join('; ')}\n${request}\n${answer}\n`,
      );
    for (const objection of objections) process.stdout.write(`\nfault: ${objection}`);
    process.stdout.write(objections.length === 0 ? 'no faults\n' : `\n${objections.length} faults\n`);
  }
  process.exitCode = objections.length === 0 ? 0 : 1;
}
