/** HTTP: warnings of the register, counted. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, languageOf } from '../../platform/http/index.ts';
import { countWarnings } from './queries.ts';
import { RegisterWarningsResponse } from './schemas.ts';

export const warningRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/register-warnings',
      {
        config: { scope: 'parties:read' },
        schema: {
          summary: 'Count organisations and sites by their warnings',
          description:
            'The number of records with each warning about a doubtful code or place. List them with `warning` at `GET /v1/parties` and `GET /v1/sites`.',
          tags: ['parties'],
          response: { 200: RegisterWarningsResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => countWarnings(db, languageOf(request.headers['accept-language']))),
    );
  };
