/** The API process. */
import { createApi, createMetricsHttp } from './app.ts';
import { type Config, loadConfig, loadLanguage } from './config.ts';
import { oauthRoutes } from './identity/index.ts';
import { createLog, type Log } from './platform/operation/log.ts';
import { run } from './platform/process/lifecycle.ts';
import { type AtEnd, listen, openService, runService, type Service, type ServiceConfig } from './service.ts';

/** Port of the metrics of an API, unless configuration names another. */
const METRICS_PORT = 8_452;

/** Addresses of a running API: the public one, and that of its metrics. */
export type ApiAddresses = { readonly address: string; readonly metrics: string };

/** Starts what the API process runs. */
export async function startApi(config: Config, log: Log, atEnd: AtEnd): Promise<ApiAddresses> {
  const http = { ...config.http, metricsPort: config.http.metricsPort ?? METRICS_PORT };
  const settings = { ...config, http, queueServer: { redisUrl: config.queue.redisUrl } };
  return serveApi(await openService('api', settings, log, atEnd), settings, atEnd);
}

/** Serves the API, and its metrics on another port: a free one if none is given. */
export async function serveApi(
  service: Service,
  { http: at, guard: { trustProxy = [], ...limits } }: ServiceConfig,
  atEnd: AtEnd,
): Promise<ApiAddresses> {
  const { deps, metrics, authenticate, localIssuer, checks } = service;
  const http = await createApi(deps, {
    ...{ authenticate, log: deps.log, metrics, checks: checks('api'), trustProxy },
    oauth: localIssuer && oauthRoutes(localIssuer),
    rateLimits: { ...limits, waiting: () => deps.db.$client.waitingCount },
  });
  atEnd('http', () => http.close());
  const figures = await createMetricsHttp({ authenticate, log: deps.log, metrics });
  atEnd('http', () => figures.close());
  return {
    metrics: await listen(figures, { host: at.metricsHost, port: at.metricsPort ?? 0 }, 'LEADLOOP_METRICS_PORT'),
    address: await listen(http, { host: at.host, port: at.port }, 'LEADLOOP_PORT'),
  };
}

if (import.meta.main) {
  await run(async () => {
    const config = loadConfig();
    const log = createLog({ level: config.logLevel ?? 'info', name: 'api' });
    await runService(log, async (atEnd) => {
      log.info(await startApi(config, log, atEnd), 'the API is ready');
    });
  }, loadLanguage());
}
