/** The composition root: lists the features and what each adds to the service. */
import type { FastifyPluginAsync } from 'fastify';
import { FEATURES, FIELDS, MESSAGES, SEEN } from './features.ts';
import { OAUTH_PREFIX } from './identity/index.ts';
import type { AppDeps } from './platform/feature.ts';
import type { Http, HttpOptions } from './platform/http/index.ts';
import { createHttp, DOCS_PREFIX, describeApi, type Tag } from './platform/http/serving.ts';
import { type Check, healthRoutes } from './platform/operation/health.ts';
import { type Metrics, measureRequests, metricsRoutes } from './platform/operation/metrics.ts';
import { maskPersonalData } from './platform/personal-data.ts';
import { joinHandlers, type Work } from './platform/process/background.ts';
import { leaveOutUnseen } from './platform/unseen.ts';

export type { AppDeps } from './platform/feature.ts';

const OPERATION: Tag = {
  name: 'operation',
  group: 'Operation',
  description: 'Health, figures and the catalogue of problems',
};

export type ApiOptions = HttpOptions & {
  readonly metrics: Metrics;
  readonly checks: readonly Check[];
  /** The authorisation server; absent when another issuer is configured. */
  readonly oauth?: FastifyPluginAsync | undefined;
};

/** Builds the API with every feature under `/v1`. It does not listen yet. */
export async function createApi(deps: AppDeps, { metrics, checks, oauth, ...options }: ApiOptions): Promise<Http> {
  const https = deps.publicUrl.startsWith('https:');
  const http = createHttp({ ...options, fields: FIELDS, publicPrefix: DOCS_PREFIX, https });
  measureRequests(http, metrics);
  const tags = [...FEATURES.map(({ tag, group, about }) => ({ name: tag, group, description: about })), OPERATION];
  await describeApi(http, { tags, messages: MESSAGES });
  maskPersonalData(http, deps);
  leaveOutUnseen(http, { db: deps.db, seen: SEEN });
  await http.register(healthRoutes(checks));
  for (const { routes } of FEATURES) {
    if (routes) await http.register(routes(deps), { prefix: '/v1' });
  }
  if (oauth) await http.register(oauth, { prefix: OAUTH_PREFIX });
  await http.ready();
  return http;
}

/** Builds the health checks and metrics of a worker. It does not listen yet. */
export async function createOperationHttp({ metrics, checks, ...options }: ApiOptions): Promise<Http> {
  const http = createHttp(options);
  measureRequests(http, metrics);
  await http.register(healthRoutes(checks));
  await http.register(metricsRoutes(metrics));
  await http.ready();
  return http;
}

/** Builds the server of the metrics of an API, which has no other route. It does not listen yet. */
export async function createMetricsHttp({ metrics, ...options }: Omit<ApiOptions, 'checks'>): Promise<Http> {
  const http = createHttp(options);
  await http.register(metricsRoutes(metrics));
  await http.ready();
  return http;
}

/** The background work of every feature. */
export function collectWork(deps: AppDeps): Work {
  return {
    subscriptions: FEATURES.flatMap(({ subscriptions }) => subscriptions?.(deps) ?? []),
    handlers: joinHandlers(FEATURES.map(({ handlers }) => handlers?.(deps) ?? {})),
    sweeps: FEATURES.flatMap(({ sweeps }) => sweeps?.(deps) ?? []),
  };
}
