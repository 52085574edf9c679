/** The configuration: every variable, its default and its meaning. The only place that reads the environment. */
import { join } from 'node:path';
import { z } from 'zod';
import { exchangeSettings } from './config/exchange-settings.ts';
import { fileStoreSettings } from './config/file-settings.ts';
import { guardSettings } from './config/guard-settings.ts';
import { amount, port, seconds, variable, words } from './config/variable.ts';
import { type Bilingual, LANGUAGES, type Language } from './core/messages/language.ts';
import { terminalLanguage } from './core/messages/terminal.ts';
import { StartupError } from './platform/process/startup-error.ts';

const databaseUrl = variable(z.url({ protocol: /^postgres(ql)?$/ }).max(2_000), 'DATABASE_URL', {
  means: 'PostgreSQL 18 to use; needed by api, worker and migrate; npm start brings its own when it is unset',
  must: {
    en: 'must be set to the address of a database, such as postgres://user:password@host:5432/leadloop',
    zh: '须为数据库地址，例如 postgres://user:password@host:5432/leadloop',
  },
});

const ownerUrl = variable(z.url({ protocol: /^postgres(ql)?$/ }).max(2_000), 'LEADLOOP_OWNER_URL', {
  means:
    'The database of DATABASE_URL as the owner of its tables, for migrate and npm start, which then make the user of DATABASE_URL; default: DATABASE_URL, whose user then owns the tables',
  must: {
    en: 'must be the address of the same database with the user that owns its tables',
    zh: '须为同一数据库、以数据表所有者登录的地址',
  },
});

const redisUrl = variable(z.url({ protocol: /^rediss?$/ }).max(2_000), 'REDIS_URL', {
  means: 'Redis with maxmemory-policy noeviction; needed by api and worker',
  must: {
    en: 'must be set to the address of a Redis, such as redis://host:6379',
    zh: '须为 Redis 地址，例如 redis://host:6379',
  },
});

