/** HTTP: changes of what is registered of clients. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { CHANGE, listChanges, RegisterChangeResponse, toChangeResponse } from '../../parties/index.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import {
  callerOf,
  changingOf,
  IdParams,
  named,
  PageQuery,
  pageOf,
  VersionHeaders,
  wholeOf,
} from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { changeClient } from './change-service.ts';
import { CHANGED_CLIENT } from './examples.ts';
import { readClient } from './queries.ts';
import { ChangeClientRequest, ClientResponse, toClientResponse, WholeClient } from './schemas.ts';

const ChangedClientResponse = named(
  'ChangedClient',
  'Client after a change, with the change.',
  ClientResponse.extend(CHANGE),
  CHANGED_CLIENT,
);

export const clientChangeRoutes =
  (deps: RequestDeps & DependantsDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.patch(
      '/clients/:id',
      {
        config: {
          ...{ scope: 'clients:write', personal: 'person', etag: true },
          problems: [
            ...['client-missing', 'client-revoked-already', 'role-does-not-fit', 'client-scope-refused'],
            'roles-own',
          ],
        },
        schema: {
          summary: 'Change what is registered of a client',
          description:
            'Send the `ETag` of the client as `If-Match`. Members that are left out stay. Access tokens of a machine with other rights are refused within 30 seconds. No client changes its own rights; other keys need another client.',
          tags: ['identity'],
          params: IdParams,
          headers: VersionHeaders,
          body: ChangeClientRequest,
          response: { 200: ChangedClientResponse },
        },
      },
      async (request, reply) => {
        const changing = changingOf(request, request.headers, request.body);
        const check = wholeOf(WholeClient, '/v1/clients/:id');
        return once(deps, request, reply.status(200), async (tx) => {
          const command = { ...request.params, ...changing, check };
          const { record, change } = await changeClient(tx, deps, command);
          return { ...toClientResponse(record), change: change && toChangeResponse(change) };
        });
      },
    );

    http.get(
      '/clients/:id/changes',
      {
        config: { scope: 'clients:write', personal: 'person', problems: ['client-missing'] },
        schema: {
          summary: 'List the changes of what is registered of a client',
          description: 'First to last, with reasons. Secrets and keys are not in them.',
          tags: ['identity'],
          params: IdParams,
          querystring: PageQuery,
          response: { 200: pageOf(RegisterChangeResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { id } = await readClient(db, request.params.id);
          return listChanges(db, { kind: 'client', id }, request.query);
        }),
    );
  };
