/** Opens the database for commands. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bilingual } from '../core/messages/language.ts';
import { type Db, openDatabase } from '../platform/database/db.ts';
import { checkSchema } from '../platform/database/migrations.ts';
import { reachingDatabase } from '../platform/database/reaching.ts';
import { StartupError } from '../platform/process/startup-error.ts';
import type { CommandConfig } from './command.ts';

/**
 * Works with DATABASE_URL, or else with the database of a running `npm start`.
 * @throws StartupError `needed` when there is neither, and when the database cannot be used
 */
export async function withDatabase<Result>(
  config: CommandConfig,
  { name, needed }: { readonly name: string; readonly needed: Bilingual },
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

async function runningDatabase(dataDir: string, needed: Bilingual): Promise<string> {
  try {
    const ready: unknown = JSON.parse(await readFile(join(dataDir, 'ready.json'), 'utf8'));
    return z.object({ databaseUrl: z.url() }).parse(ready).databaseUrl;
  } catch {
    throw new StartupError(needed);
  }
}
