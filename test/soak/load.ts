/** A steady mixture of requests to one province: mostly batches, and readings of every size. */
import autocannon from 'autocannon';
import { type Load, requestOf } from '../bench/load.ts';
import { type At, lotAt } from '../faults/trade.ts';

/** Readings of an organisation, as paths of the API description. */
export const READINGS = [
  '/v1/batches?limit=50',
  '/v1/manifests?limit=50',
  '/v1/manifests?state=closed&limit=20',
  '/v1/parties?limit=50',
  '/v1/sites?limit=50',
  '/v1/parties/{id}/vehicles?limit=50',
] as const;

/** A reading that adds up the stock. The stock grows all through the run, so a fixed share of it would grow the load, too. */
const STOCK_READING = '/v1/storage';
/** Requests from one reading of the stock to the next. */
const STOCK_EVERY = 600;

/** Requests of ten that record a batch. */
const WRITES = 6;
const CONNECTIONS = 40;

export type Offered = {
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers that were no success, by status; `0` for requests without an answer. */
  readonly failed: Readonly<Record<string, number>>;
};

/** Offers `rate` requests a second for `seconds`. */
export async function offer(at: At, rate: number, seconds: number): Promise<Offered> {
  const failed: Record<string, number> = {};
  const load: Pick<Load, 'token' | 'next'> = { token: await at.token(at.ids.collector), next: mixture(at) };
  const result = await autocannon({
    ...{ url: at.url, connections: CONNECTIONS, duration: seconds, overallRate: rate },
    requests: [
      {
        setupRequest: () => requestOf(load),
        onResponse: (status) => {
          if (status >= 300) failed[status] = (failed[status] ?? 0) + 1;
        },
      },
    ],
  });
  const unanswered = result.errors + result.timeouts;
  return {
    ...{ requests: result.requests.total, requestsPerSecond: Math.round(result.requests.total / result.duration) },
    ...{ p50Ms: result.latency.p50, p99Ms: result.latency.p99 },
    failed: unanswered > 0 ? { ...failed, 0: unanswered } : failed,
  };
}

function mixture(at: At): Load['next'] {
  let count = 0;
  return () => {
    count += 1;
    if (count % STOCK_EVERY === 0) return { method: 'GET', path: STOCK_READING };
    if (count % 10 < WRITES) {
      const lot = lotAt(at.ids.depot, 10_000 + (count % 20_000), 1);
      return { method: 'POST', path: '/v1/batches', body: JSON.stringify(lot) };
    }
    const path = READINGS[count % READINGS.length] ?? READINGS[0];
    return { method: 'GET', path: path.replace('{id}', at.ids.collector) };
  };
}
