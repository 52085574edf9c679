/** HTTP: changes of what is registered of people. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { CHANGE, listChanges, RegisterChangeResponse, toChangeResponse } from '../../parties/index.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, changingOf, IdParams, named, PageQuery, pageOf, VersionHeaders } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { changePerson } from './change-service.ts';
import { CHANGED_PERSON } from './examples.ts';
import { CorrectPersonRequest, PersonResponse, toPersonResponse } from './schemas.ts';
import { requirePerson } from './service.ts';

const ChangedPersonResponse = named(
  'ChangedPerson',
  'Person after a change, with the change.',
  PersonResponse.extend(CHANGE),
  CHANGED_PERSON,
);

export const personChangeRoutes =
  (deps: RequestDeps & DependantsDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.patch(
      '/people/:id',
      {
        config: {
          ...{ scope: 'people:write', personal: 'person', etag: true },
          problems: ['person-missing', 'person-login-taken'],
        },
        schema: {
          summary: 'Change what is registered of a person',
          description:
            'Send the `ETag` of the person as `If-Match`. Members that are left out stay; the same values again change nothing. Roles, block and password have steps of their own.',
          tags: ['identity'],
          params: IdParams,
          headers: VersionHeaders,
          body: CorrectPersonRequest,
          response: { 200: ChangedPersonResponse },
        },
      },
      async (request, reply) => {
        const changing = changingOf(request, request.headers, request.body);
        return once(deps, request, reply.status(200), async (tx) => {
          const command = { ...request.params, ...changing };
          const { record, change } = await changePerson(tx, deps, command);
          return { ...toPersonResponse(record), change: change && toChangeResponse(change) };
        });
      },
    );

    http.get(
      '/people/:id/changes',
      {
        config: { scope: 'people:read', personal: 'person', problems: ['person-missing'] },
        schema: {
          summary: 'List the changes of what is registered of a person',
          description: 'First to last, with reasons. Callers who may read the person may read them.',
          tags: ['identity'],
          params: IdParams,
          querystring: PageQuery,
          response: { 200: pageOf(RegisterChangeResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { id } = await requirePerson(db, callerOf(request).visibility, request.params.id);
          return listChanges(db, { kind: 'person', id }, request.query);
        }),
    );
  };
