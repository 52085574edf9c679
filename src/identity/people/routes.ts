import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { personChangeRoutes } from './change-routes.ts';
import { PERSON } from './examples.ts';
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
  resetAsSecondPerson,
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

const CHANGES = [
  {
    ...{ step: 'block', take: blockPerson, problems: ['person-blocked-already', 'person-last-administrator'] },
    example: { ...PERSON, state: 'blocked', blockedAt: '2026-09-20T01:00:00.000Z' },
    summary: 'Block a person; access tokens are refused within 30 seconds',
    description: 'The person cannot log in until the block is ended. The reason is recorded in the journal.',
  },
  {
    ...{ step: 'unblock', take: unblockPerson, problems: ['person-not-blocked'] },
    example: PERSON,
    summary: 'Unblock a person, who may then log in again',
    description: 'Ends a block. The password and the roles are as they were before.',
  },
  {
    ...{
      step: 'second-factor-reset',
      take: resetAsSecondPerson,
      problems: [
        ...['second-factor-missing', 'second-factor-own', 'second-person-not-logged-in', 'second-person-dependent'],
        'login-not-recent',
      ],
    },
    example: PERSON,
    summary: 'Reset the second factor of a person; all logins end, and the next login enrols another one',
    description:
      'For a person who has lost the authenticator application and the recovery codes. Another administrator does it, who has logged in during the last 15 minutes, with an account that did not come from this person; the reason is recorded in the journal.',
  },
] as const;

export const peopleRoutes =
  (deps: RequestDeps & DependantsDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/people',
      {
        config: READ,
        schema: {
          summary: 'List people',
          description:
            'People who log in, and people who are only named, such as drivers. A manager sees the people of the own organisation, the province office all of them.',
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
        config: { ...READ, problems: ['person-missing'], etag: true },
        schema: {
          summary: 'Read a person',
          description:
            'The account with its roles and state, without the password. A person who never logs in has no login name.',
          tags: TAGS,
          params: IdParams,
          response: { 200: PersonResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) =>
          toPersonResponse(await requirePerson(db, callerOf(request).visibility, request.params.id)),
        ),
    );

    http.post(
      '/people',
      {
        config: {
          ...WRITE,
          creates: '/people/:id',
          problems: ['party-missing', 'role-does-not-fit', 'person-login-taken'],
        },
        schema: {
          summary: 'Register a person; the initial password is shown once',
          description:
            'With a login name the person can log in and must change the initial password first. Without one the person is only named on records.',
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
    await http.register(personChangeRoutes(deps));
  };

const changeRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/people/:id/password',
      {
        config: {
          ...WRITE,
          problems: ['person-missing', 'person-has-no-login', 'person-blocked-already'],
        },
        schema: {
          summary: 'Give a person a new initial password, shown once; all earlier logins end',
          description: 'For a person who has forgotten the password. The old password is invalid at once.',
          tags: TAGS,
          params: IdParams,
          body: GivePasswordRequest,
          response: { 200: PersonWithPasswordResponse },
        },
      },
      (request, reply) =>
        withPassword((toStored) =>
          once(deps, request, reply.status(200), async (tx) =>
            toStored(await giveInitialPassword(tx, deps, { ...commanderOf(request), ...request.params })),
          ),
        ),
    );

    http.post(
      '/people/:id/roles',
      {
        config: {
          ...WRITE,
          problems: [
            ...['person-missing', 'role-does-not-fit', 'person-last-administrator'],
            ['roles-own', { id: EXAMPLE_IDS.person }],
          ],
        },
        schema: {
          summary: 'Change the roles of a person; access tokens with the earlier roles are refused within 30 seconds',
          description: 'Replaces all roles. The person keeps the login and gets the new roles with the next token.',
          tags: TAGS,
          params: IdParams,
          body: ChangeRolesRequest,
          response: { 200: PersonResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(200), async (tx) =>
          toPersonResponse(
            await changeRoles(tx, deps, { ...commanderOf(request), ...request.params, ...request.body }),
          ),
        ),
    );

    for (const { step, take, summary, description, problems, example } of CHANGES) {
      http.post(
        `/people/:id/${step}`,
        {
          config: { ...WRITE, problems: ['person-missing', ...problems], example },
          schema: {
            summary,
            description,
            tags: TAGS,
            params: IdParams,
            body: ChangePersonRequest,
            response: { 200: PersonResponse },
          },
        },
        (request, reply) =>
          once(deps, request, reply.status(200), async (tx) =>
            toPersonResponse(await take(tx, deps, { ...commanderOf(request), ...request.params, ...request.body })),
          ),
      );
    }
  };
