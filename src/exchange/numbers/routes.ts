/** Routes of clashes of numbers, for operators. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { SETTLED_CLASH } from '../examples.ts';
import { settleClash } from './clash-service.ts';
import { listClashes, readClash } from './queries.ts';
import { ClashListQuery, ClashResponse, SettleClashRequest } from './schemas.ts';

const TAGS = ['exchange'];

export const clashRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/exchange/number-clashes',
      {
        config: { scope: 'exchange:read', personal: 'delivery' },
        schema: {
          summary: 'List clashes of manifest numbers',
          description:
            'Statements about numbers that cannot both be true: the national system or another province reports a number that another manifest has, or another number for a manifest. `state=open` shows those that wait for a person.',
          tags: TAGS,
          querystring: ClashListQuery,
          response: { 200: pageOf(ClashResponse) },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => listClashes(db, request.query)),
    );

    http.get(
      '/exchange/number-clashes/:id',
      {
        config: { scope: 'exchange:read', personal: 'delivery', problems: ['number-clash-missing'] },
        schema: {
          summary: 'Read a clash of manifest numbers',
          description:
            'One clash with the statement and what contradicts it. A settled one has remarks on how it was clarified.',
          tags: TAGS,
          params: IdParams,
          response: { 200: ClashResponse },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => readClash(db, request.params.id)),
    );

    http.post(
      '/exchange/number-clashes/:id/settle',
      {
        config: {
          scope: 'exchange:write',
          personal: 'delivery',
          problems: ['number-clash-missing', 'number-clash-settled'],
          example: SETTLED_CLASH,
        },
        schema: {
          summary: 'Settle a clash of manifest numbers',
          description:
            'Clarify it first with the authorities that stated the numbers. Settling changes no manifest: it records the remarks, and the alert ends.',
          tags: TAGS,
          params: IdParams,
          body: SettleClashRequest,
          response: { 200: ClashResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(200), async (tx) => {
          const { actor } = callerOf(request);
          const { id } = request.params;
          await settleClash(tx, deps, { actor, id, remarks: request.body.remarks });
          return readClash(tx, id);
        }),
    );
  };
