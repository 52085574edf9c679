/**
 * The stand-in of the national system as a process of its own.
 *
 * npm run national -- (--database-url postgres://… | --data <folder>) --keys <folder> [--host 127.0.0.1]
 *   [--port 8470] [--province 45=http://127.0.0.1:8450]…
 *
 * With --data it brings its own PostgreSQL along, which keeps its data in that folder.
 */
import { join } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { loadLanguage } from '../config.ts';
import { ensureKey } from '../platform/auth/index.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { createLog, toStandardError } from '../platform/operation/log.ts';
import { run, startLifecycle } from '../platform/process/lifecycle.ts';
import { optionFault } from '../platform/process/option-fault.ts';
import { followClock } from '../platform/process/shared-clock.ts';
import { StartupError } from '../platform/process/startup-error.ts';
import { keepProvinces } from './provinces.ts';
import { createNational } from './server.ts';
import { openStore } from './store.ts';

const OPTIONS = {
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8470' },
  'database-url': { type: 'string' },
  data: { type: 'string' },
  keys: { type: 'string', default: './.leadloop/national' },
  province: { type: 'string', multiple: true },
  'clock-file': { type: 'string' },
} satisfies ParseArgsOptionsConfig;

await run(async () => {
  const { values } = readArguments();
  const log = createLog({ level: 'info', name: 'national', to: toStandardError() });
  const database = await openDatabase(values);
  const { url } = database;
  const pool = await openStore(url).catch((error: Error) => {
    throw new StartupError(
      {
        en: `The database of the stand-in cannot be used: ${error.message}.`,
        zh: `国家系统模拟端的数据库无法使用。系统提示：“${error.message}”`,
      },
      { cause: error },
    );
  });
  const provinces = keepProvinces(pool);
  const file = values['clock-file'];
  const clock = file === undefined ? () => new Date() : followClock(file);
  const key = await ensureKey(`${values.keys}/national.json`);
  const http = await createNational({ pool, key, provinces, clock }, log);
  const lifecycle = startLifecycle(log);
  lifecycle.onShutdown({ name: 'http', limitMs: 8_000, stop: () => http.close() });
  lifecycle.onShutdown({ name: 'pool', limitMs: 2_000, stop: () => pool.end() });
  lifecycle.onShutdown({ name: 'postgres', limitMs: 20_000, stop: database.stop });
  for (const province of values.province ?? []) {
    const [, code, baseUrl] = /^([1-8]\d)=(https?:\/\/.+)$/.exec(province) ?? [];
    if (code === undefined || baseUrl === undefined) {
      throw new StartupError({
        en: `Name a province as --province 45=http://host:port, not as ${province}.`,
        zh: `请按 --province 45=http://host:port 的形式指定省份，而非 ${province}。`,
      });
    }
    await provinces.register(code, baseUrl);
  }
  const address = await http.listen({ host: values.host, port: Number(values.port) }).catch((error: Error) => {
    throw new StartupError({
      en: `The stand-in cannot listen on ${values.host}, port ${values.port}: ${error.message}.`,
      zh: `国家系统模拟端无法监听 ${values.host} 的端口 ${values.port}。系统提示：“${error.message}”`,
    });
  });
  log.info({ address }, 'the stand-in of the national system is ready');
}, loadLanguage());

type Database = { readonly url: string; readonly stop: () => Promise<void> };

async function openDatabase(values: ReturnType<typeof readArguments>['values']): Promise<Database> {
  const { 'database-url': url, data } = values;
  if (url !== undefined) return { url, stop: async () => undefined };
  if (data === undefined) {
    throw new StartupError({
      en: 'Name the database of the stand-in with --database-url postgres://…, or a folder with --data.',
      zh: '请用 --database-url postgres://… 指定国家系统模拟端的数据库，或用 --data 指定目录。',
    });
  }
  return startEmbeddedPostgres({
    folder: join(data, 'postgres'),
    // Acknowledged messages are stored, so none is lost: the supervisor starts the process again.
    onExit: () => process.exit(1),
  });
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS });
  } catch (error) {
    throw new StartupError(optionFault(error));
  }
}
