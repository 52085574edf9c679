/** Opens the shared dependencies of every process of the service, and closes them in order. */

import { join } from 'node:path';
import type { Config } from './config.ts';
import { FEATURES } from './features.ts';
import { type LocalIssuer, OAUTH_PREFIX, openLocalIssuer, useProofOnce } from './identity/index.ts';
import {
  type Authenticate,
  createAuthenticate,
  deriveSecret,
  externalIssuer,
  issuerWithKeys,
  type KeyPair,
  readKey,
  type Trust,
} from './platform/auth/index.ts';
import { openDatabase } from './platform/database/db.ts';
import { checkSchema } from './platform/database/migrations.ts';
import { reachingDatabase } from './platform/database/reaching.ts';
import type { AppDeps } from './platform/feature.ts';
import { type FileStore, openFileStore } from './platform/file-store/index.ts';
import type { Http } from './platform/http/index.ts';
import { newId } from './platform/ids.ts';
import { keepLawCache } from './platform/law/index.ts';
import { type Check, databaseChecks } from './platform/operation/health.ts';
import { startHeartbeat } from './platform/operation/heartbeat.ts';
import { JOURNAL_FIGURES } from './platform/operation/journal-figures.ts';
import type { Log } from './platform/operation/log.ts';
import { createMetrics, type Metrics, measureProcess } from './platform/operation/metrics.ts';
import { probeJournal, probeRoom, probeTables } from './platform/operation/probes.ts';
import { startLifecycle } from './platform/process/lifecycle.ts';
import { portError } from './platform/process/port.ts';
import type { Clock } from './platform/process/shared-clock.ts';
import { StartupError } from './platform/process/startup-error.ts';
import { createTasks } from './platform/process/task.ts';
import { openQueue, type Queue, type QueueServer } from './platform/queue/queue.ts';

export type ServiceConfig = Pick<
  Config,
  'province' | 'publicUrl' | 'http' | 'dataDir' | 'keysDir' | 'issuer' | 'exchange' | 'files' | 'fileStore' | 'guard'
> & {
  readonly db: Config['db'];
  readonly queueServer: QueueServer;
  /** The clock of the machine by default. */
  readonly clock?: Clock;
};

export type Service = {
  readonly deps: AppDeps;
  readonly queue: Queue;
  readonly metrics: Metrics;
  readonly authenticate: Authenticate;
  /** Issues tokens; absent when another issuer is configured. */
  readonly localIssuer: LocalIssuer | undefined;
  /** Without queue or sealing an API still records everything, and a worker does nothing. */
  readonly checks: (process: 'api' | 'worker') => readonly Check[];
};

/**
 * Steps of closing in order, each with its limit in milliseconds. Their sum is below the time that a container has to
 * end.
 */
const CLOSING = { http: 8_000, work: 8_000, queue: 3_000, pool: 2_000, postgres: 4_000 } as const;

type Part = keyof typeof CLOSING;
const PARTS = Object.keys(CLOSING) as Part[];

/** Adds a step of closing. */
export type AtEnd = (part: Part, close: () => unknown) => void;

function collectClosers() {
  const closers = new Map<Part, (() => unknown)[]>();
  const atEnd: AtEnd = (part, close) => void closers.set(part, [...(closers.get(part) ?? []), close]);
  const closePart = async (part: Part) => {
    await Promise.all((closers.get(part) ?? []).map((close) => close()));
    closers.delete(part);
  };
  return { atEnd, closePart };
}

/** Runs a process until a signal ends it. If the start fails, everything opened is closed. */
export async function runService(log: Log, start: (atEnd: AtEnd) => Promise<void>): Promise<void> {
  const { atEnd, closePart } = collectClosers();
  const lifecycle = startLifecycle(log);
  for (const name of PARTS) lifecycle.onShutdown({ name, limitMs: CLOSING[name], stop: () => closePart(name) });
  try {
    await start(atEnd);
  } catch (error) {
    for (const part of PARTS) await closePart(part).catch(() => undefined);
    throw error;
  }
}

