/** Clients as they should be: each repeats a request with the same key until it has an answer. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 250;
const LIMIT_MS = 10_000;

/** Statuses after which a request is repeated: the service or a part of it is unreachable or overloaded. */
const AGAIN: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

export type Counts = { repeated: number; failures: Map<string, number> };

/** Sends one request until it is answered. Returns status and body. A 500 is repeated, and counted as a fault. */
export async function insist(
  counts: Counts,
  url: string,
  { token, body }: { readonly token: string; readonly body?: unknown },
): Promise<{ readonly status: number; readonly json: Record<string, unknown> }> {
  const key = randomUUID();
  for (;;) {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(LIMIT_MS),
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => undefined);
    if (answer !== undefined && !AGAIN.has(answer.status)) {
      return { status: answer.status, json: JSON.parse(answer.text) as Record<string, unknown> };
    }
    if (answer?.status === 500) {
      const about = `${new URL(url).pathname.replaceAll(/[0-9a-f-]{36}/g, '{id}')}: ${answer.text.slice(0, 160)}`;
      counts.failures.set(about, (counts.failures.get(about) ?? 0) + 1);
    }
    counts.repeated++;
    await sleep(PAUSE_MS);
  }
}

/** Sends a request that must succeed. @throws Error with the answer when it is refused */
export async function succeed(
  counts: Counts,
  url: string,
  request: { readonly token: string; readonly body?: unknown },
) {
  const { status, json } = await insist(counts, url, request);
  if (status >= 300) throw new Error(`${url}: ${status} ${JSON.stringify(json)}`);
  return json;
}
