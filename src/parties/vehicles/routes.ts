/** HTTP: vehicles of carriers. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, languageOf, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { requireVisibleParty } from '../service.ts';
import { listVehiclesOf, readVehicle } from './queries.ts';
import {
  RegisterVehicleRequest,
  toVehicleResponse,
  VehicleListQuery,
  VehicleParams,
  VehicleResponse,
} from './schemas.ts';
import { registerVehicle } from './service.ts';

const TAGS = ['parties'];

export const vehicleRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(readingRoutes(deps));

    http.post(
      '/parties/:id/vehicles',
      {
        config: {
          scope: 'parties:write',
          problems: ['party-missing', 'vehicle-exists'],
          creates: '/parties/:partyId/vehicles/:id',
        },
        schema: {
          summary: 'Register a vehicle of an organisation, or a renewed permit of a vehicle',
          description:
            'Adds a vehicle with its transport permit. Register the same plate again when the permit is renewed. Unusual plates lead to warnings and do not stop the registration.',
          tags: TAGS,
          params: IdParams,
          body: RegisterVehicleRequest,
          response: { 201: VehicleResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) => {
          const { actor } = callerOf(request);
          const { params, body } = request;
          return toVehicleResponse(
            await registerVehicle(tx, deps, { actor, ...body, partyId: params.id }),
            languageOf(request.headers['accept-language']),
          );
        }),
    );
  };

const readingRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/parties/:id/vehicles',
      {
        config: { scope: 'parties:read', problems: ['party-missing'] },
        schema: {
          summary: 'List the vehicles of an organisation, one entry for each permit',
          description:
            'Vehicles with the terms of their permits. Only the organisation and its authorities may read them.',
          tags: TAGS,
          params: IdParams,
          querystring: VehicleListQuery,
          response: { 200: pageOf(VehicleResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { id } = await requireVisibleParty(db, callerOf(request).visibility, request.params.id);
          return listVehiclesOf(db, id, request.query, languageOf(request.headers['accept-language']));
        }),
    );

    http.get(
      '/parties/:id/vehicles/:vehicleId',
      {
        config: { scope: 'parties:read', problems: ['vehicle-missing'], etag: true },
        schema: {
          summary: 'Read a vehicle of an organisation',
          description:
            'One vehicle with the term of its permit, for the organisation and its authorities. A renewed permit is an entry of its own with another id.',
          tags: TAGS,
          params: VehicleParams,
          response: { 200: VehicleResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          readVehicle(db, callerOf(request).visibility, request.params, languageOf(request.headers['accept-language'])),
        ),
    );
  };
