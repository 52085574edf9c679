/** HTTP: the code tables. They are loaded by migrations and by `npm run leadloop -- codes load`. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { dayOf } from '../core/calendar.ts';
import { readAs } from '../platform/database/row-security.ts';
import type { Deps } from '../platform/deps.ts';
import { pageOf } from '../platform/http/index.ts';
import { listCodes } from './queries.ts';
import { CodeParams, CodeQuery, CodeResponse } from './schemas.ts';

export const codeRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/codes/:kind',
      {
        config: { scope: 'parties:read' },
        schema: {
          summary: 'Read a code table as it was on a day',
          description: 'Every code says from when to when it holds, where that comes from, and how sure it is.',
          tags: ['codes'],
          params: CodeParams,
          querystring: CodeQuery,
          response: { 200: pageOf(CodeResponse) },
        },
      },
      ({ params: { kind }, query: { on, ...page }, visibility }) =>
        readAs(deps.db, { visibility }, (db) => listCodes(db, { ...page, kind, on: on ?? dayOf(deps.clock()) })),
    );
  };
