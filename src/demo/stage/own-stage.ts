/**
 * A stage that the demo starts: two provinces and the stand-in of the national system, three processes with three
 * databases.
 */
import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../platform/process/port.ts';
import { createClient } from '../client.ts';
import { GUANGDONG, GUANGXI, type Province } from '../plan/place.ts';
import { noToken, tokensOf } from '../token.ts';
import { type Child, startChild } from './child.ts';
import { startGuardian } from './guardian.ts';
import { latestInstantIn, type MonthClock, openMonthClock } from './month-clock.ts';
import { createPace, type Pace } from './pace.ts';
import { PATIENCE_MS, type Seat, type Stage } from './stage.ts';

const SOURCES = fileURLToPath(new URL('../../', import.meta.url));

export type OwnOptions = {
  /** Data folder, kept for the next demo; if absent, a temporary folder that is removed at the end. */
  readonly folder: string | undefined;
  readonly keyPrefix: string;
};

export async function startOwnStage({ folder, keyPrefix }: OwnOptions): Promise<Stage> {
  const home = await openFolder(folder);
  const guardian = startGuardian(home, folder === undefined ? 'remove' : 'keep');
  const hopeless = Promise.withResolvers<never>();
  hopeless.promise.catch(() => undefined);
  const base = { guardian, onHopeless: hopeless.reject };
  const children = new Map<string, Child>();
  const stop = async () => {
    await Promise.all([...children.values()].map((child) => child.stop()));
    await guardian.release();
  };
  try {
    const [nationalPort, guangxiPort, guangdongPort] = [await freePort(), await freePort(), await freePort()];
    const nationalUrl = `http://127.0.0.1:${nationalPort}`;
    const clock = openMonthClock(clockFileOf(home));
    const pace = createPace();
    children.set('national', startChild({ ...base, ...nationalChild(home, nationalPort) }));
    const ports: readonly (readonly [Province, number])[] = [
      [GUANGXI, guangxiPort],
      [GUANGDONG, guangdongPort],
    ];
    for (const [province, port] of ports) {
      children.set(province, startChild({ ...base, ...provinceChild(home, province, port) }));
    }
    const urls = ports.map(([province, port]) => [province, `http://127.0.0.1:${port}`] as const);
    const seats = await Promise.race([
      Promise.all([ready(nationalUrl), ...urls.map(([, url]) => ready(url))]).then(() =>
        seatsOf(urls, { home, keyPrefix, clock, pace }),
      ),
      hopeless.promise,
    ]);
    const client = createClient({ baseUrl: nationalUrl, token: noToken, keyPrefix, patienceMs: PATIENCE_MS });
    return {
      provinces: seats,
      national: { client, url: nationalUrl, inside: nationalUrl },
      pace,
      hasMonthClock: true,
      outage: {
        begin: (province) => children.get(province)?.knockOut(),
        end: (province) => children.get(province)?.revive(),
      },
      restarts: () => [...children.values()].reduce((sum, child) => sum + child.restarts(), 0),
      hopeless: hopeless.promise,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes a folder accessible to PostgreSQL, which does not run as root. */
async function openFolder(folder: string | undefined): Promise<string> {
  if (folder === undefined) {
    const made = await mkdtemp(join(tmpdir(), 'leadloop-demo-'));
    await chmod(made, 0o755);
    return made;
  }
  const path = resolve(folder);
  await mkdir(path, { recursive: true });
  return path;
}

/** Short pauses between attempts to reach a partner: an hour of the month takes a few seconds here. */
const HASTE = {
  LEADLOOP_EXCHANGE_TIMEOUT: '5',
  LEADLOOP_EXCHANGE_SWEEP: '1',
  LEADLOOP_EXCHANGE_RETRY_MAX: '2',
  LEADLOOP_LOG_LEVEL: 'warn',
} as const;

const clockFileOf = (home: string): string => join(home, 'clock.json');

function provinceChild(home: string, province: Province, port: number) {
  return {
    name: `the system of province ${province}`,
    command: [join(SOURCES, 'local.ts'), '--without-national', '--clock-file', clockFileOf(home)] as const,
    env: {
      ...HASTE,
      LEADLOOP_PROVINCE: province,
      LEADLOOP_PORT: String(port),
      LEADLOOP_DATA_DIR: join(home, province),
    },
    logFile: join(home, `${province}.log`),
  };
}

function nationalChild(home: string, port: number) {
  const folder = join(home, 'national');
  return {
    name: 'the stand-in of the national system',
    command: [
      join(SOURCES, 'national-standin/main.ts'),
      '--data',
      folder,
      '--keys',
      folder,
      '--port',
      String(port),
      '--clock-file',
      clockFileOf(home),
    ] as const,
    env: {},
    logFile: join(home, 'national.log'),
  };
}

type OwnSeats = {
  readonly home: string;
  readonly keyPrefix: string;
  readonly clock: MonthClock;
  readonly pace: Pace;
};

async function seatsOf(
  urls: readonly (readonly [Province, string])[],
  { home, keyPrefix, clock, pace }: OwnSeats,
): Promise<Map<Province, Seat>> {
  const seats = new Map<Province, Seat>();
  const reach = async (body: unknown) => {
    await pace.admit(latestInstantIn(body));
    clock.reach(body);
  };
  for (const [province, url] of urls) {
    const { token, tokenFor } = await tokensOf(join(home, province, 'keys'), clock.now);
    const client = createClient({ baseUrl: url, token, keyPrefix, patienceMs: PATIENCE_MS, reach });
    seats.set(province, { client, url, inside: url, tokenFor });
  }
  return seats;
}

const POLL_MS = 100;

/** Waits until a system reports that it is ready. */
export async function ready(url: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answered = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.ok;
      },
      () => false,
    );
    if (answered) return;
    if (performance.now() > deadline) throw new Error(`${url} was not ready within ${PATIENCE_MS / 1_000} s`);
    await sleep(POLL_MS);
  }
}
