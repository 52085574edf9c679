import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs, unsecured } from '../platform/database/row-security.ts';
import type { RequestDeps } from '../platform/deps.ts';
import { BULK_BODY_LIMIT, callerOf, createFloodGuard, IdParams, pageOf } from '../platform/http/index.ts';
import { once } from '../platform/idempotency.ts';
import { resendDelivery } from './deliveries/service.ts';
import { RESENT } from './examples.ts';
import { type InboxDeps, receiveEnvelopes } from './inbox/service.ts';
import { clashRoutes } from './numbers/routes.ts';
import { listPartnerRows, readPartner, toPartnerResponse } from './partners/queries.ts';
import {
  KeysResponse,
  PartnerParams,
  PartnerResponse,
  PartnersResponse,
  RegisterPartnerRequest,
} from './partners/schemas.ts';
import { registerPartner } from './partners/service.ts';
import { exchangeProblem } from './problems.ts';
import { listDeliveries, readAgreement, readDelivery, readStatus } from './queries.ts';
import {
  AgreementResponse,
  DeliveryListQuery,
  DeliveryResponse,
  PostEnvelopesRequest,
  PostEnvelopesResponse,
  StatusResponse,
} from './schemas.ts';

const TAGS = ['exchange'];

type ExchangeRouteDeps = RequestDeps & Omit<InboxDeps, 'db'>;

export const exchangeRoutes =
  (deps: ExchangeRouteDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(publicRoutes(deps));
    await http.register(partnerRoutes(deps));
    await http.register(deliveryRoutes(deps));
    await http.register(clashRoutes(deps));
  };

/** Routes for other systems. Their signatures identify them, so they need no token. */
const publicRoutes =
  (deps: ExchangeRouteDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const inbox = { ...deps, db: unsecured(deps.db, 'a message is applied for its sender, which has no visibility') };

    const { envelopes = 0, kilobytes = 0 } = deps.exchange.unsigned ?? {};
    const flood = createFloodGuard({ number: envelopes, kilobytes });

    http.post(
      '/exchange/messages',
      {
        config: { public: true },
        onRequest: async (request) => flood.admit(request),
        onResponse: async (request, reply) => flood.end(request, reply.statusCode),
        bodyLimit: BULK_BODY_LIMIT,
        schema: {
          summary: 'Receive signed messages of partners and return a signed receipt for each',
          description:
            'Partners identify themselves by their signatures, so no token is needed. Messages of one manifest are applied in the order of their versions, each once. A refused message has a receipt with its problem; the answer is 200 nevertheless. A receipt for an envelope that could not be verified is not signed (`alg` is `none`) and says only why; too many of these, or of requests that cannot be read, from one address are answered with 429.',
          tags: TAGS,
          body: PostEnvelopesRequest,
          response: { 200: PostEnvelopesResponse },
        },
      },
      async (request) => {
        const { envelopes: received } = request.body;
        const count = (envelope: string) => flood.count(request, envelope.length);
        return { receipts: await receiveEnvelopes(inbox, received, count) };
      },
    );

    http.get(
      '/exchange/keys',
      {
        config: { public: true },
        schema: {
          summary: 'Read the public keys with which this province signs',
          description: 'Partners verify messages and receipts with these keys. They are public, so no token is needed.',
          tags: TAGS,
          response: { 200: KeysResponse },
        },
      },
      async () => {
        const { kid, publicJwk } = deps.exchangeKey;
        const jwk = KeysResponse.shape.keys.element.parse({ ...publicJwk, kid });
        return { code: deps.province, keys: [jwk] };
      },
    );
  };

const partnerRoutes =
  (deps: ExchangeRouteDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/exchange/partners',
      {
        config: {
          scope: 'exchange:write',
          problems: ['partner-code-mismatch', 'partner-address-refused'],
          creates: '/exchange/partners/:code',
        },
        schema: {
          summary: 'Register a partner, or replace its name, address and keys',
          description:
            'Messages go to the partner as soon as it is registered. Registering it again replaces everything: keys that are left out are no longer accepted.',
          tags: TAGS,
          body: RegisterPartnerRequest,
          response: { 201: PartnerResponse },
        },
      },
      async (request, reply) => {
        const { actor } = callerOf(request);
        const { body } = request;
        const partner = await once(deps, request, reply.status(201), async (tx) =>
          toPartnerResponse(await registerPartner(tx, deps, { ...body, actor })),
        );
        await deps.wake('deliver', partner.code);
        return partner;
      },
    );

    await http.register(partnerReadingRoutes(deps));
  };

