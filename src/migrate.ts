/** `npm run migrate`: prepares the schema of the database, the months of the journal, and the keys. Safe to repeat. */
import { loadDatabaseConfig, loadLanguage } from './config.ts';
import { ensureKey } from './platform/auth/index.ts';
import { openDatabase } from './platform/database/db.ts';
import { migrateDatabase } from './platform/database/migrations.ts';
import { reachingDatabase } from './platform/database/reaching.ts';
import { ensureServiceLogin, grantService } from './platform/database/service-login.ts';
import { prepareMonths } from './platform/journal/index.ts';
import { createLog } from './platform/operation/log.ts';
import { run } from './platform/process/lifecycle.ts';
import { migrateQueue } from './platform/queue/queue.ts';

export type PrepareOptions = {
  /** Address of the database as the owner of its tables. */
  readonly ownerUrl: string;
  /** Address with which services log in; their user is made when missing. The same as `ownerUrl` when there is one user. */
  readonly serviceUrl: string;
  readonly keysDir: string;
  /** Set when the queues use the same database. */
  readonly withQueue?: boolean;
};

export const MISSING_LOGIN = 'an administrator has to run this before services can log in as a plain user';

/** Returns statements for an administrator of the server, when only one can let services log in as a plain user. */
export async function prepare({
  ownerUrl,
  serviceUrl,
  keysDir,
  withQueue,
}: PrepareOptions): Promise<string | undefined> {
  await reachingDatabase(ownerUrl, () => migrateDatabase(ownerUrl));
  if (withQueue) await migrateQueue(ownerUrl);
  const missing = await grantService(ownerUrl);
  if (missing === undefined) await ensureServiceLogin(ownerUrl, serviceUrl);
  const db = openDatabase({ url: ownerUrl, poolMax: 1, applicationName: 'leadloop-migrate' });
  try {
    await prepareMonths(db, new Date());
  } finally {
    await db.$client.end();
  }
  await Promise.all([ensureKey(`${keysDir}/issuer.json`), ensureKey(`${keysDir}/exchange.json`)]);
  return missing;
}

if (import.meta.main) {
  await run(async () => {
    const { db, keysDir, logLevel } = loadDatabaseConfig();
    const log = createLog({ level: logLevel ?? 'info', name: 'migrate' });
    const missing = await prepare({ ownerUrl: db.ownerUrl ?? db.url, serviceUrl: db.url, keysDir });
    if (missing !== undefined) log.warn({ missing }, MISSING_LOGIN);
    log.info('the database and the keys are ready');
  }, loadLanguage());
}
