/** Reaches a database, and explains in one sentence when it cannot be used. */
import { StartupError } from '../process/startup-error.ts';

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
