/** The caller of a route that needs a token, as plain values: use cases and queries never take a request. */
import type { FastifyRequest } from 'fastify';
import type { Scope } from '../../../core/access/scopes.ts';
import type { Visibility } from '../../../core/access/visibility.ts';
import type { Actor } from '../../../core/actor.ts';

export type Caller = {
  readonly actor: Actor;
  /** The records that this request may see. */
  readonly visibility: Visibility;
  /** The scope that the route needs. */
  readonly scope: Scope;
  /** The owner of idempotency keys: the token's subject within its organisation. */
  readonly client: string;
};

/** Returns the caller of a request. @throws Error on a public route, which has no caller */
export function callerOf({ actor, visibility, routeOptions }: FastifyRequest): Caller {
  const { scope } = routeOptions.config;
  if (actor === null || visibility === null || scope === undefined) {
    throw new Error(`the route ${routeOptions.url} is public and has no caller`);
  }
  return { actor, visibility, scope, client: `${actor.partyId ?? ''}/${actor.subject}` };
}
