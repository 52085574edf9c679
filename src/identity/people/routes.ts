import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { listPeople } from './queries.ts';
import {
  ChangePersonRequest,
  ChangeRolesRequest,
  GivePasswordRequest,
  PersonListQuery,
  PersonResponse,
  RegisterPersonRequest,
  toPersonResponse,
  WelcomedPersonResponse,
} from './schemas.ts';
import {
  type By,
  blockPerson,
  changeRoles,
  giveInitialPassword,
  registerPerson,
  requirePerson,
  unblockPerson,
  type Welcomed,
} from './service.ts';

const TAGS = ['identity'];
const READ = { scope: 'people:read', personal: 'person' } as const;
const WRITE = { scope: 'people:write', personal: 'person' } as const;

type Answer = z.infer<typeof WelcomedPersonResponse>;

/** What an answer is kept as, for requests that are repeated, has no password in it: only the first one is given it. */
async function withPassword(keeping: (show: (welcomed: Welcomed) => Answer) => Promise<Answer>): Promise<Answer> {
  let initialPassword: string | null = null;
  const kept = await keeping((welcomed) => {
    initialPassword = welcomed.initialPassword;
    return { ...toPersonResponse(welcomed.person), initialPassword: null };
  });
  return { ...kept, initialPassword };
}

const byOf = ({ actor, visibility }: By): By => ({ actor, visibility });

export const peopleRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
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
      ({ visibility, query }) =>
        readAs(deps.db, { visibility, scope: READ.scope }, (db) => listPeople(db, visibility, query)),
    );

    http.get(
      '/people/:id',
      {
        config: READ,
        schema: { summary: 'Read a person', tags: TAGS, params: IdParams, response: { 200: PersonResponse } },
      },
      ({ visibility, params }) =>
        readAs(deps.db, { visibility, scope: READ.scope }, async (db) =>
          toPersonResponse(await requirePerson(db, visibility, params.id)),
        ),
    );

    http.post(
      '/people',
      {
        config: WRITE,
        schema: {
          summary: 'Register a person; the initial password is shown this once',
          tags: TAGS,
          body: RegisterPersonRequest,
          response: { 201: WelcomedPersonResponse },
        },
      },
      (request, reply) =>
        withPassword((show) =>
          once(deps, request, reply.status(201), async (tx) =>
            show(await registerPerson(tx, deps, byOf(request), request.body)),
          ),
        ),
    );

    await http.register(changeRoutes(deps));
  };

const changeRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/people/:id/password',
      {
        config: WRITE,
        schema: {
          summary: 'Give a person another initial password, shown this once; sessions and tokens before it end',
          tags: TAGS,
          params: IdParams,
          body: GivePasswordRequest,
          response: { 201: WelcomedPersonResponse },
        },
      },
      (request, reply) =>
        withPassword((show) =>
          once(deps, request, reply.status(201), async (tx) =>
            show(await giveInitialPassword(tx, deps, byOf(request), request.params)),
          ),
        ),
    );

    http.post(
      '/people/:id/roles',
      {
        config: WRITE,
        schema: {
          summary: 'Give a person other roles, in the tokens from the next one on',
          tags: TAGS,
          params: IdParams,
          body: ChangeRolesRequest,
          response: { 201: PersonResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) =>
          toPersonResponse(await changeRoles(tx, deps, byOf(request), { ...request.params, ...request.body })),
        ),
    );

    const changes = [
      { step: 'block', take: blockPerson, summary: 'Block a person; within a minute the tokens given are refused' },
      { step: 'unblock', take: unblockPerson, summary: 'Let a blocked person log in again' },
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
            toPersonResponse(await take(tx, deps, byOf(request), { ...request.params, ...request.body })),
          ),
      );
    }
  };
