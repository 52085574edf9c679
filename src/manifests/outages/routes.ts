/** HTTP: outages of systems. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { ENDED_OUTAGE, OUTAGE } from '../examples/outages.ts';
import { type LawDeps, manifestLaw } from '../law/queries.ts';
import { listOutages, readOutage } from './queries.ts';
import {
  DeclareOutageRequest,
  EndOutageRequest,
  OutageListQuery,
  OutageResponse,
  toOutageResponse,
} from './schemas.ts';
import { declareOutage, endOutage } from './service.ts';

const TAGS = ['manifests'];

export const outageRoutes =
  (deps: RequestDeps & LawDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/outages',
      {
        config: {
          ...{ scope: 'outages:write', personal: 'holding', example: OUTAGE },
          problems: [['instant-in-future', { pointer: '#/body/startedAt' }], 'outage-elsewhere', 'outage-open'],
          creates: '/outages/:id',
        },
        schema: {
          summary: 'Declare an outage of a system',
          description:
            'Declares that the national system, or that of the province, cannot be used in the province or in one of its cities from a time on, with the reason. Loads may travel on paper in that time (Order 23, Art 20); paper outside of it is marked (`paper-outside-outage`). It may be declared afterwards, which `recordedAt` shows, and not for the future.',
          tags: TAGS,
          body: DeclareOutageRequest,
          response: { 201: OutageResponse },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, law: await manifestLaw(deps) };
        return once(deps, request, reply.status(201), async (tx) =>
          toOutageResponse(await declareOutage(tx, deps, { ...by, ...request.body })),
        );
      },
    );

    http.post(
      '/outages/:id/end',
      {
        config: {
          ...{ scope: 'outages:write', personal: 'holding', example: ENDED_OUTAGE },
          problems: [
            'outage-missing',
            'outage-ended',
            'outage-end-early',
            ['instant-in-future', { pointer: '#/body/endedAt' }],
          ],
        },
        schema: {
          summary: 'End an outage of a system',
          description:
            'Records when the system could be used again: after the start, and not in the future. An outage has one end.',
          tags: TAGS,
          params: IdParams,
          body: EndOutageRequest,
          response: { 200: OutageResponse },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, law: await manifestLaw(deps) };
        return once(deps, request, reply.status(200), async (tx) =>
          toOutageResponse(await endOutage(tx, deps, { ...by, id: request.params.id, ...request.body })),
        );
      },
    );

    http.get(
      '/outages',
      {
        config: { scope: 'manifests:read', personal: 'holding' },
        schema: {
          summary: 'List outages of systems',
          description:
            'Declared outages with their reasons and ends, oldest first. They are a public register. `openAt` narrows the list to a time, `current=true` to outages without an end, `divisionCode` to those that concern a place.',
          tags: TAGS,
          querystring: OutageListQuery,
          response: { 200: pageOf(OutageResponse) },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => listOutages(db, request.query)),
    );

    http.get(
      '/outages/:id',
      {
        config: { scope: 'manifests:read', personal: 'holding', problems: ['outage-missing'] },
        schema: {
          summary: 'Read an outage of a system',
          description: 'One outage with its reason. `ending` shows its end; null while it is open.',
          tags: TAGS,
          params: IdParams,
          response: { 200: OutageResponse },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => readOutage(db, request.params.id)),
    );
  };