/** Starts a service inside a process that continues after it. If the start fails, everything opened is closed. */
export async function startParts<Started>(start: (atEnd: AtEnd) => Promise<Started>) {
  const { atEnd, closePart } = collectClosers();
  const close = async () => {
    for (const part of PARTS) await closePart(part);
  };
  try {
    return { started: await start(atEnd), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens database, queue and keys. @throws StartupError when one of them is unusable */
export async function openService(name: string, config: ServiceConfig, log: Log, atEnd: AtEnd): Promise<Service> {
  const { user, plain } = await reachingDatabase(config.db.url, () => checkSchema(config.db.url));
  if (!plain)
    log.warn({ user }, 'this database user may do more than a service needs; docs/operations.md makes a plain one');
  // One after the other: when both keys are missing, the first is always the one reported.
  const issuerKey = await key(config, 'issuer');
  const exchangeKey = await key(config, 'exchange');
  const db = openDatabase({ url: config.db.url, poolMax: config.db.poolMax, applicationName: `leadloop-${name}` });
  atEnd('pool', () => db.$client.end());
  const clock = config.clock ?? (() => new Date());
  // The queue reports errors to the metrics; the metrics ask the queue for the number of waiting wake-ups.
  const queue: Queue = openQueue({
    ...config.queueServer,
    log,
    namespace: `leadloop-${config.province}`,
    onError: (_, about) => metrics.countQueueError(about),
  });
  const metrics = createMetrics(db, {
    clock,
    waiting: () => queue.countWaiting(),
    figures: [JOURNAL_FIGURES, ...FEATURES.flatMap(({ figures }) => figures ?? [])],
  });
  measureProcess(metrics);
  atEnd('queue', () => queue.close());
  const beat = (part: string, probe: () => Promise<unknown>) => {
    const heartbeat = startHeartbeat(part, probe, { log });
    atEnd('queue', heartbeat.stop);
    return heartbeat;
  };
  const beats = {
    queue: beat('queue', queue.probe),
    room: beat('room', probeRoom(db)),
    tables: beat('tables', probeTables(db)),
    journal: beat('journal', probeJournal(db)),
  };
  const seconds = config.exchange;
  const deps: AppDeps = {
    db,
    clock,
    newId,
    log,
    province: config.province,
    law: keepLawCache({ db, clock }),
    wake: queue.wake,
    wakeAll: queue.wakeAll,
    runTask: createTasks(config.db.url),
    exchangeKey,
    publicUrl: config.publicUrl ?? addressOf(config.http),
    files: {
      timeMs: config.files.timeSeconds * 1_000,
      memoryMb: config.files.memoryMb,
      parallel: config.files.parallel,
    },
    fileStore: fileStoreOf(config),
    exchange: {
      timeoutMs: seconds.timeoutSeconds * 1_000,
      sweepMs: seconds.sweepSeconds * 1_000,
      retryMaxMs: seconds.retryMaxSeconds * 1_000,
      partners: { http: seconds.partnerHttp, networks: seconds.partnerNetworks },
      unsigned: { envelopes: seconds.unsignedEnvelopes, kilobytes: seconds.unsignedKilobytes },
    },
  };
  const localIssuer = await localIssuerOf(config, deps, atEnd);
  const authenticate = createAuthenticate(
    {
      ...trustOf(config, issuerKey, localIssuer),
      proofs: { address: deps.publicUrl, useOnce: useProofOnce(deps) },
    },
    clock,
  );
  const checks = (process: 'api' | 'worker') => [
    ...databaseChecks(db),
    beats.room.check(true),
    beats.tables.check(false),
    beats.queue.check(process === 'worker'),
    beats.journal.check(process === 'worker'),
  ];
  return { deps, queue, metrics, authenticate, localIssuer, checks };
}

/** Opens the store of files, in a bucket if one is configured. */
function fileStoreOf({ dataDir, fileStore }: ServiceConfig): FileStore {
  const { folder = join(dataDir, 'files'), bucketUrl: url, region, keyId = '', keySecret = '', scanner } = fileStore;
  const timeoutMs = fileStore.timeoutSeconds * 1_000;
  return openFileStore({
    folder,
    ...(url !== undefined && { bucket: { url, region, keyId, keySecret, timeoutMs } }),
    ...(scanner !== undefined && { scanner: { scanner, timeoutMs } }),
  });
}

async function localIssuerOf(config: ServiceConfig, deps: AppDeps, atEnd: AtEnd): Promise<LocalIssuer | undefined> {
  const { elsewhere, audience } = config.issuer;
  if (elsewhere !== undefined) return undefined;
  const encryptionKey = await deriveSecret(`${config.keysDir}/issuer.json`, 'signing keys');
  const localIssuer = await openLocalIssuer({
    ...deps,
    issuer: deps.publicUrl + OAUTH_PREFIX,
    audience,
    encryptionKey,
  });
  atEnd('work', localIssuer.stop);
  return localIssuer;
}

/** Returns the trusted issuers: only the external one when configured; otherwise our own, for clients and `npm run token`. */
function trustOf({ issuer }: ServiceConfig, issuerKey: KeyPair, localIssuer: LocalIssuer | undefined): Trust {
  const { elsewhere, audience } = issuer;
  if (elsewhere !== undefined) return { issuers: [externalIssuer({ issuer: elsewhere, audience })] };
  const ours = issuerWithKeys(issuer, [issuerKey.publicJwk]);
  if (localIssuer === undefined) return { issuers: [ours] };
  const { trusted, isRevoked, isBlocked, refusal } = localIssuer;
  return { issuers: [ours, trusted], isRevoked, isBlocked, refusal };
}

/** Listens and returns the address. @throws StartupError when the port is not available */
export async function listen(http: Http, at: { host: string; port: number }, variable: string): Promise<string> {
  try {
    return await http.listen(at);
  } catch (error) {
    throw portError(error, { ...at, variable });
  }
}

function addressOf({ host, port }: { readonly host: string; readonly port: number }): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

async function key({ keysDir }: Pick<Config, 'keysDir'>, name: 'issuer' | 'exchange'): Promise<KeyPair> {
  const file = `${keysDir}/${name}.json`;
  const found = await readKey(file);
  if (!found)
    throw new StartupError({
      en: `The key file ${file} is missing; run "npm run migrate", which makes it.`,
      zh: `缺少密钥文件 ${file}；请执行 npm run migrate 创建。`,
    });
  return found;
}
