/** `npm run openapi`: writes the descriptions of the API and of the exchange's messages to openapi/. Needs no servers. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createApi } from './app.ts';
import { describeMessages } from './exchange/index.ts';
import { openDatabase } from './platform/database/db.ts';
import type { AppDeps } from './platform/feature.ts';
import { openFileStore } from './platform/file-store/index.ts';
import { createLog } from './platform/operation/log.ts';
import { createMetrics } from './platform/operation/metrics.ts';
import { run } from './platform/process/lifecycle.ts';

export const OPENAPI_FILE = fileURLToPath(new URL('../openapi/leadloop.json', import.meta.url));

export const MESSAGES_FILE = fileURLToPath(new URL('../openapi/exchange-messages.json', import.meta.url));

/** Returns the schemas of messages between authorities as text. */
export const describeExchange = (): string => `${JSON.stringify(describeMessages(), null, 2)}\n`;

/** Returns the description as text. Routes are registered and never called, so their dependencies are missing. */
export async function describeRoutes(): Promise<string> {
  const log = createLog({ level: 'silent', name: 'openapi' });
  const db = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' });
  const unused = async () => {
    throw new Error('the description needs no engine');
  };
  const deps: AppDeps = {
    db,
    log,
    clock: () => new Date(0),
    newId: () => '',
    province: '45',
    law: unused,
    wake: unused,
    wakeAll: unused,
    runTask: unused,
    exchangeKey: { kid: '', privateKey: {} as AppDeps['exchangeKey']['privateKey'], publicJwk: {} },
    publicUrl: '',
    fileStore: openFileStore({ folder: '' }),
    files: { timeMs: 60_000, memoryMb: 160, parallel: 2 },
    exchange: { timeoutMs: 0, sweepMs: 0, retryMaxMs: 0 },
  };
  const http = await createApi(deps, { authenticate: unused, log, metrics: createMetrics(db), checks: [] });
  const text = `${JSON.stringify(http.swagger(), null, 2)}\n`;
  await http.close();
  await db.$client.end();
  return text;
}

if (import.meta.main) {
  await run(async () => {
    await writeFile(OPENAPI_FILE, await describeRoutes());
    await writeFile(MESSAGES_FILE, describeExchange());
  });
}
