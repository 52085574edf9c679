/** The worker process: seals the journal, follows it, and does the work of wake-ups. */
import { collectWork, createOperationHttp } from './app.ts';
import { type Config, loadConfig, loadLanguage } from './config.ts';
import { createLog, type Log } from './platform/operation/log.ts';
import { startBackground } from './platform/process/background.ts';
import { run } from './platform/process/lifecycle.ts';
import { type AtEnd, listen, openService, runService, type Service } from './service.ts';

/** Starts the work of all features. */
export async function startWork({ deps, queue }: Service, atEnd: AtEnd): Promise<void> {
  const background = await startBackground(deps, queue, collectWork(deps));
  atEnd('work', () => background.stop());
}

/** Starts what the worker process runs, and returns the address of its health and metrics. */
export async function startWorker(config: Config, log: Log, atEnd: AtEnd): Promise<string> {
  const queueServer = { redisUrl: config.queue.redisUrl };
  const service = await openService('worker', { ...config, queueServer }, log, atEnd);
  const { metrics, authenticate, checks } = service;
  const http = await createOperationHttp({ authenticate, log, metrics, checks: checks('worker') });
  atEnd('http', () => http.close());
  const address = await listen(http, { host: config.http.host, port: config.http.workerPort }, 'LEADLOOP_WORKER_PORT');
  await startWork(service, atEnd);
  return address;
}

if (import.meta.main) {
  await run(async () => {
    const config = loadConfig();
    const log = createLog({ level: config.logLevel ?? 'info', name: 'worker' });
    await runService(log, async (atEnd) => {
      const address = await startWorker(config, log, atEnd);
      log.info({ address }, 'the worker is ready');
    });
  }, loadLanguage());
}