/** `npm start`: brings its own engines where no others are named. */
const LocalSettings = z.object({
  province: variable(
    z
      .string()
      .regex(/^[1-9]\d$/)
      .default('45'),
    'LEADLOOP_PROVINCE',
    {
      means: 'Province this service works for, GB/T 2260 code of two digits',
      must: {
        en: 'must be a GB/T 2260 code of two digits, such as 45',
        zh: '须为两位的省份代码（GB/T 2260），例如 45',
      },
    },
  ),
  publicUrl: variable(
    z
      .url({ protocol: /^https?$/ })
      .max(1_000)
      .optional(),
    'LEADLOOP_PUBLIC_URL',
    {
      means: 'Address at which others reach the API, sent to partners; default: the address on which the API listens',
      must: {
        en: 'must be an http or https address without a path, such as https://leadloop.example.org',
        zh: '须为不含路径的 http 或 https 地址，例如 https://leadloop.example.org',
      },
    },
  ),
  http: z.object({
    host: words('LEADLOOP_HOST', '127.0.0.1', 'Address api and worker listen on'),
    port: port('LEADLOOP_PORT', 8450, 'Port of the API; 0 takes a free one'),
    workerPort: port('LEADLOOP_WORKER_PORT', 8451, 'Port of the health and metrics of a worker; 0 takes a free one'),
    metricsHost: words('LEADLOOP_METRICS_HOST', '127.0.0.1', 'Address on which the API shows its metrics'),
    metricsPort: variable(z.coerce.number().int().min(0).max(65_535).optional(), 'LEADLOOP_METRICS_PORT', {
      means: 'Port of the metrics of the API; default: 8452, and with npm start a free one; 0 takes a free one',
      must: { en: 'must be a whole number from 0 to 65535', zh: '须为 0 至 65535 的整数' },
    }),
  }),
  db: z.object({
    url: databaseUrl.optional(),
    ownerUrl: ownerUrl.optional(),
    poolMax: variable(z.coerce.number().int().min(2).max(50).default(6), 'LEADLOOP_POOL_MAX', {
      means: 'Database connections of one process; more than six on two database cores lose throughput',
      must: { en: 'must be a whole number from 2 to 50', zh: '须为 2 至 50 的整数' },
    }),
  }),
  queue: z.object({
    backend: variable(z.enum(['redis', 'postgres']).default('postgres'), 'LEADLOOP_QUEUE', {
      means: 'Backend of the queues of npm start, postgres or redis; api and worker always use redis',
      must: { en: 'must be redis or postgres', zh: '须为 redis 或 postgres' },
    }),
    redisUrl: redisUrl.optional(),
  }),
  keysDir: variable(z.string().max(1_000).optional(), 'LEADLOOP_KEYS_DIR', {
    means: 'Folder of the key files issuer.json and exchange.json; default: keys in LEADLOOP_DATA_DIR',
    must: { en: 'must be at most 1000 characters long', zh: '不得超过 1000 个字符' },
  }),
  dataDir: words(
    'LEADLOOP_DATA_DIR',
    './.leadloop',
    'Folder for what this installation keeps itself: keys, and with npm start the database',
  ),
  issuer: z.object({
    issuer: words('LEADLOOP_ISSUER', 'urn:leadloop:issuer', 'Issuer (iss) that access tokens must name'),
    audience: words('LEADLOOP_AUDIENCE', 'urn:leadloop:api', 'Audience (aud) that access tokens must name'),
    elsewhere: variable(
      z
        .url({ protocol: /^https?$/ })
        .max(1_000)
        .optional(),
      'OIDC_ISSUER',
      {
        means:
          'Identity provider whose tokens alone are accepted; default: this service issues tokens, under /oidc and by npm run token',
        must: {
          en: 'must be the http or https address of an OpenID Connect issuer, such as https://id.example.org',
          zh: '须为 OpenID Connect 签发方的 http 或 https 地址，例如 https://id.example.org',
        },
      },
    ),
  }),
  exchange: exchangeSettings({ http: 'true', networks: '127.0.0.0/8,::1' }),
  files: z.object({
    timeSeconds: seconds('LEADLOOP_FILE_TIME', 15, 'Processor time for reading one imported file, in seconds'),
    memoryMb: amount('LEADLOOP_FILE_MEMORY', 160, 'Memory for reading one imported file, in MiB', [64, 4_096]),
    parallel: amount('LEADLOOP_FILE_PARALLEL', 2, 'Imported files that one process reads at once', [1, 16]),
  }),
  fileStore: fileStoreSettings,
  guard: guardSettings,
  language: variable(z.enum(LANGUAGES).optional(), 'LEADLOOP_LANGUAGE', {
    means: 'Language of texts on the terminal, en or zh; default: that of LC_ALL, LC_MESSAGES or LANG, else en',
    must: { en: 'must be en or zh', zh: '须为 en 或 zh' },
  }),
  logLevel: variable(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
    'LEADLOOP_LOG_LEVEL',
    {
      means:
        'Lowest level that is logged: fatal, error, warn, info, debug, trace or silent; default: info, and warn with npm start',
      must: {
        en: 'must be fatal, error, warn, info, debug, trace or silent',
        zh: '须为 fatal、error、warn、info、debug、trace 或 silent',
      },
    },
  ),
});

/** migrate: the database is given. */
const DatabaseSettings = LocalSettings.extend({
  db: LocalSettings.shape.db.extend({ url: databaseUrl }),
  exchange: exchangeSettings({ http: 'false', networks: '' }),
});

/** api and worker: the engines are given. BullMQ's PostgreSQL backend is not offered here. */
const Settings = DatabaseSettings.extend({
  queue: z.object({
    backend: variable(z.enum(['redis']).default('redis'), 'LEADLOOP_QUEUE', {
      means: 'Backend of the queues',
      must: {
        en: 'must be redis or unset: queues on PostgreSQL are for npm start only',
        zh: '须为 redis 或不设置；PostgreSQL 队列仅供 npm start 使用',
      },
    }),
    redisUrl,
  }),
});

