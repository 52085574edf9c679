/** Wake-ups on PostgreSQL: the backend of the local default, where no Redis is at hand. */
import {
  createPostgresBackend,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
  Queue,
  runMigrations,
  Worker,
} from 'bullmq';
import pg from 'pg';
import { type Backend, type BackendContext, QUEUE_NAME, SEND_LIMIT_MS, toJob, workerOptions } from './backend.ts';
import { asConsumer, type JobData, processor, within } from './consumer.ts';

const SCHEMA = 'bullmq';

/** Makes or updates BullMQ's tables, in a schema of their own. Waits for another process that is doing the same. */
export async function migrateQueue(postgresUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl, application_name: 'leadloop-migrate' });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

export function openPostgresBackend(postgresUrl: string, { namespace, onTrouble }: BackendContext): Backend {
  const name = `${namespace}-${QUEUE_NAME}`;
  const connection = (applicationName: string, max: number) => ({
    connectionString: postgresUrl,
    schema: SCHEMA,
    application_name: applicationName,
    max,
    connectionTimeoutMillis: SEND_LIMIT_MS,
    statement_timeout: 10_000,
  });
  const queue = new Queue<
    JobData,
    void,
    string,
    JobData,
    void,
    string,
    PostgresQueueBackend,
    PostgresConnectionOptions
  >(name, { connection: connection('leadloop-producer', 2) }, createPostgresBackend);
  queue.on('error', onTrouble);
  return {
    send: async (wakeUps) => {
      await within(SEND_LIMIT_MS, 'PostgreSQL', queue.addBulk(wakeUps.map(toJob)));
    },
    countWaiting: () => within(SEND_LIMIT_MS, 'PostgreSQL', queue.getWaitingCount()),
    consume: async (options) => {
      const worker = new Worker(
        name,
        processor(options.run),
        { connection: connection('leadloop-worker', 4), ...workerOptions(options) },
        createPostgresBackend,
      );
      return asConsumer(worker, onTrouble);
    },
    close: () => within(SEND_LIMIT_MS, 'Closing the queue', queue.close()).catch(onTrouble),
  };
}
