/** `npm start`: the API and the worker in one process, with a PostgreSQL of their own. */
import { existsSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveApi } from './api.ts';
import { type LocalConfig, loadLanguage, loadLocalConfig } from './config.ts';
import { PROVINCE_OFFICE_ROLES } from './core/access/roles.ts';
import { PROVINCES } from './core/identifiers/provinces.ts';
import type { Bilingual, Language } from './core/messages/language.ts';
import { MISSING_LOGIN, prepare } from './migrate.ts';
import { ensureKey, signToken } from './platform/auth/index.ts';
import { passes } from './platform/database/outage.ts';
import { withFreshLogin } from './platform/database/service-login.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.ts';
import { ENDED } from './platform/embedded-postgres/exit-reason.ts';
import { newId } from './platform/ids.ts';
import { createLog, type Log, toStandardError } from './platform/operation/log.ts';
import { requireWritable } from './platform/process/folder.ts';
import { run } from './platform/process/lifecycle.ts';
import { freePort, requireFreePort } from './platform/process/port.ts';
import { type Clock, followClock } from './platform/process/shared-clock.ts';
import { StartupError } from './platform/process/startup-error.ts';
import type { QueueServer } from './platform/queue/queue.ts';
import { startSandbox, stopSandbox } from './sandbox.ts';
import { type AtEnd, openService, runService } from './service.ts';
import { startWork } from './worker.ts';

const FIRST_TOKEN_SECONDS = 12 * 3_600;

/** Facts of a running local service for the program that started it; without the token also in `ready.json` of the data folder. */
type Ready = {
  readonly url: string;
  readonly docs: string;
  readonly province: string;
  /** Token of the province office (regulator and administrator), valid for twelve hours. Null under OIDC_ISSUER. */
  readonly token: string | null;
  /** Address of the metrics. */
  readonly metrics: string;
  readonly databaseUrl: string;
  /** Address of the sandbox of the national system; null without it. */
  readonly national: string | null;
  readonly pid: number;
};

export type LocalOptions = LocalConfig & {
  /** Brings a sandbox of the national system along, unless a database is given. */
  readonly withNational: boolean;
  readonly clock: Clock;
  /** Shows what takes long. */
  readonly say: (sentence: Bilingual) => void;
};

/** Starts the API, the worker and, unless one is given, a database in this process. */
export async function startLocal(config: LocalOptions, log: Log, atEnd: AtEnd): Promise<Ready> {
  const { host, port } = config.http;
  // Before anything is written: a port that is taken must not leave a database behind.
  await requireFreePort(host, port, 'LEADLOOP_PORT');
  await requireWritable(config.dataDir);
  const { url: serviceUrl, ownerUrl = serviceUrl } = config.db;
  if (serviceUrl !== undefined && ownerUrl !== undefined)
    return serve(config, { serviceUrl, ownerUrl }, { log, atEnd });
  if (!existsSync(join(config.dataDir, 'postgres', 'data'))) config.say(FIRST_START);
  const postgres = await startDatabase(config.dataDir, log, atEnd);
  try {
    return await serve(
      config,
      { serviceUrl: withFreshLogin(postgres.url, SERVICE_USER), ownerUrl: postgres.url },
      { log, atEnd },
    );
  } catch (error) {
    // Reports a failure that the lost database caused as the loss of the database.
    throw passes(error) && (await postgres.hasEnded()) ? new StartupError(ENDED, { cause: error }) : error;
  }
}

const FIRST_START: Bilingual = {
  en: 'Preparing the database. This happens once and takes about ten seconds …',
  zh: '正在准备数据库，仅首次启动时进行，约需十秒……',
};

const SERVICE_USER = 'leadloop_local';

type Urls = { readonly serviceUrl: string; readonly ownerUrl: string };
type Surroundings = { readonly log: Log; readonly atEnd: AtEnd };

async function serve(
  config: LocalOptions,
  { serviceUrl: url, ownerUrl }: Urls,
  { log, atEnd }: Surroundings,
): Promise<Ready> {
  // A killed run leaves this file. Until the database has started, the folder may still belong to another run.
  await rm(join(config.dataDir, 'ready.json'), { force: true });
  const queueServer = queueServerOf(config, url);
  const missing = await prepare({
    ...{ ownerUrl, serviceUrl: url, keysDir: config.keysDir },
    withQueue: 'postgresUrl' in queueServer,
  });
  if (missing !== undefined) log.warn({ missing }, MISSING_LOGIN);
  const port = config.http.port === 0 ? await freePort() : config.http.port;
  const settings = { ...config, db: { ...config.db, url }, http: { ...config.http, port }, queueServer };
  const service = await openService('local', settings, log, atEnd);
  const { address, metrics } = await serveApi(service, settings, atEnd);
  const national = hasSandbox(config)
    ? await startSandbox({ deps: service.deps, address, ownerUrl, keysDir: config.keysDir }, atEnd)
    : null;
  if (national === null) await stopSandbox({ deps: service.deps, keysDir: config.keysDir });
  await startWork(service, atEnd);
  const { province } = config;
  const token = await firstToken(config);
  const ready = {
    url: address,
    docs: `${address}/docs`,
    province,
    token,
    metrics,
    databaseUrl: url,
    national,
    pid: process.pid,
  };
  await writeReadyFile(config.dataDir, ready, atEnd);
  return ready;
}

