import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { peopleRoutes } from '../people/routes.ts';
import { listClients } from './queries.ts';
import {
  ClientListQuery,
  ClientResponse,
  IssuedClientResponse,
  RegisterClientRequest,
  RevokeClientRequest,
  RotateSecretRequest,
  toClientDraft,
  toClientResponse,
} from './schemas.ts';
import { type Issued, registerClient, revokeClient, rotateSecret } from './service.ts';

const TAGS = ['identity'];

type Answer = z.infer<typeof IssuedClientResponse>;

/** What an answer is kept as, for requests that are repeated, has no secret in it: only the first one is given it. */
async function withSecret(keeping: (show: (issued: Issued) => Answer) => Promise<Answer>): Promise<Answer> {
  let secret: string | null = null;
  const kept = await keeping((issued) => {
    secret = issued.secret;
    return { ...toClientResponse(issued.client), secret: null };
  });
  return { ...kept, secret };
}

const clientRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/clients',
      {
        config: { scope: 'clients:write' },
        schema: {
          summary: 'List clients',
          tags: TAGS,
          querystring: ClientListQuery,
          response: { 200: pageOf(ClientResponse) },
        },
      },
      ({ query, visibility }) =>
        readAs(deps.db, { visibility, scope: 'clients:write' }, (db) => listClients(db, query)),
    );

    http.post(
      '/clients',
      {
        config: { scope: 'clients:write' },
        schema: {
          summary: 'Register a client; its secret is shown this once',
          tags: TAGS,
          body: RegisterClientRequest,
          response: { 201: IssuedClientResponse },
        },
      },
      (request, reply) =>
        unstored(reply, () =>
          withSecret((show) =>
            once(deps, request, reply.status(201), async (tx) => {
              const draft = toClientDraft(request.body);
              return show(await registerClient(tx, deps, { ...draft, actor: request.actor }));
            }),
          ),
        ),
    );

    http.post(
      '/clients/:id/secret',
      {
        config: { scope: 'clients:write' },
        schema: {
          summary: 'Give a client another secret; the one before holds on for the overlap',
          tags: TAGS,
          params: IdParams,
          body: RotateSecretRequest,
          response: { 201: IssuedClientResponse },
        },
      },
      (request, reply) =>
        unstored(reply, () =>
          withSecret((show) =>
            once(deps, request, reply.status(201), async (tx) =>
              show(await rotateSecret(tx, deps, { ...request.body, ...request.params, actor: request.actor })),
            ),
          ),
        ),
    );

    http.post(
      '/clients/:id/revocation',
      {
        config: { scope: 'clients:write' },
        schema: {
          summary: 'Revoke a client for good; within a minute its tokens are refused',
          tags: TAGS,
          params: IdParams,
          body: RevokeClientRequest,
          response: { 201: ClientResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) =>
          toClientResponse(await revokeClient(tx, deps, { ...request.params, actor: request.actor })),
        ),
    );
  };

/** Clients and people. */
export const identityRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(clientRoutes(deps));
    await http.register(peopleRoutes(deps));
  };

/** A secret is kept by no cache on the way. */
async function unstored<Body>(reply: FastifyReply, work: () => Promise<Body>): Promise<Body> {
  reply.header('cache-control', 'no-store');
  return work();
}
