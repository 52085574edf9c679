/** Routes: revisions of certified figures. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { listRevisions } from './queries.ts';
import { RevisionListResponse } from './schemas.ts';

export const revisionRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/assessments/:id/revisions',
      {
        config: { scope: 'assessments:read', problems: ['assessment-missing'] },
        schema: {
          summary: 'List the revisions of a certified figure',
          description:
            'A revision opens when later records, such as corrections, would change the certified figure, one of its terms, findings or records, and when the law of the certified period or the method has changed. Until `dueOn` it is decided. It shows old and new value of each term and rate, and the records that differ. The certified figure stays; POST /v1/assessments/{id}/confirm and POST /v1/assessments/{id}/reopen decide. Figures are compared in the background; `comparedIndex` of the assessment says up to which entry of the journal.',
          tags: ['recovery'],
          params: IdParams,
          response: { 200: RevisionListResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          listRevisions(db, callerOf(request).visibility, request.params.id, deps.clock()),
        ),
    );
  };
