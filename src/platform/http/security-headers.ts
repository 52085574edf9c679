/** Headers that forbid browsers to store, sniff or embed an answer. No other origin is allowed (no CORS). */
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Policy for JSON answers, in which no script may run. Pages (the API description) set a policy of their own. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

const YEAR_SECONDS = 31_536_000;

/** Sets the headers. `https`: true when callers reach the service by TLS; browsers then use TLS only. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply, https: boolean): void {
  reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
  reply.header('x-frame-options', 'DENY').header('referrer-policy', 'no-referrer');
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', DATA_POLICY);
  if (https) reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}`);
  // An answer to a token is for its bearer only, so no cache may store it. The same applies to refusals.
  const guarded = request.routeOptions.config?.scope !== undefined;
  if ((guarded || reply.statusCode >= 400) && !reply.hasHeader('cache-control'))
    reply.header('cache-control', 'no-store');
}
