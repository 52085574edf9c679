/**
 * `npm run adversary -- --histories 2000 --honest 1000 --seed 11`: lets adversaries and honest enterprises make histories, and shows
 * what came of them. Exits 1 when a lie passes, or when too few honest enterprises are clear.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { AdversaryReport, HonestReport, Violation } from './trial.ts';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '2000' },
    honest: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '11' },
  },
});

/** Histories of one database. A larger one grows until every query is slow. */
const ROUND = 250;

/** Rounds at once: each keeps one core busy with the service, and a part of another with its database. */
const AT_ONCE = Math.max(1, Math.min(4, availableParallelism()));

type Lies = AdversaryReport & { readonly violation?: Violation };

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'leadloop-adversary-'));
try {
  process.exitCode = (await runRounds()) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function runRounds(): Promise<boolean> {
  const [histories, honest, seed] = [Number(values.histories), Number(values.honest), Number(values.seed)];
  const rounds = Math.max(1, Math.ceil(Math.max(histories, honest) / ROUND));
  const sums: Record<string, number> = {};
  let [held, next, ended] = [true, 0, 0];
  const share = (all: number, round: number) =>
    Math.floor((all * (round + 1)) / rounds) - Math.floor((all * round) / rounds);
  const runNext = async (): Promise<void> => {
    for (let round = next++; round < rounds; round = next++) {
      const of = { histories: share(histories, round), honest: share(honest, round), seed: seed + round };
      const made = await runRound(of);
      add(sums, 'adversary', made.lies);
      add(sums, 'honest', made.honest);
      if (made.lies.violation) {
        held = false;
        print(`\nseed ${of.seed}: a lie passes\n${JSON.stringify(made.lies.violation.outcome.shown)}`);
        for (const call of made.lies.violation.outcome.calls) print(call);
      }
      ended += 1;
      process.stderr.write(`${ended} of ${rounds} rounds\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  print(lines(sums));
  return held && (sums['honest clear'] ?? 0) >= 0.95 * honest;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function lines(sums: Readonly<Record<string, number>>): string {
  return Object.entries(sums)
    .map(([name, count]) => `  ${name}: ${count}`)
    .join('\n');
}

/** Adds the counts of a report to the sums, under their names; the largest values are no sums. */
function add(sums: Record<string, number>, prefix: string, counts: object): void {
  for (const [name, value] of Object.entries(counts)) {
    const key = `${prefix} ${name}`;
    if (name.startsWith('largest')) sums[key] = Math.max(sums[key] ?? 0, Number(value));
    else if (typeof value === 'number') sums[key] = (sums[key] ?? 0) + value;
    else if (Array.isArray(value)) sums[key] = (sums[key] ?? 0) + value.length;
    else if (['evaluations', 'tooHigh', 'findings'].includes(name)) add(sums, key, value);
  }
}

type Round = { readonly histories: number; readonly honest: number; readonly seed: number };

/** Makes the histories of one seed over a database of their own, in the test runner. */
async function runRound({ histories, honest, seed }: Round): Promise<{ lies: Lies; honest: HonestReport }> {
  const report = join(folder, String(seed));
  const file = 'test/recovery/adversary/adversary.int';
  const run = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', file],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ADVERSARY_HISTORIES: String(histories),
        ADVERSARY_HONEST: String(honest),
        ADVERSARY_SEED: String(seed),
        ADVERSARY_REPORT: report,
      },
    },
  );
  const said: string[] = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await once(run, 'close');
  const read = async (name: string) => JSON.parse(await readFile(`${report}-${name}.json`, 'utf8'));
  try {
    return { lies: await read('lies'), honest: await read('honest') };
  } catch {
    throw new Error(`the round did not come to its end:\n${said.join('')}`);
  }
}