type Settled<Schema extends typeof LocalSettings | typeof DatabaseSettings | typeof Settings> = Readonly<
  Omit<z.output<Schema>, 'keysDir'> & { keysDir: string }
>;

export type Config = Settled<typeof Settings>;
export type DatabaseConfig = Settled<typeof DatabaseSettings>;
export type LocalConfig = Settled<typeof LocalSettings>;

/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** For api and worker. @throws StartupError that names every variable at fault and what it must be */
export function loadConfig(env: Environment = process.env): Config {
  return load(Settings, env);
}

/** For migrate. @throws StartupError that names every variable at fault and what it must be */
export function loadDatabaseConfig(env: Environment = process.env): DatabaseConfig {
  return load(DatabaseSettings, env);
}

/** For `npm start`. @throws StartupError that names every variable at fault and what it must be */
export function loadLocalConfig(env: Environment = process.env): LocalConfig {
  return load(LocalSettings, env);
}

/** The language of texts on the terminal; never fails, because it is also that of the faults of the configuration. */
export const loadLanguage = (env: Environment = process.env): Language => terminalLanguage(env);

/** Returns how a command is started, as its help shows it: through npm, or by its own name, as in a container. */
export const programName = (name: string, env: Environment = process.env): string =>
  env.npm_command === undefined ? name : `npm run ${name} --`;

/** One variable as docs/configuration.md shows it. `preset` is the default; undefined without one. */
export type Variable = { readonly name: string; readonly means: string; readonly preset: string | undefined };

/** All variables, in their order. */
export function variables(): Variable[] {
  return leavesOf(LocalSettings).map(({ leaf, name, means }) => {
    const preset = leaf.safeParse(undefined).data;
    return { name, means, preset: preset === undefined ? undefined : String(preset) };
  });
}

type Leaf = { path: string[]; leaf: z.ZodType; name: string; means: string; must: Bilingual };

function leavesOf(schema: z.ZodType, path: string[] = []): Leaf[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.ZodType>(schema.shape).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
  }
  const named = schema.meta() ?? (schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType).meta() : undefined);
  const described = z
    .object({ variable: z.string(), means: z.string(), must: z.object({ en: z.string(), zh: z.string() }) })
    .parse(named);
  return [{ path, leaf: schema, name: described.variable, means: described.means, must: described.must }];
}

function load<Output extends { keysDir?: string | undefined; dataDir: string }>(
  schema: z.ZodType<Output>,
  env: Environment,
): Output & { keysDir: string } {
  const leaves = leavesOf(schema);
  const result = schema.safeParse(nest(leaves, env));
  if (result.success) {
    const { data } = result;
    return freeze({ ...data, keysDir: data.keysDir ?? join(data.dataDir, 'keys') });
  }
  const faulty = new Set(result.error.issues.map((issue) => issue.path.join('.')));
  const wrong = leaves.filter(({ path }) => faulty.has(path.join('.')));
  throw new StartupError({
    en: `The configuration is not usable: ${wrong.map(({ name, must }) => `${name} ${must.en}`).join('; ')}.`,
    zh: `配置无法使用：${wrong.map(({ name, must }) => `${name} ${must.zh}`).join('；')}。`,
  });
}

/** An empty variable counts as one that is not set. */
function nest(leaves: readonly Leaf[], env: Environment): object {
  const root: Record<string, Record<string, string> | string> = {};
  for (const { path, name } of leaves) {
    const [group = '', key] = path;
    const value = env[name]?.trim();
    if (key === undefined) {
      if (value) root[group] = value;
      continue;
    }
    const inner = root[group];
    root[group] = { ...(typeof inner === 'object' && inner), ...(value && { [key]: value }) };
  }
  return root;
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
