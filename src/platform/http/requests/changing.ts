/** The part of a change that its request states the same way for every record. */
import type { FastifyRequest } from 'fastify';
import { requiredVersionOf } from '../shapes/version.ts';
import { callerOf } from './caller.ts';

/** Reads who changes what, why, and which version the caller has read. @throws Problem as `requiredVersionOf` */
export function changingOf<Sent extends { readonly reason: string }>(
  request: FastifyRequest,
  headers: { readonly 'if-match'?: string | undefined },
  { reason, ...given }: Sent,
) {
  const { actor, visibility } = callerOf(request);
  return { actor, visibility, reason, given, ifVersion: requiredVersionOf(headers['if-match']) };
}
