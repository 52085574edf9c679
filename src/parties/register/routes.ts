/** HTTP: the register of organisations, sites and licences. */

import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { seesOneOf } from '../../core/access/visibility.ts';
import { provinceOf } from '../../core/identifiers/divisions.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, languageOf, PageQuery, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { changeRoutes } from '../changes/routes.ts';
import { NEW_LICENCE } from '../examples/register.ts';
import { exportRoutes } from '../imports/exports/routes.ts';
import { type ImportDeps, importRoutes } from '../imports/routes.ts';
import { laboratoryRoutes } from '../laboratories/routes.ts';
import { withCode } from '../party.ts';
import { listLicencesOf, listParties, listSites, readLicenceOf, readSite } from '../queries.ts';
import {
  LicenceResponse,
  PartyListQuery,
  PartyResponse,
  SiteListQuery,
  SiteResponse,
  SitesOfPartyQuery,
  toLicenceResponse,
  toPartyResponse,
  toSiteResponse,
  withoutReasons,
} from '../schemas.ts';
import { registerLicence, registerParty, registerSite, requireParty } from '../service.ts';
import { statusRoutes } from '../status/routes.ts';
import { LicenceParams } from '../status/schemas.ts';
import type { StatusDeps } from '../status/service.ts';
import { vehicleRoutes } from '../vehicles/routes.ts';
import { warningRoutes } from '../warnings/routes.ts';
import { RegisterLicenceRequest, RegisterPartyRequest, RegisterSiteRequest } from './schemas.ts';

const TAGS = ['parties'];
const languageFor = ({ headers }: Pick<FastifyRequest, 'headers'>) => languageOf(headers['accept-language']);

export const partyRoutes =
  (deps: ImportDeps & StatusDeps & DependantsDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(registeringRoutes(deps));
    await http.register(statusRoutes(deps));
    await http.register(vehicleRoutes(deps));
    await http.register(laboratoryRoutes(deps));
    await http.register(changeRoutes(deps));
    await http.register(warningRoutes(deps));
    await http.register(readingRoutes(deps));
    await http.register(importRoutes(deps));
    await http.register(exportRoutes(deps));
  };

/** Only the authority registers. */
const registeringRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/parties',
      {
        config: { scope: 'parties:write', problems: ['party-exists', 'division-unknown'], creates: '/parties/:id' },
        schema: {
          summary: 'Register an organisation',
          description:
            'Adds an organisation to the register of this province, or a known one of another province. It needs its unified social credit code or the reason why it has no code. With `state: registered` it may not act until it is reviewed and approved.',
          tags: TAGS,
          body: RegisterPartyRequest,
          response: { 201: PartyResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) => {
          const { actor } = callerOf(request);
          const { body } = request;
          const provinceCode = provinceOf(body.divisionCode);
          const party = await registerParty(tx, deps, { actor, ...withCode(body), provinceCode });
          return toPartyResponse(party, languageFor(request));
        }),
    );

    http.post(
      '/parties/:id/sites',
      {
        config: {
          scope: 'parties:write',
          problems: ['party-missing', 'site-outside-home', 'division-unknown'],
          creates: '/sites/:id',
        },
        schema: {
          summary: 'Register a site of an organisation',
          description:
            'Adds a place where batches are stored or processed. Its division must be in the home province of the organisation. A storage limit leads to warnings when stock nears it.',
          tags: TAGS,
          params: IdParams,
          body: RegisterSiteRequest,
          response: { 201: SiteResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) => {
          const { actor } = callerOf(request);
          const { params, body } = request;
          const site = await registerSite(tx, deps, { actor, ...body, partyId: params.id });
          return toSiteResponse(site, languageFor(request));
        }),
    );

    http.post(
      '/parties/:id/licences',
      {
        config: {
          scope: 'parties:write',
          problems: ['party-missing', 'licence-exists', 'waste-code-unknown'],
          creates: '/parties/:partyId/licences/:id',
          example: NEW_LICENCE,
        },
        schema: {
          summary: 'Register a licence of an organisation',
          description:
            'Adds a hazardous waste operating licence with its waste codes, term and approved annual scale. Receivers and carriers need a valid one to take steps of manifests.',
          tags: TAGS,
          params: IdParams,
          body: RegisterLicenceRequest,
          response: { 201: LicenceResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) => {
          const { actor } = callerOf(request);
          const { params, body } = request;
          return toLicenceResponse(await registerLicence(tx, deps, { actor, ...body, partyId: params.id }));
        }),
    );
  };

const readingRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/parties',
      {
        config: { scope: 'parties:read', personal: 'party' },
        schema: {
          summary: 'List organisations',
          description:
            'The register of organisations, oldest first, narrowed by code, name, province, state or warning. It is public to all its readers; contacts are not in it.',
          tags: TAGS,
          querystring: PartyListQuery,
          response: { 200: pageOf(PartyResponse) },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => listParties(db, request.query, languageFor(request))),
    );

    http.get(
      '/parties/:id',
      {
        config: { scope: 'parties:read', personal: 'party', problems: ['party-missing'], etag: true },
        schema: {
          summary: 'Read an organisation',
          description:
            'One organisation of the register with its state. Its sites, licences and vehicles are lists of their own.',
          tags: TAGS,
          params: IdParams,
          response: { 200: PartyResponse },
        },
      },
      async (request) =>
        toPartyResponse(
          await readAs(deps.db, callerOf(request), (db) => requireParty(db, request.params.id, '#/params/id')),
          languageFor(request),
        ),
    );

    await http.register(licenceReadingRoutes(deps));
    await http.register(siteReadingRoutes(deps));
  };

const licenceReadingRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/parties/:id/licences',
      {
        config: { scope: 'parties:read', personal: 'party', problems: ['party-missing'] },
        schema: {
          summary: 'List the licences of an organisation',
          description:
            'Licences with their suspensions and revocations. Reasons are shown to the organisation and to its authorities.',
          tags: TAGS,
          params: IdParams,
          querystring: PageQuery,
          response: { 200: pageOf(LicenceResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const party = await requireParty(db, request.params.id, '#/params/id');
          const page = await listLicencesOf(db, party.id, request.query);
          return seesOneOf(callerOf(request).visibility, [party])
            ? page
            : { ...page, items: page.items.map(withoutReasons) };
        }),
    );

    http.get(
      '/parties/:id/licences/:licenceId',
      {
        config: {
          scope: 'parties:read',
          personal: 'party',
          problems: ['party-missing', 'licence-unknown'],
          etag: true,
        },
        schema: {
          summary: 'Read a licence of an organisation',
          description:
            'One licence with its waste codes, its term and its suspensions and revocations. Reasons are shown to the organisation and to its authorities. A licence of another organisation is not found here.',
          tags: TAGS,
          params: LicenceParams,
          response: { 200: LicenceResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const party = await requireParty(db, request.params.id, '#/params/id');
          const licence = await readLicenceOf(db, party.id, request.params.licenceId);
          return seesOneOf(callerOf(request).visibility, [party]) ? licence : withoutReasons(licence);
        }),
    );
  };

const siteReadingRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/sites',
      {
        config: { scope: 'parties:read' },
        schema: {
          summary: 'List sites',
          description:
            'Sites of all organisations in the register, oldest first. Narrow the list by organisation, kind or warning.',
          tags: TAGS,
          querystring: SiteListQuery,
          response: { 200: pageOf(SiteResponse) },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => listSites(db, request.query, languageFor(request))),
    );

    http.get(
      '/sites/:id',
      {
        config: { scope: 'parties:read', problems: ['site-missing'], etag: true },
        schema: {
          summary: 'Read a site',
          description:
            'One site of the register with its organisation, place and storage limits. Sites are public within the register, so every reader of the register sees every site.',
          tags: TAGS,
          params: IdParams,
          response: { 200: SiteResponse },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => readSite(db, request.params.id, languageFor(request))),
    );

    http.get(
      '/parties/:id/sites',
      {
        config: { scope: 'parties:read', problems: ['party-missing'] },
        schema: {
          summary: 'List the sites of an organisation',
          description:
            'Sites of one organisation, oldest first, narrowed by kind. Batches and runs name one of them in `siteId`.',
          tags: TAGS,
          params: IdParams,
          querystring: SitesOfPartyQuery,
          response: { 200: pageOf(SiteResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { id } = await requireParty(db, request.params.id, '#/params/id');
          return listSites(db, { ...request.query, partyId: id }, languageFor(request));
        }),
    );
  };
