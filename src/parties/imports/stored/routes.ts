/** HTTP: the progress and result of an import that runs in the background. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../../platform/database/row-security.ts';
import type { RequestDeps } from '../../../platform/deps.ts';
import { callerOf, IdParams, languageOf } from '../../../platform/http/index.ts';
import { howOf, reportOf } from '../report.ts';
import { StoredImportResponse, toStoredImportResponse } from '../schemas.ts';
import { readImport } from './queries.ts';

export const storedImportRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/imports/:id',
      {
        config: { scope: 'parties:write', problems: ['import-missing'] },
        schema: {
          summary: 'Show the progress and result of an import',
          description:
            'An import of more than 2000 rows is answered with 202 and runs in the background. It shows the rows judged so far with their faults, in the language of `Accept-Language`. In mode `rows` its rows are registered 500 at a time; in mode `all` they are registered together at the end. Ask again until `state` is `finished` or `failed`.',
          tags: ['parties'],
          params: IdParams,
          response: { 200: StoredImportResponse },
        },
      },
      async (request) => {
        const { stored, findings } = await readAs(deps.db, callerOf(request), (db) =>
          readImport(db, request.params.id),
        );
        const language = languageOf(request.headers['accept-language']);
        return toStoredImportResponse(stored, reportOf(stored, findings, { ...howOf(stored), language }));
      },
    );
  };
