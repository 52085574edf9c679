/** Wake-ups on PostgreSQL: the backend of local installations without Redis. */
import {
  createPostgresBackend,
  isPgPool,
  type PgPool,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
  Queue,
  runMigrations,
  Worker,
} from 'bullmq';
import pg from 'pg';
import { openConnection } from '../database/db.ts';
import { type Backend, type BackendContext, QUEUE_NAME, SEND_LIMIT_MS, toJob, workerOptions } from './backend.ts';
import { asConsumer, type JobData, processor, within } from './consumer.ts';

const SCHEMA = 'bullmq';

/** Makes or updates BullMQ's tables, in a schema of their own. Waits for another process that is doing the same. */
export async function migrateQueue(postgresUrl: string): Promise<void> {
  const client = await openConnection({ url: postgresUrl, applicationName: 'leadloop-migrate' });
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

export function openPostgresBackend(postgresUrl: string, { namespace, onTrouble }: BackendContext): Backend {
  const name = `${namespace}-${QUEUE_NAME}`;
  const pool = openPool(postgresUrl, { applicationName: 'leadloop-producer', max: 2 });
  const queue = new Queue<
    JobData,
    void,
    string,
    JobData,
    void,
    string,
    PostgresQueueBackend,
    PostgresConnectionOptions
  >(name, { connection: pool }, createPostgresBackend);
  queue.on('error', onTrouble);
  const closeQueue = async () => {
    await queue.close();
    await pool.end();
  };
  const countWaiting = () => within(SEND_LIMIT_MS, 'PostgreSQL', queue.getWaitingCount());
  return {
    send: async (wakeUps) => {
      await within(SEND_LIMIT_MS, 'PostgreSQL', queue.addBulk(wakeUps.map(toJob)));
    },
    countWaiting,
    // The service probes the room of its database itself, so an answer is enough.
    probe: async () => void (await countWaiting()),
    consume: async (options) => {
      // One connection more than the work needs: the worker uses one to listen for new jobs.
      const workerPool = openPool(postgresUrl, { applicationName: 'leadloop-worker', max: 5 });
      const worker = new Worker(
        name,
        processor(options.run),
        { connection: workerPool, autorun: false, ...workerOptions(options) },
        createPostgresBackend,
      );
      const consumer = asConsumer(worker, onTrouble, () => workerPool.end());
      try {
        // A worker never forgets that its first connection failed, and then asks again without a pause: nothing else
        // in the process would get its turn.
        await worker.waitUntilReady();
      } catch (error) {
        await within(SEND_LIMIT_MS, 'Closing the worker', consumer.abandon()).catch(onTrouble);
        throw error;
      }
      worker.run().catch(onTrouble);
      return consumer;
    },
    close: () => within(SEND_LIMIT_MS, 'Closing the queue', closeQueue()).catch(onTrouble),
  };
}

/**
 * Makes the pool that BullMQ uses. BullMQ does not listen for errors on all its connections, and one that breaks would
 * end the process. So the pool is ours and listens on each. BullMQ's tables are in the schema `bullmq`.
 */
function openPool(url: string, { applicationName, max }: { applicationName: string; max: number }): PgPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    options: `-c search_path=${SCHEMA}`,
    max,
    connectionTimeoutMillis: SEND_LIMIT_MS,
    statement_timeout: 10_000,
    query_timeout: 15_000,
    // Otherwise a listening connection that was silently lost is noticed hours later.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  // The declarations of the two packages differ in overloads only.
  if (!isPgPool(pool)) throw new TypeError('BullMQ does not know this pool');
  return pool;
}
