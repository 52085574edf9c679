/** The database of a process of its own that computes. */
import { type Db, openDatabase } from './db.ts';

/** Two statements at once: while one is computed, the records of the other are made. */
export const CONNECTIONS = 2;

/** Time for one statement over a year of a large recycler, and for computing between two, in milliseconds. */
const [STATEMENT_MS, PAUSE_MS] = [100_000, 60_000];

/**
 * A statement ends soon after this process. It sorts in memory, and works on one processor: compiling takes longer than it saves,
 * and other requests need the other processors.
 */
const SETTINGS = {
  ...{ client_connection_check_interval: '2s', work_mem: '64MB', jit: 'off' },
  max_parallel_workers_per_gather: '0',
};

/** Opens the database for this process. @param poolMax maximum number of connections */
export function openForComputing(url: string, applicationName: string, poolMax = CONNECTIONS): Db {
  return openDatabase({
    url,
    poolMax,
    applicationName,
    settings: SETTINGS,
    statementMs: STATEMENT_MS,
    pauseMs: PAUSE_MS,
  });
}
