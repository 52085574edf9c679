/** The API process. */
import { createApi } from './app.ts';
import { type Config, loadConfig, loadLanguage } from './config.ts';
import { oauthRoutes } from './identity/index.ts';
import { createLog, type Log } from './platform/operation/log.ts';
import { run } from './platform/process/lifecycle.ts';
import { type AtEnd, listen, openService, runService, type Service, type ServiceConfig } from './service.ts';

/** Starts what the API process runs, and returns the address it listens on. */
export async function startApi(config: Config, log: Log, atEnd: AtEnd): Promise<string> {
  const settings = { ...config, queueServer: { redisUrl: config.queue.redisUrl } };
  return serveApi(await openService('api', settings, log, atEnd), settings, atEnd);
}

/** Serves the API, and returns the address it listens on. */
export async function serveApi(
  service: Service,
  { http: at, guard: { trustProxy = [], ...limits } }: ServiceConfig,
  atEnd: AtEnd,
): Promise<string> {
  const { deps, metrics, authenticate, localIssuer, checks } = service;
  const http = await createApi(deps, {
    ...{ authenticate, log: deps.log, metrics, checks: checks('api'), trustProxy },
    oauth: localIssuer && oauthRoutes(localIssuer),
    rateLimits: { ...limits, waiting: () => deps.db.$client.waitingCount },
  });
  atEnd('http', () => http.close());
  return listen(http, { host: at.host, port: at.port }, 'LEADLOOP_PORT');
}

if (import.meta.main) {
  await run(async () => {
    const config = loadConfig();
    const log = createLog({ level: config.logLevel ?? 'info', name: 'api' });
    await runService(log, async (atEnd) => {
      const address = await startApi(config, log, atEnd);
      log.info({ address }, 'the API is ready');
    });
  }, loadLanguage());
}
