/** Load over HTTP, with keep-alive connections that each wait for their answer before the next request. */
import autocannon, { type Request } from 'autocannon';
import { newId } from '../../src/platform/ids.ts';
import type { Figure } from './measure.ts';

export type Load = {
  readonly name: string;
  readonly url: string;
  readonly token: string;
  readonly clients: number;
  readonly seconds: number;
  /** Records that one request carries. */
  readonly recordsEach: number;
  /** Method, path and body of the next request. */
  readonly next: () => { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: string };
};

export async function measureLoad(load: Load): Promise<Figure> {
  const { name, clients, seconds, recordsEach } = load;
  const result = await autocannon({
    url: load.url,
    connections: clients,
    duration: seconds,
    requests: [{ setupRequest: () => requestOf(load) }],
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  return {
    name,
    clients,
    recordsPerSecond: ((result.requests.total - result.non2xx) * recordsEach) / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    errors: failed,
  };
}

export function requestOf({ token, next }: Pick<Load, 'token' | 'next'>): Request {
  const { method, path, body } = next();
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (body === undefined) return { method, path, headers };
  return {
    method,
    path,
    body,
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': newId() },
  };
}
