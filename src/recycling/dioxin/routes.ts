/** HTTP: dioxin measurements. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { SiteListQuery } from '../inventory/schemas.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import { listDioxin, readDioxin } from './queries.ts';
import { DioxinResponse, RecordDioxinRequest, toDioxinResponse } from './schemas.ts';
import { recordDioxin } from './service.ts';

const TAGS = ['recycling'];
const PROBLEMS = [
  ...['site-missing', 'site-not-recycler', 'party-not-active', 'dioxin-times-mixed'],
  ['instant-in-future', { pointer: '#/body/sampledAt' }],
  ...['dioxin-exists', 'dioxin-not-its-correction', 'certificate-missing', 'certificate-differs'],
  ['dioxin-missing', { pointer: '#/body/replacesId' }],
  ['law-missing', { key: 'clock.future-skew' }],
] as const;

export const dioxinMeasurementRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/dioxin-measurements',
      {
        config: { scope: 'recycling:write', problems: PROBLEMS, creates: '/dioxin-measurements/:id' },
        schema: {
          summary: 'Record a dioxin measurement of an outlet, or correct one',
          description:
            'Three samples of one outlet (HJ 77.2-2008), with the furnace, the class of its technology, and its hours and production of the calendar year. GET /v1/recovery/dioxin makes the release of the year from it. A correction names the measurement that it replaces.',
          tags: TAGS,
          body: RecordDioxinRequest,
          response: { 201: DioxinResponse },
        },
      },
      async (request, reply) => {
        const command = { actor: callerOf(request).actor, rules: await readRules(deps), draft: request.body };
        return once(deps, request, reply.status(201), async (tx) =>
          toDioxinResponse(await recordDioxin(tx, deps, command)),
        );
      },
    );

    http.get(
      '/dioxin-measurements',
      {
        config: { scope: 'recycling:read' },
        schema: {
          summary: 'List dioxin measurements, corrected ones included',
          description:
            'Measurements of outlets, oldest first, narrowed by site. A correction names the measurement that it replaces.',
          tags: TAGS,
          querystring: SiteListQuery,
          response: { 200: pageOf(DioxinResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => listDioxin(db, callerOf(request).visibility, request.query)),
    );

    http.get(
      '/dioxin-measurements/:id',
      {
        config: { scope: 'recycling:read', problems: ['dioxin-missing'] },
        schema: {
          summary: 'Read a dioxin measurement',
          description:
            'One measurement with its samples and laboratory. A corrected one stays as it was recorded: the correction names it in `replacesId`.',
          tags: TAGS,
          params: IdParams,
          response: { 200: DioxinResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => readDioxin(db, callerOf(request).visibility, request.params.id)),
    );
  };
