/** The API process. */
import { createApi } from './app.ts';
import { loadConfig } from './config.ts';
import { oauthRoutes } from './identity/index.ts';
import { createLog } from './platform/operation/log.ts';
import { run } from './platform/process/lifecycle.ts';
import { type AtEnd, listen, openService, runService, type Service, type ServiceConfig } from './service.ts';

/** Serves the API, and answers the address it listens on. */
export async function serveApi(
  service: Service,
  { http: at, guard: { trustProxy = [], ...limits } }: ServiceConfig,
  atEnd: AtEnd,
): Promise<string> {
  const { deps, metrics, authenticate, identity, checks } = service;
  const http = await createApi(deps, {
    ...{ authenticate, log: deps.log, metrics, checks: checks('api'), trustProxy },
    oauth: identity && oauthRoutes(identity),
    guard: { ...limits, waiting: () => deps.db.$client.waitingCount },
  });
  atEnd('http', () => http.close());
  return listen(http, { host: at.host, port: at.port }, 'LEADLOOP_PORT');
}

if (import.meta.main) {
  await run(async () => {
    const config = loadConfig();
    const log = createLog({ level: config.logLevel ?? 'info', name: 'api' });
    const serviceConfig = { ...config, queueServer: { redisUrl: config.queue.redisUrl } };
    await runService(log, async (atEnd) => {
      const service = await openService('api', serviceConfig, log, atEnd);
      const address = await serveApi(service, serviceConfig, atEnd);
      log.info({ address }, 'the API is ready');
    });
  });
}
