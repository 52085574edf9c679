/** Limits on what an address sends without a valid signature: number and kilobytes, a minute. */
import type { FastifyRequest } from 'fastify';
import { httpProblem } from '../problems.ts';
import { addressOf } from './address.ts';
import { type Allowances, createAllowances, nowMs } from './allowance.ts';

export type FloodGuard = {
  /**
   * Admits a request of an address within its limits, and counts its bytes before they are read.
   * @throws Problem `rate-exceeded`
   */
  readonly admit: (request: FastifyRequest) => void;
  /** Counts one thing that was not signed. @throws Problem `rate-exceeded` when there were too many */
  readonly count: (request: FastifyRequest, bytes: number) => void;
  /** Counts a request that the sender is to blame for. Gives the bytes of every other one back. */
  readonly end: (request: FastifyRequest, status: number) => void;
};

/** Bytes that a request announced, or undefined, and those that its connection had read before. */
type Admitted = { readonly bytes: number | undefined; readonly readBefore: number };

/** Makes the limits; 0 sets none. */
export function createFloodGuard(limits: { readonly number: number; readonly kilobytes: number }): FloodGuard {
  const numbers = perMinute(limits.number);
  const kilobytes = perMinute(limits.kilobytes);
  const admitted = new WeakMap<FastifyRequest, Admitted>();
  const refuseFlood = (address: string) => {
    const wait = Math.max(numbers?.look(address) ?? 0, kilobytes?.look(address) ?? 0);
    if (wait > 0) throw httpProblem('rate-exceeded', { retryAfterSeconds: wait });
  };
  return {
    admit: (request) => {
      const address = addressOf(request);
      refuseFlood(address);
      const bytes = announcedBytes(request);
      // Requests that run at the same time are counted too.
      kilobytes?.take(address, (bytes ?? 0) / 1_000);
      admitted.set(request, { bytes, readBefore: request.raw.socket.bytesRead });
    },
    count: (request, bytes) => {
      const address = addressOf(request);
      refuseFlood(address);
      numbers?.take(address);
      kilobytes?.take(address, bytes / 1_000);
    },
    end: (request, status) => {
      const { bytes, readBefore } = admitted.get(request) ?? {};
      if (readBefore === undefined) return;
      const address = addressOf(request);
      if (status < 400 || status >= 500) return kilobytes?.give(address, (bytes ?? 0) / 1_000);
      numbers?.take(address);
      if (bytes === undefined) kilobytes?.take(address, (request.raw.socket.bytesRead - readBefore) / 1_000);
    },
  };
}

/** Returns the length that a request announces, up to the one that is read; undefined when it announces none. */
function announcedBytes({ headers, routeOptions }: FastifyRequest): number | undefined {
  const length = headers['content-length'];
  return length === undefined ? undefined : Math.min(Number(length), routeOptions.bodyLimit);
}

function perMinute(limit: number): Allowances | undefined {
  return limit === 0 ? undefined : createAllowances(limit / 60, limit, nowMs);
}
