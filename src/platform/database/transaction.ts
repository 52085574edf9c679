/** A transaction on a connection of its own, which always goes back to its pool. */
import type pg from 'pg';
import { isSilent } from './outage.ts';

/**
 * Begins, works and commits; rolls back when one of them fails, and then throws its error. A connection that is silent or
 * cannot even roll back is closed, and the pool opens another one.
 *
 * drizzle's own `transaction()` never returns a connection whose `begin` fails (0.45.4). A pool was empty after six of them.
 */
export async function transact<Open, Result>(
  pool: pg.Pool,
  begin: (client: pg.PoolClient) => Promise<Open>,
  work: (open: Open) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const result = await work(await begin(client));
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('a failed transaction cannot be committed');
    return result;
  } catch (error) {
    broken = isSilent(error) ? new Error('the database is silent', { cause: error }) : await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Rolls back. @returns the error of a connection that cannot */
const rollBack = (client: pg.PoolClient): Promise<Error | undefined> =>
  client.query('rollback').then(
    () => undefined,
    (failure: Error) => failure,
  );
