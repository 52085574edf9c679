/** The database that commands beside a running service speak to. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { LocalConfig } from './config.ts';
import { type Db, openDatabase } from './platform/database/db.ts';
import { checkSchema } from './platform/database/migrations.ts';
import { StartupError } from './platform/process/startup-error.ts';
import { reachingDatabase } from './service.ts';

/**
 * Works with DATABASE_URL, or else with the database that a running `npm start` has told of.
 * @throws StartupError `needed` when there is neither, and when the database cannot be used
 */
export async function withDatabase<Result>(
  config: LocalConfig,
  { name, needed }: { readonly name: string; readonly needed: string },
  work: (db: Db, url: string) => Promise<Result>,
): Promise<Result> {
  const url = config.db.url ?? (await runningDatabase(config.dataDir, needed));
  return reachingDatabase(url, async () => {
    await checkSchema(url);
    const db = openDatabase({ url, poolMax: 2, applicationName: name });
    try {
      return await work(db, url);
    } finally {
      await db.$client.end();
    }
  });
}

async function runningDatabase(dataDir: string, needed: string): Promise<string> {
  try {
    const ready: unknown = JSON.parse(await readFile(join(dataDir, 'ready.json'), 'utf8'));
    return z.object({ databaseUrl: z.url() }).parse(ready).databaseUrl;
  } catch {
    throw new StartupError(needed);
  }
}
