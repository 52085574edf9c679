/** Routes: sites with stock near its limits or above them. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { dayOf } from '../../core/calendar.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, pageOf } from '../../platform/http/index.ts';
import { listStorage } from './queries.ts';
import { StorageQuery, StorageResponse } from './schemas.ts';

export const storageRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/storage',
      {
        config: { scope: 'batches:read' },
        schema: {
          summary: 'List sites near their storage limits or above them',
          description:
            'The limits of the law by kind of site (HJ 519-2020), or of the site itself where they are stricter. `share=0` lists every site with stock.',
          tags: ['batches'],
          querystring: StorageQuery,
          response: { 200: pageOf(StorageResponse) },
        },
      },
      (request) => {
        const caller = callerOf(request);
        const today = dayOf(deps.clock());
        return readAs(deps.db, caller, (db) => listStorage(db, caller.visibility, request.query, today));
      },
    );
  };