const partnerReadingRoutes =
  (deps: ExchangeRouteDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/exchange/partners',
      {
        config: { scope: 'exchange:read' },
        schema: {
          summary: 'List the partners',
          description:
            'Provinces and the national system with their addresses and keys, all in one answer. How the exchange with each of them goes is in `GET /v1/exchange/status`.',
          tags: TAGS,
          response: { 200: PartnersResponse },
        },
      },
      async (request) => ({ items: await readAs(deps.db, callerOf(request), listPartnerRows) }),
    );

    http.get(
      '/exchange/partners/:code',
      {
        config: { scope: 'exchange:read', problems: ['partner-missing'] },
        schema: {
          summary: 'Read a partner',
          description:
            'One partner with its address and the keys that it signs with. A province has its two digits as code, the national system has `national`.',
          tags: TAGS,
          params: PartnerParams,
          response: { 200: PartnerResponse },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => readPartner(db, request.params.code)),
    );

    http.get(
      '/exchange/status',
      {
        config: { scope: 'exchange:read' },
        schema: {
          summary: 'Read the status of the exchange with each partner',
          description:
            'Messages sent, acknowledged, due and parked for each partner, and whether manifests get national numbers. Parked messages are listed by `GET /v1/exchange/deliveries?state=parked`.',
          tags: TAGS,
          response: { 200: StatusResponse },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => readStatus(db, deps.province)),
    );
  };

const deliveryRoutes =
  (deps: ExchangeRouteDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/exchange/deliveries',
      {
        config: { scope: 'exchange:read', personal: 'delivery' },
        schema: {
          summary: 'List deliveries; parked ones wait for a person',
          description:
            'One entry for each message to one partner, with its envelope and receipt. `state=parked` shows what was refused.',
          tags: TAGS,
          querystring: DeliveryListQuery,
          response: { 200: pageOf(DeliveryResponse) },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => listDeliveries(db, request.query)),
    );

    http.get(
      '/exchange/deliveries/:id',
      {
        config: { scope: 'exchange:read', personal: 'delivery', problems: ['delivery-missing'] },
        schema: {
          summary: 'Read a delivery',
          description:
            'One message to one partner with its envelope, its receipt, and the problem because of which it is parked. A delivery that was sent again is named by `replaces` of the new one.',
          tags: TAGS,
          params: IdParams,
          response: { 200: DeliveryResponse },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => readDelivery(db, request.params.id)),
    );

    await http.register(resendingRoutes(deps));
    await http.register(agreementRoutes(deps));
  };

const resendingRoutes =
  (deps: ExchangeRouteDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/exchange/deliveries/:id/resend',
      {
        config: {
          example: RESENT,
          scope: 'exchange:write',
          personal: 'delivery',
          problems: ['delivery-missing', 'delivery-not-parked'],
          creates: '/exchange/deliveries/:id',
        },
        schema: {
          summary: 'Send a parked delivery again, as a new message',
          description: 'Correct the cause first. The parked delivery becomes `resent`, and a new one replaces it.',
          tags: TAGS,
          params: IdParams,
          response: { 201: DeliveryResponse },
        },
      },
      async (request, reply) => {
        const { actor } = callerOf(request);
        const { params } = request;
        const delivery = await once(deps, request, reply.status(201), async (tx) => {
          const { id } = await resendDelivery(tx, deps, { actor, id: params.id });
          return readDelivery(tx, id);
        });
        await deps.wake('deliver', delivery.partner);
        return delivery;
      },
    );
  };

const agreementRoutes =
  (deps: ExchangeRouteDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/exchange/manifests/:id',
      {
        config: { scope: 'exchange:read', problems: ['exchange-manifest-missing'] },
        schema: {
          summary: 'Compare a manifest with the copies of the other authorities',
          description:
            'Digests of the document here and at every counterpart. They are equal when both hold the same version. While a counterpart states another number of the manifest, it does not agree.',
          tags: TAGS,
          params: IdParams,
          response: { 200: AgreementResponse },
        },
      },
      async (request) => {
        const { id } = request.params;
        const found = await readAs(deps.db, callerOf(request), (db) => readAgreement(db, id));
        if (!found) throw exchangeProblem('exchange-manifest-missing', { id });
        return found;
      },
    );
  };
