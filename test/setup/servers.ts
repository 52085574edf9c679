/** Starts the servers of the integration tests once per run, and stops them after it. */
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../src/platform/database/migrations.ts';
import { ensureServiceLogin, grantService } from '../../src/platform/database/service-login.ts';
import { migrateQueue } from '../../src/platform/queue/queue.ts';
import { execute, startTestPostgres } from './postgres-server.ts';
import { startTestRedis } from './redis-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the database `postgres`, as superuser, who owns all tables. */
    postgresUrl: string;
    /** Address of the same database for the plain user of services. */
    serviceUrl: string;
    redisUrl: string;
  }
}

/** The database of which every test file gets a copy. */
export const TEMPLATE = 'leadloop_template';

/** Returns the address of the same database for the plain user of services. */
export const serviceLogin = (url: string): string =>
  Object.assign(new URL(url), { username: 'leadloop_test', password: 'plain' }).href;

export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  const started = await Promise.allSettled([startMigratedPostgres(), startTestRedis()]);
  const stop = async () => {
    await Promise.all(started.map((server) => (server.status === 'fulfilled' ? server.value.stop() : undefined)));
  };
  const [postgres, redis] = started;
  if (postgres.status === 'rejected' || redis.status === 'rejected') {
    await stop();
    throw postgres.status === 'rejected' ? postgres.reason : redis.status === 'rejected' ? redis.reason : undefined;
  }
  project.provide('postgresUrl', postgres.value.url);
  project.provide('serviceUrl', serviceLogin(postgres.value.url));
  project.provide('redisUrl', redis.value.url);
  return stop;
}

async function startMigratedPostgres() {
  const server = await startTestPostgres();
  try {
    await execute(server.url, `create database ${TEMPLATE}`);
    const template = new URL(server.url);
    template.pathname = TEMPLATE;
    await migrateDatabase(template.href);
    await migrateQueue(template.href);
    await grantService(template.href);
    await ensureServiceLogin(template.href, serviceLogin(template.href));
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
