/** One province in the production form: PostgreSQL, Redis, an api and two workers, each a process that can be killed. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PROVINCE_OFFICE_ROLES } from '../../src/core/access/roles.ts';
import { prepare } from '../../src/migrate.ts';
import { ensureKey, signToken } from '../../src/platform/auth/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { freePort } from '../../src/platform/process/port.ts';
import { serviceLogin } from '../setup/servers.ts';
import { startPostgres, startRedis } from './engines.ts';
import { type Part, startPart } from './part.ts';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
const ISSUER = { issuer: 'urn:leadloop:issuer', audience: 'urn:leadloop:api' };

export type Province = {
  readonly code: string;
  readonly url: string;
  /** Address of the database as its owner, for the checker and for ending single sessions. */
  readonly databaseUrl: string;
  readonly parts: readonly Part[];
  readonly token: (partyId?: string) => Promise<string>;
};

export async function startProvince(code: string, folder: string): Promise<Province> {
  const [postgres, redis] = [
    await startPostgres(`postgres-${code}`, folder),
    await startRedis(`redis-${code}`, folder),
  ];
  const keysDir = join(folder, `keys-${code}`);
  const serviceUrl = serviceLogin(postgres.url);
  await prepare({ ownerUrl: postgres.url, serviceUrl, keysDir });
  const port = await freePort();
  const env = {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME, LEADLOOP_PROVINCE: code, LEADLOOP_KEYS_DIR: keysDir },
    ...{ LEADLOOP_LOG_LEVEL: 'warn', LEADLOOP_PORT: String(port), LEADLOOP_WORKER_PORT: '0' },
    ...{ LEADLOOP_METRICS_PORT: '0' },
    ...{ LEADLOOP_PARTNER_HTTP: 'true', LEADLOOP_PARTNER_NETWORKS: '127.0.0.0/8' },
    ...{ DATABASE_URL: serviceUrl, REDIS_URL: redis.url },
  };
  const start = (entry: 'api' | 'worker', name: string) =>
    startPart({
      ...{ name: `${name}-${code}`, command: process.execPath, args: [`${SOURCES}${entry}.ts`] },
      ...{ env, logFile: join(folder, `${name}-${code}.log`) },
    });
  const parts = [
    start('api', 'api'),
    start('worker', 'worker-1'),
    start('worker', 'worker-2'),
    postgres.part,
    redis.part,
  ];
  const url = `http://127.0.0.1:${port}`;
  await ready(url);
  const key = await ensureKey(`${keysDir}/issuer.json`);
  return {
    ...{ code, url, databaseUrl: postgres.url, parts },
    token: (partyId) => {
      const roles = partyId === undefined ? PROVINCE_OFFICE_ROLES : (['enterprise_manager'] as const);
      return signToken(ISSUER, key, { subject: 'faults', roles, partyId, ttlSeconds: 7_200 }, new Date(), newId());
    },
  };
}

/** Starts the stand-in of the national system. No fault strikes it, because that system is not ours. */
export async function startNational(provinces: readonly Province[], folder: string) {
  const postgres = await startPostgres('postgres-national', folder);
  const port = await freePort();
  const known = provinces.flatMap(({ code, url }) => ['--province', `${code}=${url}`]);
  const args = [
    '--database-url',
    postgres.url,
    '--keys',
    join(folder, 'keys-national'),
    '--port',
    String(port),
    ...known,
  ];
  const part = startPart({
    ...{ name: 'national', command: process.execPath, args: [`${SOURCES}national-standin/main.ts`, ...args] },
    ...{ env: process.env, logFile: join(folder, 'national.log') },
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(url);
  return { url, databaseUrl: postgres.url, parts: [part, postgres.part] };
}

/** Waits until a system says that it is ready. @throws Error after a minute */
async function ready(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`${url} is not ready`);
}
