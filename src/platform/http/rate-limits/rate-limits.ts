/**
 * Rate limits and load shedding. The limits are for one process: two processes behind one address allow twice as much.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../core/actor.ts';
import { Problem } from '../../../core/messages/problem.ts';
import { httpProblem } from '../problems.ts';
import { addressOf } from './address.ts';
import { type Allowances, createAllowances, nowMs } from './allowance.ts';
import { type AdmitCredentials, block, type CredentialLimits, guardCredentials } from './credentials.ts';
import { type LoadLimits, watchLoad } from './load-shedding.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for probes, which are answered under any load and without rate limits. */
    vital?: boolean;
    /** True for public routes that check credentials. Their status 401 counts like a refused token. */
    credentials?: boolean;
  }
}

export type RateLimits = LoadLimits &
  CredentialLimits & {
    /** Requests a second of one client (subject and organisation of the token) on average; 0 sets no limit. */
    readonly clientRate: number;
    /** Requests a second without a valid token from one address on average; 0 sets no limit. */
    readonly addressRate: number;
    /** Refused tokens and credentials a minute from one address, above which no more are checked; 0 sets no limit. */
    readonly badTokens: number;
  };

export type RateLimiter = {
  /** Rejects a request while the process is overloaded; else counts it until its end. @throws Problem `overloaded` */
  readonly shed: (reply: FastifyReply) => Promise<void>;
  /** Admits a request that needs no token. @throws Problem `rate-exceeded`, `credentials-blocked` */
  readonly admitAnonymous: (request: FastifyRequest) => void;
  /**
   * Runs the check of a token (`look`), and counts it.
   * @throws Problem `rate-exceeded`, `credentials-blocked`, and what `look` throws
   */
  readonly admitToken: (request: FastifyRequest, look: () => Promise<Actor>) => Promise<Actor>;
};

/**
 * Milliseconds that a refusal is held back. Callers that ask again at once would otherwise cost more than those that are
 * admitted.
 */
const HOLD_MS = 2_000;
/** Maximum number of refusals held back; more are answered at once. */
const HELD_MAX = 5_000;
/** Burst: requests of this many seconds may come at once. */
const BURST_SECONDS = 10;
/** Maximum number of remembered tokens that were valid before: they are checked even when their address is blocked. */
const KNOWN_GOOD_MAX = 10_000;

/** A limiter that admits every request. */
export const NO_LIMITS: RateLimiter = {
  shed: async () => undefined,
  admitAnonymous: () => undefined,
  admitToken: (_, look) => look(),
};

/**
 * Limits the requests of a server until it closes. `waiting` returns the number of callers that wait for a database
 * connection.
 */
export function createRateLimiter(http: FastifyInstance, limits: RateLimits, waiting: () => number): RateLimiter {
  const load = watchLoad(limits, waiting);
  const hold = holdBack(limits.holdMs ?? HOLD_MS);
  http.addHook('onClose', async () => load.stop());
  const { badTokens } = limits;
  const failures = badTokens === 0 ? undefined : createAllowances(badTokens / 60, badTokens, nowMs);
  const admitAnonymous = limitAddresses(limits.addressRate, guardCredentials(http, limits, failures));
  return {
    shed: async ({ raw }) => {
      const reason = load.excess();
      if (reason === undefined) return void raw.once('close', load.enter());
      await hold();
      throw httpProblem('overloaded', { reason });
    },
    admitAnonymous,
    admitToken: limitClients(limits.clientRate, failures, admitAnonymous),
  };
}

/** Makes the function that holds refusals back. */
function holdBack(ms: number): () => Promise<void> {
  let held = 0;
  return async () => {
    if (held >= HELD_MAX) return;
    held++;
    await sleep(ms);
    held--;
  };
}

function limitAddresses(rate: number, admitCredentials: AdmitCredentials): RateLimiter['admitAnonymous'] {
  const allowances = rate === 0 ? undefined : createAllowances(rate, rate * BURST_SECONDS, nowMs);
  return (request) => {
    if (allowances !== undefined) refuseWhile(allowances.take(addressOf(request)));
    if (request.routeOptions.config.credentials === true) admitCredentials(request);
  };
}

function limitClients(
  clientRate: number,
  failures: Allowances | undefined,
  admitAnonymous: RateLimiter['admitAnonymous'],
): RateLimiter['admitToken'] {
  const clients = clientRate === 0 ? undefined : createAllowances(clientRate, clientRate * BURST_SECONDS, nowMs);
  const knownGood = new Set<string>();
  const remembered = new WeakSet<Actor>();
  const rememberGood = (actor: Actor, authorization: string) => {
    // A token verified before returns the same actor object, so its key is not computed again.
    if (remembered.has(actor)) return;
    remembered.add(actor);
    if (knownGood.size >= KNOWN_GOOD_MAX) knownGood.clear();
    knownGood.add(authorization);
  };
  return async (request, look) => {
    const { authorization = '' } = request.headers;
    if (failures !== undefined && failures.size() > 0 && !knownGood.has(authorization)) {
      block(failures.look(addressOf(request)));
    }
    const actor = await look().catch((error: unknown) => {
      if (isForged(error)) failures?.take(addressOf(request));
      admitAnonymous(request);
      throw error;
    });
    if (failures !== undefined) rememberGood(actor, authorization);
    if (clients !== undefined) refuseWhile(clients.take(`${actor.partyId ?? ''} ${actor.subject}`));
    return actor;
  };
}

/** Codes of problems for a missing token and for a token that was valid once. */
const NOT_FORGED: ReadonlySet<string> = new Set(['token-missing', 'token-expired', 'token-revoked']);

/** Returns true for a token that no issuer of this service issued. An expired or revoked one was issued. */
function isForged(error: unknown): boolean {
  if (!(error instanceof Problem) || error.kind !== 'unauthenticated') return false;
  return !NOT_FORGED.has(error.code);
}

function refuseWhile(waitSeconds: number): void {
  if (waitSeconds > 0) throw httpProblem('rate-exceeded', { retryAfterSeconds: waitSeconds });
}
