/** Opens the database for commands, and explains in one sentence when it cannot be used. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { LocalConfig } from './config.ts';
import type { Bilingual } from './core/messages/language.ts';
import { type Db, openDatabase } from './platform/database/db.ts';
import { checkSchema } from './platform/database/migrations.ts';
import { StartupError } from './platform/process/startup-error.ts';

/**
 * Works with DATABASE_URL, or else with the database of a running `npm start`.
 * @throws StartupError `needed` when there is neither, and when the database cannot be used
 */
export async function withDatabase<Result>(
  config: LocalConfig,
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

/**
 * Runs the first query on a database.
 * @throws StartupError when the server does not answer or rejects the connection
 */
export async function reachingDatabase<Result>(url: string, first: () => Promise<Result>): Promise<Result> {
  try {
    return await first();
  } catch (error) {
    if (error instanceof StartupError || !(error instanceof Error) || !('code' in error)) throw error;
    const { host, pathname } = new URL(url);
    if (/^(E[A-Z_]+|28\w{3}|3D000|57P03|53300)$/.test(String(error.code))) {
      throw new StartupError(
        {
          en: `The database ${pathname.slice(1)} at ${host} cannot be used (${error.code}); start it or correct DATABASE_URL.`,
          zh: `${host} 上的数据库 ${pathname.slice(1)} 无法使用（${error.code}）；请启动数据库，或更正 DATABASE_URL。`,
        },
        { cause: error },
      );
    }
    throw error;
  }
}
