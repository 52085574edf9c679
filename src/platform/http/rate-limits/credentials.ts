/**
 * Limits at the routes that check secrets: failed attempts by address and by client, and tokens issued to one client.
 * An attempt counts when it begins and is taken back when the secret was right, so that concurrent attempts are limited
 * too.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpProblem } from '../problems.ts';
import { addressOf } from './address.ts';
import { type Allowances, createAllowances, nowMs } from './allowance.ts';

export type CredentialLimits = {
  /** Wrong secrets a minute for one client, from all addresses; 0 sets no limit. */
  readonly badSecrets: number;
  /** Tokens a minute for one client that shows a secret; 0 sets no limit. */
  readonly tokenRate: number;
};

/** Admits a request before its credentials are checked. @throws Problem `credentials-blocked`, `rate-exceeded` */
export type AdmitCredentials = (request: FastifyRequest) => void;

type Attempt = {
  readonly address: string;
  readonly client: string | undefined;
  /** True when the attempt counts against the client: not from an address where the client succeeded before. */
  readonly counted: boolean;
};

/** Maximum number of remembered pairs of a client and an address from which it showed the right secret. */
const SEEN_MAX = 10_000;

/** Limits attempts with credentials. `failures` counts refused tokens and credentials by address. */
export function guardCredentials(
  http: FastifyInstance,
  { badSecrets, tokenRate }: CredentialLimits,
  failures: Allowances | undefined,
): AdmitCredentials {
  const wrong = perMinute(badSecrets);
  const tokens = perMinute(tokenRate);
  const seen = new Set<string>();
  const attempts = new WeakMap<FastifyRequest, Attempt>();
  const settle = ({ address, client, counted }: Attempt, status: number) => {
    if (status === 401) return;
    failures?.give(address);
    if (client === undefined) return;
    if (counted) wrong?.give(client);
    if (status >= 300) return;
    tokens?.take(client);
    if (seen.size >= SEEN_MAX) seen.clear();
    seen.add(`${client} ${address}`);
  };
  http.addHook('onRoute', (route) => {
    if (route.config?.credentials !== true) return;
    route.onResponse = [
      ...[route.onResponse ?? []].flat(),
      async (request, reply) => {
        const attempt = attempts.get(request);
        if (attempt !== undefined) settle(attempt, reply.statusCode);
      },
    ];
  });
  return (request) => {
    const address = addressOf(request);
    const client = clientOf(request.headers.authorization);
    const isGreedy = client === undefined ? 0 : (tokens?.look(client) ?? 0);
    if (isGreedy > 0) throw httpProblem('rate-exceeded', { retryAfterSeconds: isGreedy });
    block(failures?.take(address) ?? 0);
    const counted = client !== undefined && !seen.has(`${client} ${address}`);
    const wait = counted ? (wrong?.take(client) ?? 0) : 0;
    // Blocked to protect the client: the failures are not from this address.
    if (wait > 0) failures?.give(address);
    block(wait);
    attempts.set(request, { address, client, counted });
  };
}

/** Refuses an attempt while a limit is exceeded. @throws Problem `credentials-blocked` */
export function block(waitSeconds: number): void {
  if (waitSeconds > 0) throw httpProblem('credentials-blocked', { retryAfterSeconds: waitSeconds });
}

const perMinute = (count: number) => (count === 0 ? undefined : createAllowances(count / 60, count, nowMs));

/** Returns the client id of Basic credentials (RFC 6749, section 2.3.1), decoded. */
function clientOf(authorization: string | undefined): string | undefined {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [name = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  try {
    return decodeURIComponent(name.replaceAll('+', ' ')).slice(0, 255);
  } catch {
    return name.slice(0, 255);
  }
}
