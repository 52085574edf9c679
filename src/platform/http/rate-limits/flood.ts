/** Limits on what an address sends without a valid signature: number and kilobytes, a minute. */
import type { FastifyRequest } from 'fastify';
import { httpProblem } from '../problems.ts';
import { addressOf } from './address.ts';
import { type Allowances, createAllowances, nowMs } from './allowance.ts';

export type FloodGuard = {
  /** Admits a request of an address within its limits. @throws Problem `rate-exceeded` */
  readonly admit: (request: FastifyRequest) => void;
  /** Counts one thing that was not signed. @throws Problem `rate-exceeded` when there were too many */
  readonly count: (request: FastifyRequest, bytes: number) => void;
};

/** Makes the limits; 0 sets none. */
export function createFloodGuard(limits: { readonly number: number; readonly kilobytes: number }): FloodGuard {
  const numbers = perMinute(limits.number);
  const kilobytes = perMinute(limits.kilobytes);
  const admit = (request: FastifyRequest) => {
    const address = addressOf(request);
    const wait = Math.max(numbers?.look(address) ?? 0, kilobytes?.look(address) ?? 0);
    if (wait > 0) throw httpProblem('rate-exceeded', { retryAfterSeconds: wait });
  };
  return {
    admit,
    count: (request, bytes) => {
      admit(request);
      numbers?.take(addressOf(request));
      kilobytes?.take(addressOf(request), bytes / 1_000);
    },
  };
}

function perMinute(limit: number): Allowances | undefined {
  return limit === 0 ? undefined : createAllowances(limit / 60, limit, nowMs);
}
