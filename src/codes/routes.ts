/** HTTP: code tables, and the work calendar. Migrations and `npm run leadloop -- codes load` load them. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { dayOf } from '../core/calendar.ts';
import { readAs } from '../platform/database/row-security.ts';
import type { RequestDeps } from '../platform/deps.ts';
import { callerOf, pageOf } from '../platform/http/index.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { listCodes } from './queries.ts';
import { CodeParams, CodeQuery, CodeResponse } from './schemas.ts';

export const codeRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(calendarRoutes(deps));
    http.get(
      '/codes/:kind',
      {
        config: { scope: 'parties:read', problems: [['law-missing', { key: 'batteries.groups' }]] },
        schema: {
          summary: 'Read a code table as of a day',
          description:
            'Codes with their names in Chinese and English, for the fields of requests: a field described as “code of the list packaging” takes a code of `GET /v1/codes/packaging`. Every code has its term of validity, its source and the confidence in it. Without `on` the codes of today are listed.',
          tags: ['codes'],
          params: CodeParams,
          querystring: CodeQuery,
          response: { 200: pageOf(CodeResponse) },
        },
      },
      (request) => {
        const { on = dayOf(deps.clock()), ...page } = request.query;
        const { kind } = request.params;
        return readAs(deps.db, callerOf(request), (db) => listCodes(db, { ...page, kind, on }));
      },
    );
  };
