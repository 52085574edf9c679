/** The composition root: which features there are, and what each of them adds to the service. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { batchRoutes } from './batches/index.ts';
import { manifestRoutes } from './manifests/index.ts';
import { flowSubscription, oversightRoutes } from './oversight/index.ts';
import { partyRoutes } from './parties/index.ts';
import type { KeyPair } from './platform/auth/index.ts';
import { joinHandlers, type Sweep, type Work } from './platform/background.ts';
import type { Deps } from './platform/deps.ts';
import { type Check, healthRoutes } from './platform/health.ts';
import { createHttp, DOCS_PREFIX, describeApi, type Http, type HttpOptions } from './platform/http/index.ts';
import type { Subscription } from './platform/journal/index.ts';
import type { LawBook } from './platform/law/index.ts';
import { type Metrics, measureRequests, metricsRoutes } from './platform/metrics.ts';
import type { Handlers, Queue } from './platform/queue.ts';
import { recoveryRoutes } from './recovery/index.ts';
import { recyclingRoutes } from './recycling/index.ts';

/** What features may ask for. Each declares what it needs of it. */
export type AppDeps = Deps & {
  readonly law: () => Promise<LawBook>;
  readonly wake: Queue['wake'];
  readonly wakeAll: Queue['wakeAll'];
  /** Signs what this province sends to others. */
  readonly exchangeKey: KeyPair;
  /** Address under which partners reach this service, without a slash at its end. */
  readonly publicUrl: string;
  /** Limits of the exchange, in milliseconds. */
  readonly exchange: { readonly timeoutMs: number; readonly sweepMs: number; readonly retryMaxMs: number };
};

type Feature = {
  readonly tag: string;
  readonly about: string;
  readonly routes?: (deps: AppDeps) => FastifyPluginAsyncZod;
  readonly subscriptions?: (deps: AppDeps) => readonly Subscription[];
  readonly handlers?: (deps: AppDeps) => Handlers;
  readonly sweeps?: (deps: AppDeps) => readonly Sweep[];
};

const FEATURES: readonly Feature[] = [
  { tag: 'parties', about: 'Organisations, their sites and licences', routes: partyRoutes },
  { tag: 'batches', about: 'Physical lots, movements of mass, trace and books', routes: batchRoutes },
  { tag: 'manifests', about: 'Transfer manifests, from the draft to the closed', routes: manifestRoutes },
  { tag: 'recycling', about: 'Processing runs, assays, counts of stock', routes: recyclingRoutes },
  {
    tag: 'oversight',
    about: 'The sealed journal, and figures made from it',
    routes: oversightRoutes,
    subscriptions: () => [flowSubscription],
  },
  { tag: 'recovery', about: 'Lead recovery rates with the records behind them', routes: recoveryRoutes },
];

const OPERATION = { name: 'operation', description: 'Health, figures and the catalogue of problems' };

export type ApiOptions = HttpOptions & { readonly metrics: Metrics; readonly checks: readonly Check[] };

/** The API with every feature under `/v1`. It does not listen yet. */
export async function createApi(deps: AppDeps, { metrics, checks, ...options }: ApiOptions): Promise<Http> {
  const http = createHttp({ ...options, publicPrefix: DOCS_PREFIX });
  measureRequests(http, metrics);
  await describeApi(http, [...FEATURES.map(({ tag, about }) => ({ name: tag, description: about })), OPERATION]);
  await http.register(healthRoutes(checks));
  await http.register(metricsRoutes(metrics));
  for (const { routes } of FEATURES) {
    if (routes) await http.register(routes(deps), { prefix: '/v1' });
  }
  await http.ready();
  return http;
}

/** The health and figures of a worker. It does not listen yet. */
export async function createOperationHttp({ metrics, checks, ...options }: ApiOptions): Promise<Http> {
  const http = createHttp(options);
  measureRequests(http, metrics);
  await http.register(healthRoutes(checks));
  await http.register(metricsRoutes(metrics));
  await http.ready();
  return http;
}

/** What the worker of every feature does. */
export function collectWork(deps: AppDeps): Work {
  return {
    subscriptions: FEATURES.flatMap(({ subscriptions }) => subscriptions?.(deps) ?? []),
    handlers: joinHandlers(FEATURES.map(({ handlers }) => handlers?.(deps) ?? {})),
    sweeps: FEATURES.flatMap(({ sweeps }) => sweeps?.(deps) ?? []),
  };
}