/** A given database is left as it is, so the sandbox has no place for its records there. */
const hasSandbox = ({ db, withNational }: LocalOptions): boolean => withNational && db.url === undefined;

async function startDatabase(dataDir: string, log: Log, atEnd: AtEnd): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({
    folder: join(dataDir, 'postgres'),
    onLog: (line) => log.debug({ line }, 'postgres'),
    onNotice: (sentence) => process.stderr.write(`${sentence[loadLanguage()]}\n`),
    onExit: () => {
      process.stderr.write(`${ENDED[loadLanguage()]}\n`);
      process.exit(1);
    },
  });
  atEnd('postgres', () => postgres.stop());
  return postgres;
}

function queueServerOf({ queue }: LocalConfig, postgresUrl: string): QueueServer {
  if (queue.backend === 'postgres') return { postgresUrl };
  if (queue.redisUrl === undefined)
    throw new StartupError({
      en: 'LEADLOOP_QUEUE is redis, so REDIS_URL must be set.',
      zh: 'LEADLOOP_QUEUE 为 redis 时，须设置 REDIS_URL。',
    });
  return { redisUrl: queue.redisUrl };
}

async function firstToken({ keysDir, issuer, clock }: LocalOptions): Promise<string | null> {
  // A token of ours would be rejected: only tokens of that issuer are accepted.
  if (issuer.elsewhere !== undefined) return null;
  const key = await ensureKey(`${keysDir}/issuer.json`);
  const grant = { subject: 'first-authority', roles: PROVINCE_OFFICE_ROLES, ttlSeconds: FIRST_TOKEN_SECONDS };
  return signToken(issuer, key, grant, clock(), newId());
}

/**
 * Writes the file for commands. It exists only while the service runs, but also after a crash: so it holds no token, and
 * its database address only the password of this run.
 */
async function writeReadyFile(dataDir: string, { token: _, ...ready }: Ready, atEnd: AtEnd): Promise<void> {
  const file = join(dataDir, 'ready.json');
  await writeFile(file, `${JSON.stringify(ready)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  atEnd('http', () => rm(file, { force: true }));
}

/** Returns the text shown after the start. */
export function welcome({ province, ...ready }: Ready, issuer: string | undefined, language: Language): string {
  return WELCOME[language]({ ...ready, province: PROVINCES[province]?.[language] ?? province, issuer });
}

type Shown = Pick<Ready, 'url' | 'docs' | 'province' | 'token' | 'national'> & { readonly issuer: string | undefined };

const WELCOME: Readonly<Record<Language, (shown: Shown) => string>> = {
  en: ({ url, docs, province, token, issuer, national }) => `
Leadloop, province ${province}, is ready.

  Address        ${url}
  Description    ${docs}
  Numbers        ${national === null ? 'of manifests, by the national system that is registered, if any' : `of manifests, by a sandbox of the national system (${national}); they have no legal effect`}
${
  token === null
    ? `  Tokens         of ${issuer} alone
`
    : `  First token    the province office (regulator and administrator), 12 hours:

OFFICE=${token}

Set it as above and try:

  curl -H "Authorization: Bearer $OFFICE" ${url}/v1/parties

A first batch and a first manifest: README.md. Tokens of organisations: npm run token -- --help`
}
Ctrl-C ends it; the data stays in its folder.
`,
  zh: ({ url, docs, province, token, issuer, national }) => `
Leadloop 已就绪，所属省份：${province}。

  服务地址       ${url}
  接口文档       ${docs}
  联单编号       ${national === null ? '由国家系统签发（登记国家系统后方可取得）' : `由国家系统模拟端 ${national} 签发，不具法律效力`}
${
  token === null
    ? `  令牌           仅接受 ${issuer} 签发的令牌
`
    : `  首个令牌       省级主管部门（监管人员兼管理员），12 小时内有效：

OFFICE=${token}

设置该变量后可执行：

  curl -H "Authorization: Bearer $OFFICE" ${url}/v1/parties

登记首个批次和首份联单，见 README.zh-CN.md；单位的令牌见 npm run token -- --help。`
}
按 Ctrl-C 停止；数据保留在数据目录中。
`,
};

if (import.meta.main) {
  await run(async () => {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        'without-national': { type: 'boolean', default: false },
        'clock-file': { type: 'string' },
      },
    });
    const say = (sentence: Bilingual) => values.json || process.stderr.write(`${sentence[loadLanguage()]}\n`);
    const file = values['clock-file'];
    const clock = file === undefined ? () => new Date() : followClock(file);
    const config = { ...loadLocalConfig(), withNational: !values['without-national'], clock, say };
    const log = createLog({ level: config.logLevel ?? 'warn', name: 'local', to: toStandardError() });
    await runService(log, async (atEnd) => {
      const ready = await startLocal(config, log, atEnd);
      const text = () => welcome(ready, config.issuer.elsewhere, loadLanguage());
      process.stdout.write(values.json ? `${JSON.stringify(ready)}\n` : text());
    });
  }, loadLanguage());
}
