import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { peopleRoutes } from '../people/routes.ts';
import { clientChangeRoutes } from './change-routes.ts';
import { CLIENT } from './examples.ts';
import { listClients, readClient } from './queries.ts';
import {
  ClientListQuery,
  ClientResponse,
  ClientWithSecretResponse,
  RegisterClientRequest,
  RevokeClientRequest,
  RotateSecretRequest,
  toClientDraft,
  toClientResponse,
} from './schemas.ts';
import { type ClientWithSecret, registerClient, revokeClient, rotateSecret } from './service.ts';

const TAGS = ['identity'];

type Answer = z.infer<typeof ClientWithSecretResponse>;

/** Shows the secret in the first answer only: the answer stored for repeated requests does not contain it. */
async function withSecret(store: (toStored: (made: ClientWithSecret) => Answer) => Promise<Answer>): Promise<Answer> {
  let secret: string | null = null;
  const stored = await store((made) => {
    secret = made.secret;
    return { ...toClientResponse(made.client), secret: null };
  });
  return { ...stored, secret };
}

const clientRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/clients',
      {
        config: { scope: 'clients:write' },
        schema: {
          summary: 'List clients',
          description:
            'Clients with their roles and scopes, oldest first, without secrets and keys. Revoked clients stay in the list, with `revokedAt`.',
          tags: TAGS,
          querystring: ClientListQuery,
          response: { 200: pageOf(ClientResponse) },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => listClients(db, request.query)),
    );

    http.get(
      '/clients/:id',
      {
        config: { scope: 'clients:write', problems: ['client-missing'], etag: true },
        schema: {
          summary: 'Read a client',
          description:
            'One client with its roles and scopes, without secrets and keys. `revokedAt` says since when its tokens are refused.',
          tags: TAGS,
          params: IdParams,
          response: { 200: ClientResponse },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => readClient(db, request.params.id)),
    );

    http.post(
      '/clients',
      {
        config: {
          scope: 'clients:write',
          problems: ['role-does-not-fit', 'client-scope-refused', 'party-missing'],
          creates: '/clients/:id',
        },
        schema: {
          summary: 'Register a client; its secret is shown once',
          description:
            'A machine acts for itself with its roles; an app or handheld acts for the person who logs in. The secret is in this answer alone; a repeated request shows null.',
          tags: TAGS,
          body: RegisterClientRequest,
          response: { 201: ClientWithSecretResponse },
        },
      },
      (request, reply) =>
        uncached(reply, () =>
          withSecret((toStored) =>
            once(deps, request, reply.status(201), async (tx) => {
              const draft = toClientDraft(request.body);
              return toStored(await registerClient(tx, deps, { ...draft, actor: callerOf(request).actor }));
            }),
          ),
        ),
    );
  };

const changeRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/clients/:id/secret',
      {
        config: {
          scope: 'clients:write',
          problems: ['client-missing', 'client-revoked-already', 'client-has-no-secret'],
        },
        schema: {
          summary: 'Give a client a new secret; the one before stays valid for the overlap',
          description:
            'Change the secret in the system of the client within `overlapHours`. The new secret is in this answer alone.',
          tags: TAGS,
          params: IdParams,
          body: RotateSecretRequest,
          response: { 200: ClientWithSecretResponse },
        },
      },
      (request, reply) =>
        uncached(reply, () =>
          withSecret((toStored) =>
            once(deps, request, reply.status(200), async (tx) =>
              toStored(
                await rotateSecret(tx, deps, { ...request.body, ...request.params, actor: callerOf(request).actor }),
              ),
            ),
          ),
        ),
    );

    http.post(
      '/clients/:id/revocation',
      {
        config: {
          scope: 'clients:write',
          problems: ['client-missing', 'client-revoked-already'],
          example: { ...CLIENT, revokedAt: '2026-10-20T02:00:00.000Z' },
        },
        schema: {
          summary: 'Revoke a client permanently; its access tokens are refused within 30 seconds',
          description:
            'The client gets no more tokens at once. Every process refuses the access tokens that it has, and those of people who logged in with it, within 30 seconds. Cannot be undone: register a new client where one is needed.',
          tags: TAGS,
          params: IdParams,
          body: RevokeClientRequest,
          response: { 200: ClientResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(200), async (tx) =>
          toClientResponse(await revokeClient(tx, deps, { ...request.params, actor: callerOf(request).actor })),
        ),
    );
  };

/** Routes of clients and people. */
export const identityRoutes =
  (deps: RequestDeps & DependantsDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(clientRoutes(deps));
    await http.register(changeRoutes(deps));
    await http.register(clientChangeRoutes(deps));
    await http.register(peopleRoutes(deps));
  };

/** Keeps caches on the way from storing a secret. */
async function uncached<Body>(reply: FastifyReply, work: () => Promise<Body>): Promise<Body> {
  reply.header('cache-control', 'no-store');
  return work();
}
