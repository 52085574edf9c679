import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { listPeople } from './queries.ts';
import {
  ChangePersonRequest,
  ChangeRolesRequest,
  GivePasswordRequest,
  PersonListQuery,
  PersonResponse,
  PersonWithPasswordResponse,
  RegisterPersonRequest,
  toPersonResponse,
} from './schemas.ts';
import {
  blockPerson,
  type Caller,
  changeRoles,
  giveInitialPassword,
  type PersonWithPassword,
  registerPerson,
  requirePerson,
  unblockPerson,
} from './service.ts';

const TAGS = ['identity'];
const READ = { scope: 'people:read', personal: 'person' } as const;
const WRITE = { scope: 'people:write', personal: 'person' } as const;

type Answer = z.infer<typeof PersonWithPasswordResponse>;

/** Shows the initial password in the first answer only: the answer stored for repeated requests does not contain it. */
async function withPassword(
  store: (toStored: (made: PersonWithPassword) => Answer) => Promise<Answer>,
): Promise<Answer> {
  let initialPassword: string | null = null;
  const stored = await store((made) => {
    initialPassword = made.initialPassword;
    return { ...toPersonResponse(made.person), initialPassword: null };
  });
  return { ...stored, initialPassword };
}

/** The part of the caller that every command about people needs. */
function commanderOf(request: FastifyRequest): Caller {
  const { actor, visibility } = callerOf(request);
  return { actor, visibility };
}

export const peopleRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/people',
      {
        config: READ,
        schema: {
          summary: 'List people',
          tags: TAGS,
          querystring: PersonListQuery,
          response: { 200: pageOf(PersonResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => listPeople(db, callerOf(request).visibility, request.query)),
    );

    http.get(
      '/people/:id',
      {
        config: READ,
        schema: { summary: 'Read a person', tags: TAGS, params: IdParams, response: { 200: PersonResponse } },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) =>
          toPersonResponse(await requirePerson(db, callerOf(request).visibility, request.params.id)),
        ),
    );

    http.post(
      '/people',
      {
        config: WRITE,
        schema: {
          summary: 'Register a person; the initial password is shown once',
          tags: TAGS,
          body: RegisterPersonRequest,
          response: { 201: PersonWithPasswordResponse },
        },
      },
      (request, reply) =>
        withPassword((toStored) =>
          once(deps, request, reply.status(201), async (tx) =>
            toStored(await registerPerson(tx, deps, { ...commanderOf(request), ...request.body })),
          ),
        ),
    );

    await http.register(changeRoutes(deps));
  };

const changeRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/people/:id/password',
      {
        config: WRITE,
        schema: {
          summary: 'Give a person a new initial password, shown once; all earlier logins end',
          tags: TAGS,
          params: IdParams,
          body: GivePasswordRequest,
          response: { 201: PersonWithPasswordResponse },
        },
      },
      (request, reply) =>
        withPassword((toStored) =>
          once(deps, request, reply.status(201), async (tx) =>
            toStored(await giveInitialPassword(tx, deps, { ...commanderOf(request), ...request.params })),
          ),
        ),
    );

    http.post(
      '/people/:id/roles',
      {
        config: WRITE,
        schema: {
          summary: 'Change the roles of a person; access tokens with the earlier roles are refused within 30 seconds',
          tags: TAGS,
          params: IdParams,
          body: ChangeRolesRequest,
          response: { 201: PersonResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) =>
          toPersonResponse(
            await changeRoles(tx, deps, { ...commanderOf(request), ...request.params, ...request.body }),
          ),
        ),
    );

    const changes = [
      { step: 'block', take: blockPerson, summary: 'Block a person; access tokens are refused within 30 seconds' },
      { step: 'unblock', take: unblockPerson, summary: 'Unblock a person, who may then log in again' },
    ] as const;
    for (const { step, take, summary } of changes) {
      http.post(
        `/people/:id/${step}`,
        {
          config: WRITE,
          schema: {
            summary,
            tags: TAGS,
            params: IdParams,
            body: ChangePersonRequest,
            response: { 201: PersonResponse },
          },
        },
        (request, reply) =>
          once(deps, request, reply.status(201), async (tx) =>
            toPersonResponse(await take(tx, deps, { ...commanderOf(request), ...request.params, ...request.body })),
          ),
      );
    }
  };
