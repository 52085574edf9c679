/**
 * `npm run faults`: two provinces in the production form, each with two workers, trade while processes are killed and
 * paused. Afterwards nothing acknowledged may be lost or doubled, and all copies must agree within a minute, without help.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createRandom } from '../../src/demo/plan/random.ts';
import { checkProvince, countDisagreements } from './checker.ts';
import type { Counts } from './client.ts';
import { type Province, startNational, startProvince } from './province.ts';
import { type Acknowledged, recordBatches, sendLoads, settle } from './trade.ts';

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const AGREEMENT_LIMIT_MS = 60_000;
const COUNTED = /Lost|OtherMass|NobodyWasTold|Doubled|Behind|Twice|Broken|Missing|Apart/;
const { share: random } = createRandom(Number(values.seed));
const pick = <Item>(items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** Ends one session of the database, as a network that loses it. Returns false when there was none, or no server. */
async function endSession({ databaseUrl }: Province): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 1`);
    return rowCount === 1;
  } catch {
    // The server itself is down at this moment: a fault of before is still at work.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Strikes a part at random, and counts what took effect. Returns false when nothing did. */
async function strike(provinces: readonly Province[], counted: Map<string, number>): Promise<boolean> {
  const province = pick(provinces);
  const kind = pick(['kill', 'kill', 'pause', 'session'] as const);
  const part = pick(province.parts);
  const about =
    kind === 'session' ? 'session ended' : `${part.name.replace(/-\d+$/, '')} ${kind === 'kill' ? 'killed' : 'paused'}`;
  const strikes = {
    kill: () => part.kill(),
    pause: () => part.pause(500 + random() * 5_000),
    session: () => endSession(province),
  };
  const struck = await strikes[kind]();
  if (struck) counted.set(about, (counted.get(about) ?? 0) + 1);
  return struck;
}

/** Waits until all copies agree. Returns the milliseconds since the last fault, or undefined after the limit. */
async function awaitAgreement(
  provinces: readonly Province[],
  nationalUrl: string,
  since: number,
): Promise<number | undefined> {
  const urls = new Map(provinces.map(({ code, databaseUrl }) => [code, databaseUrl]));
  while (performance.now() - since < AGREEMENT_LIMIT_MS) {
    const apart = await countDisagreements(urls, nationalUrl).catch(() => Number.NaN);
    if (apart === 0) return performance.now() - since;
    await sleep(500);
  }
  return undefined;
}

// One listener for the end of each of the many processes.
process.setMaxListeners(40);
const folder = await mkdtemp(join(tmpdir(), 'leadloop-faults-'));
const say = (line: string) => process.stderr.write(`${line}\n`);
const started = [await startProvince('45', folder), await startProvince('44', folder)];
const national = await startNational(started, folder);
const counts: Counts = { repeated: 0, failures: new Map() };
const known: Acknowledged = { batches: new Map(), loads: new Map() };
const struck = new Map<string, number>();
try {
  const [one, two] = await settle(counts, started, national.url);
  if (one === undefined || two === undefined) throw new Error('two provinces are needed');
  let going = true;
  const isGoing = () => going;
  const trade = Promise.all([
    ...[one, two].flatMap((at) => [
      recordBatches(counts, at, known, isGoing),
      recordBatches(counts, at, known, isGoing),
    ]),
    ...[1, 2, 3, 4].flatMap(() => [
      sendLoads(counts, one, two, known, isGoing),
      sendLoads(counts, two, one, known, isGoing),
    ]),
  ]);
  trade.catch((error: unknown) => say(String(error)));
  await sleep(3_000);
  for (let fault = 1; fault <= Number(values.faults); fault++) {
    // A part that is down already cannot be struck: another strike follows.
    while (!(await strike(started, struck))) await sleep(200);
    if (fault % 10 === 0) say(`${fault} faults, ${known.batches.size} batches, ${known.loads.size} loads acknowledged`);
    await sleep(500 + random() * 2_500);
  }
  const last = performance.now();
  going = false;
  await trade;
  const finishedMs = performance.now() - last;
  const agreedMs = await awaitAgreement(started, national.databaseUrl, last);
  await sleep(2_000);
  const findings = await Promise.all(
    started.map(async ({ code, databaseUrl }) => [code, await checkProvince(code, databaseUrl, known)] as const),
  );
  const wrong = findings.flatMap(([, found]) =>
    Object.entries(found).filter(([name, count]) => COUNTED.test(name) && count !== 0),
  );
  const report = {
    ...{
      faults: Object.fromEntries([...struck].toSorted()),
      seed: Number(values.seed),
      repeatedRequests: counts.repeated,
    },
    ...{
      finishedAfterSeconds: Math.round(finishedMs / 1_000),
      agreedAfterSeconds: agreedMs === undefined ? null : Math.round(agreedMs / 1_000),
    },
    ...{ provinces: Object.fromEntries(findings), failures: Object.fromEntries(counts.failures) },
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (wrong.length > 0 || agreedMs === undefined || counts.failures.size > 0) process.exitCode = 1;
} finally {
  await Promise.all([...started.flatMap(({ parts }) => parts), ...national.parts].map((part) => part.stop()));
  if (values.keep || process.exitCode === 1) say(`logs: ${folder}`);
  else await rm(folder, { recursive: true, force: true });
}
