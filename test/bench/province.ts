/** One province as it runs in production: durable PostgreSQL, Redis, api and worker as processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PROVINCE_OFFICE_ROLES } from '../../src/core/access/roles.ts';
import { prepare } from '../../src/migrate.ts';
import { ensureKey, signToken } from '../../src/platform/auth/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { freePort } from '../../src/platform/process/port.ts';
import { type Guardian, guard } from '../setup/guardian.ts';
import { startTestPostgres } from '../setup/postgres-server.ts';
import { serviceLogin } from '../setup/servers.ts';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
const ISSUER = { issuer: 'urn:leadloop:issuer', audience: 'urn:leadloop:api' };
/** Settings of a database server of this size; none of them trades safety for speed. */
const SETTINGS = { shared_buffers: '1GB', max_wal_size: '4GB', synchronous_commit: 'on' };

export type Province = {
  readonly code: string;
  readonly url: string;
  readonly metricsUrl: string;
  readonly databaseUrl: string;
  /** A token for an organisation, or for the authority without one. */
  readonly token: (partyId?: string) => Promise<string>;
  readonly post: <Answer>(path: string, body: unknown, token: string) => Promise<Answer>;
  readonly startWorker: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startProvince(code: string, redisUrl: string): Promise<Province> {
  const folder = await mkdtemp(join(tmpdir(), 'leadloop-bench-'));
  const postgres = await startTestPostgres({ durable: true, settings: SETTINGS });
  const keysDir = join(folder, 'keys');
  const serviceUrl = serviceLogin(postgres.url);
  await prepare({ ownerUrl: postgres.url, serviceUrl, keysDir });
  const [port, metricsPort] = [await freePort(), await freePort()];
  const env = {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME },
    ...{ LEADLOOP_PROVINCE: code, LEADLOOP_KEYS_DIR: keysDir, LEADLOOP_LOG_LEVEL: 'warn' },
    ...{ LEADLOOP_PARTNER_HTTP: 'true', LEADLOOP_PARTNER_NETWORKS: '127.0.0.0/8' },
    ...{ LEADLOOP_PORT: String(port), LEADLOOP_WORKER_PORT: '0', LEADLOOP_METRICS_PORT: String(metricsPort) },
    ...{ DATABASE_URL: serviceUrl, REDIS_URL: redisUrl },
  };
  const children = [startProcess('api', env)];
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/readyz`);
  const key = await ensureKey(`${keysDir}/issuer.json`);
  return {
    code,
    url,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    databaseUrl: postgres.url,
    token: (partyId) => {
      const roles = partyId === undefined ? PROVINCE_OFFICE_ROLES : (['enterprise_manager'] as const);
      return signToken(ISSUER, key, { subject: 'bench', roles, partyId, ttlSeconds: 3_600 }, new Date(), newId());
    },
    post: (path, body, token) => post(`${url}${path}`, body, token),
    startWorker: async () => {
      children.push(startProcess('worker', env));
    },
    stop: async () => {
      await Promise.all(children.map(stopProcess));
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Running = { readonly child: ChildProcess; readonly guardian: Guardian | undefined };

/** Starts a process of the service. A guardian ends it when this process is killed. */
function startProcess(name: string, env: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, [`${SOURCES}${name}.ts`], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return { child, guardian: child.pid === undefined ? undefined : guard(child.pid) };
}

async function stopProcess({ child, guardian }: Running): Promise<void> {
  guardian?.dismiss();
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

export async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const ready = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(50);
  }
  throw new Error(`${url} does not answer`);
}

async function post<Answer>(url: string, body: unknown, token: string): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': newId() },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
