/** Routes: the registry of methods. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { dayOf } from '../../core/calendar.ts';
import type { Deps } from '../../platform/deps.ts';
import { languageOf } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { methodLawOn } from './law-queries.ts';
import { TARGETS } from './law-schemas.ts';
import { METHODS } from './registry/registry.ts';
import { MethodListQuery, MethodListResponse, toMethods } from './schemas.ts';

type MethodDeps = Pick<Deps, 'clock'> & { readonly law: () => Promise<LawCache> };

export const methodRoutes =
  ({ law, clock }: MethodDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/recovery/methods',
      {
        config: { scope: 'recovery:read', problems: [['law-missing', { key: TARGETS }]] },
        schema: {
          summary: 'List the methods of recovery rates, with their sources and targets',
          description:
            'What each method computes, from where to where, who published it, and which limits are in force on a day. GET /v1/recovery names the method and the verdicts on these targets.',
          tags: ['recovery'],
          querystring: MethodListQuery,
          response: { 200: MethodListResponse },
        },
      },
      async (request) => {
        const on = request.query.on ?? dayOf(clock());
        return toMethods(METHODS, methodLawOn(await law(), on), languageOf(request.headers['accept-language']));
      },
    );
  };
