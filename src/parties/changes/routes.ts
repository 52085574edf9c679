/** HTTP: changes of what is registered of organisations, sites, licences and vehicles. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RegisteredKind } from '../../core/access/changeable.ts';
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import type { ListedProblem } from '../../core/messages/problem.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { changingOf, IdParams, languageOf, VersionHeaders, wholeOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { readLicenceOf } from '../queries.ts';
import { WholeLicence, WholeParty, WholeSite } from '../register/schemas.ts';
import { toPartyResponse, toSiteResponse } from '../schemas.ts';
import { LicenceParams } from '../status/schemas.ts';
import { toVehicleResponse, VehicleParams, WholeVehicle } from '../vehicles/schemas.ts';
import { historyRoutes } from './history-routes.ts';
import {
  ChangedLicenceResponse,
  ChangedPartyResponse,
  ChangedSiteResponse,
  ChangedVehicleResponse,
  ChangeLicenceRequest,
  ChangePartyRequest,
  ChangeSiteRequest,
  ChangeVehicleRequest,
  toChangeResponse,
} from './schemas.ts';
import { changeLicence, changeParty, changeSite, changeVehicle } from './service.ts';

type Deps = RequestDeps & DependantsDeps;

const { manifest } = EXAMPLE_IDS;

/** Problems of every change, with the members of a record that the authority alone changes, and that others hold. */
const refusals = (kind: RegisteredKind, reserved: string, held: string): ListedProblem[] => [
  ['change-reserved', { kind, members: [reserved], pointer: `#/body/${reserved}` }],
  ['change-held', { kind, members: [held], ids: [manifest], pointer: `#/body/${held}` }],
];

const CONFIG = { scope: 'parties:change', personal: 'party', etag: true } as const;
const WAYS =
  'Send the `ETag` of the record as `If-Match`. Members that are left out stay; the same values again change nothing. The answer says what the change affects, and what other records hold is refused with their names.';

const languageFor = ({ headers }: Pick<FastifyRequest, 'headers'>) => languageOf(headers['accept-language']);

export const changeRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(partyRoutes(deps));
    await http.register(siteRoutes(deps));
    await http.register(licenceRoutes(deps));
    await http.register(vehicleRoutes(deps));
    await http.register(historyRoutes(deps));
  };

const partyRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.patch(
      '/parties/:id',
      {
        config: {
          ...CONFIG,
          problems: ['party-missing', 'party-exists', 'division-unknown', ...refusals('party', 'name', 'uscc')],
        },
        schema: {
          summary: 'Change what is registered of an organisation',
          description: `${WAYS} An organisation changes its contact itself, the authority everything. Code and division stay once manifests name the organisation; their documents keep its earlier name.`,
          tags: ['parties'],
          params: IdParams,
          headers: VersionHeaders,
          body: ChangePartyRequest,
          response: { 200: ChangedPartyResponse },
        },
      },
      async (request, reply) => {
        const command = changingOf(request, request.headers, request.body);
        const check = wholeOf(WholeParty, '/v1/parties/:id');
        return once(deps, request, reply.status(200), async (tx) => {
          const { record, change } = await changeParty(tx, deps, { ...command, ...request.params, check });
          return { ...toPartyResponse(record, languageFor(request)), change: change && toChangeResponse(change) };
        });
      },
    );
  };

const siteRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.patch(
      '/sites/:id',
      {
        config: {
          ...CONFIG,
          problems: ['site-missing', 'site-outside-home', 'division-unknown', ...refusals('site', 'name', 'kind')],
        },
        schema: {
          summary: 'Change what is registered of a site',
          description: `${WAYS} Kind and division stay while the site holds stock or open manifests name it.`,
          tags: ['parties'],
          params: IdParams,
          headers: VersionHeaders,
          body: ChangeSiteRequest,
          response: { 200: ChangedSiteResponse },
        },
      },
      async (request, reply) => {
        const command = changingOf(request, request.headers, request.body);
        const check = wholeOf(WholeSite, '/v1/sites/:id');
        return once(deps, request, reply.status(200), async (tx) => {
          const { record, change } = await changeSite(tx, deps, { ...command, ...request.params, check });
          return { ...toSiteResponse(record, languageFor(request)), change: change && toChangeResponse(change) };
        });
      },
    );
  };

const licenceRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.patch(
      '/parties/:id/licences/:licenceId',
      {
        config: {
          ...CONFIG,
          problems: [
            ...['party-missing', 'licence-unknown', 'licence-exists', 'waste-code-unknown'],
            ...refusals('licence', 'number', 'validTo'),
          ],
        },
        schema: {
          summary: 'Change what is registered of a licence',
          description: `${WAYS} A licence under which loads were accepted may be extended, never narrowed: revoke it instead. The answer names the open manifests that lose its cover.`,
          tags: ['parties'],
          params: LicenceParams,
          headers: VersionHeaders,
          body: ChangeLicenceRequest,
          response: { 200: ChangedLicenceResponse },
        },
      },
      async (request, reply) => {
        const command = changingOf(request, request.headers, request.body);
        const check = wholeOf(WholeLicence, '/v1/parties/:id/licences/:licenceId');
        const { id: partyId, licenceId: id } = request.params;
        return once(deps, request, reply.status(200), async (tx) => {
          const { change } = await changeLicence(tx, deps, { ...command, id, partyId, check });
          return { ...(await readLicenceOf(tx, partyId, id)), change: change && toChangeResponse(change) };
        });
      },
    );
  };

const vehicleRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.patch(
      '/parties/:id/vehicles/:vehicleId',
      {
        config: {
          ...CONFIG,
          problems: ['vehicle-missing', 'vehicle-exists', ...refusals('vehicle', 'plate', 'plate')],
        },
        schema: {
          summary: 'Change what is registered of a vehicle or its permit',
          description: `${WAYS} The plate of a vehicle on the road stays. Register a renewed permit as a new entry, so that earlier days stay covered.`,
          tags: ['parties'],
          params: VehicleParams,
          headers: VersionHeaders,
          body: ChangeVehicleRequest,
          response: { 200: ChangedVehicleResponse },
        },
      },
      async (request, reply) => {
        const command = changingOf(request, request.headers, request.body);
        const check = wholeOf(WholeVehicle, '/v1/parties/:id/vehicles/:vehicleId');
        const { id: partyId, vehicleId: id } = request.params;
        const language = languageFor(request);
        return once(deps, request, reply.status(200), async (tx) => {
          const { record, change } = await changeVehicle(tx, deps, { ...command, id, partyId, check });
          return { ...toVehicleResponse(record, language), change: change && toChangeResponse(change) };
        });
      },
    );
  };
