/** HTTP: photographs of loads. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { type LawDeps, manifestLaw } from '../law/queries.ts';
import { readPhotographs } from './queries.ts';
import { AddPhotographsRequest, PhotographsOfManifest, toPhotographsResponse } from './schemas.ts';
import { addPhotographs } from './service.ts';

const TAGS = ['manifests'];

export const photographRoutes =
  (deps: RequestDeps & LawDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/manifests/:id/photographs',
      {
        config: {
          ...{ scope: 'manifests:write', personal: 'holding' },
          problems: [
            ...(['manifest-missing', 'photograph-file-missing', 'photograph-not-a-picture'] as const),
            ...(['photograph-exists', 'photographs-too-many', 'photographs-of-draft'] as const),
            ['instant-in-future', { pointer: '#/body/takenAt' }],
            ['law-missing', { key: 'manifests.paper-photographs' }],
          ],
        },
        schema: {
          summary: 'Add photographs of a load',
          description:
            'Adds pictures of a load and of its papers, which an organisation named on the manifest has uploaded (`POST /v1/files`), at any time from `offline_paper` or `submitted` on, and answers all of the manifest. Paper is entered with photographs; a `backfill` without any is marked (`paper-without-photographs`). All parties of the manifest and their authorities in this province read the files; other provinces receive none.',
          tags: TAGS,
          params: IdParams,
          body: AddPhotographsRequest,
          response: { 201: PhotographsOfManifest },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, law: await manifestLaw(deps) };
        return once(deps, request, reply.status(201), async (tx) => {
          const all = await addPhotographs(tx, deps, { ...by, manifestId: request.params.id, ...request.body });
          return { items: all.map(toPhotographsResponse) };
        });
      },
    );

    http.get(
      '/manifests/:id/photographs',
      {
        config: { scope: 'manifests:read', personal: 'holding', problems: ['manifest-missing'] },
        schema: {
          summary: 'List the photographs of a load',
          description:
            'All photographs of the load of a manifest with the organisations that added them, first to last. Their content is read with `GET /v1/files/{id}/content`.',
          tags: TAGS,
          params: IdParams,
          response: { 200: PhotographsOfManifest },
        },
      },
      (request) => {
        const { visibility } = callerOf(request);
        return readAs(deps.db, callerOf(request), (db) => readPhotographs(db, visibility, request.params.id));
      },
    );
  };
