/** `npm run migrate`: prepares the schema of the database, the months of the journal, and the keys. Safe to repeat. */
import { loadDatabaseConfig, loadLanguage } from './config.ts';
import { ensureKey } from './platform/auth/index.ts';
import { openDatabase } from './platform/database/db.ts';
import { migrateDatabase } from './platform/database/migrations.ts';
import { reachingDatabase } from './platform/database/reaching.ts';
import { prepareMonths } from './platform/journal/index.ts';
import { createLog } from './platform/operation/log.ts';
import { run } from './platform/process/lifecycle.ts';
import { migrateQueue } from './platform/queue/queue.ts';

export type PrepareOptions = {
  readonly url: string;
  readonly keysDir: string;
  /** Set when the queues use the same database. */
  readonly withQueue?: boolean;
};

export async function prepare({ url, keysDir, withQueue }: PrepareOptions): Promise<void> {
  await reachingDatabase(url, () => migrateDatabase(url));
  if (withQueue) await migrateQueue(url);
  const db = openDatabase({ url, poolMax: 1, applicationName: 'leadloop-migrate' });
  try {
    await prepareMonths(db, new Date());
  } finally {
    await db.$client.end();
  }
  await Promise.all([ensureKey(`${keysDir}/issuer.json`), ensureKey(`${keysDir}/exchange.json`)]);
}

if (import.meta.main) {
  await run(async () => {
    const { db, keysDir, logLevel } = loadDatabaseConfig();
    const log = createLog({ level: logLevel ?? 'info', name: 'migrate' });
    await prepare({ url: db.url, keysDir });
    log.info('the database and the keys are ready');
  }, loadLanguage());
}
