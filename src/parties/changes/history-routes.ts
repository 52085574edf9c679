/** HTTP: the changes of registered records, for the organisation and its authorities. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { seesOneOf } from '../../core/access/visibility.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, languageOf, PageQuery, pageOf } from '../../platform/http/index.ts';
import { partyProblem } from '../problems.ts';
import { readLicenceOf, readSite } from '../queries.ts';
import { requireParty, requireVisibleParty } from '../service.ts';
import { LicenceParams } from '../status/schemas.ts';
import { readVehicle } from '../vehicles/queries.ts';
import { VehicleParams } from '../vehicles/schemas.ts';
import { listChanges } from './queries.ts';
import { RegisterChangeResponse } from './schemas.ts';

const READ = { scope: 'parties:read', personal: 'party' } as const;
const COMMON = { tags: ['parties'], querystring: PageQuery, response: { 200: pageOf(RegisterChangeResponse) } };
const WHO = 'First to last, with reasons. Only the organisation and its authorities may read them.';

export const historyRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/parties/:id/changes',
      {
        config: { ...READ, problems: ['party-missing'] },
        schema: {
          ...COMMON,
          summary: 'List the changes of what is registered of an organisation',
          description: `${WHO} Steps of its state are in its history.`,
          params: IdParams,
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { id } = await requireVisibleParty(db, callerOf(request).visibility, request.params.id);
          return listChanges(db, { kind: 'party', id }, request.query);
        }),
    );

    http.get(
      '/sites/:id/changes',
      {
        config: { ...READ, problems: ['site-missing'] },
        schema: {
          ...COMMON,
          summary: 'List the changes of what is registered of a site',
          description: `${WHO} Empty for a site that was never changed.`,
          params: IdParams,
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const language = languageOf(request.headers['accept-language']);
          const { id, partyId } = await readSite(db, request.params.id, language);
          const party = await requireParty(db, partyId);
          if (!seesOneOf(callerOf(request).visibility, [party])) {
            throw partyProblem('site-missing', { id, pointer: '#/params/id' });
          }
          return listChanges(db, { kind: 'site', id }, request.query);
        }),
    );

    await http.register(ownedRoutes(deps));
  };

const ownedRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/parties/:id/licences/:licenceId/changes',
      {
        config: { ...READ, problems: ['party-missing', 'licence-unknown'] },
        schema: {
          ...COMMON,
          summary: 'List the changes of what is registered of a licence',
          description: `${WHO} Suspensions and revocations are in the licence itself.`,
          params: LicenceParams,
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const party = await requireVisibleParty(db, callerOf(request).visibility, request.params.id);
          const { id } = await readLicenceOf(db, party.id, request.params.licenceId);
          return listChanges(db, { kind: 'licence', id }, request.query);
        }),
    );

    http.get(
      '/parties/:id/vehicles/:vehicleId/changes',
      {
        config: { ...READ, problems: ['vehicle-missing'] },
        schema: {
          ...COMMON,
          summary: 'List the changes of what is registered of a vehicle',
          description: `${WHO} A renewed permit is a vehicle entry of its own.`,
          params: VehicleParams,
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const language = languageOf(request.headers['accept-language']);
          const { id } = await readVehicle(db, callerOf(request).visibility, request.params, language);
          return listChanges(db, { kind: 'vehicle', id }, request.query);
        }),
    );
  };
