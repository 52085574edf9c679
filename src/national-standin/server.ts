/** The HTTP interface of the stand-in, and its description. */
import swagger from '@fastify/swagger';
import { type FastifyPluginAsyncZod, jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { z } from 'zod';
import { authProblem } from '../platform/auth/index.ts';
import {
  BULK_BODY_LIMIT,
  createHttp,
  type Http,
  httpProblem,
  Id,
  IdParams,
  PageQuery,
  readCursor,
  toPage,
} from '../platform/http/index.ts';
import { type Reception, receive } from './reception.ts';
import { countMessages, findManifest, listManifests, type ManifestRow, summarise } from './store.ts';
import { CODE } from './wire.ts';

const ABOUT = `Stands in for the national system of solid-waste management, whose interface is not published. It receives
the steps of manifests from provinces, in the order of their versions, issues the 14-digit numbers (Order 23, Art 15) and
answers every message with a signed receipt. Envelopes, messages and receipts are described in exchange-messages.json; the
payload of a message to the national system holds protocol, manifestId, manifestVersion, step, document and
documentDigest (SHA-256 of the canonical JSON of the document).`;

const Manifest = z.object({
  id: Id,
  number: z.string().describe('14 digits'),
  version: z.int(),
  digest: z.string().describe('SHA-256 of the canonical JSON (RFC 8785) of the document'),
  state: z.string(),
  document: z.looseObject({}),
});

const Count = z.record(z.string(), z.int());
const open = { config: { public: true } };

/** Builds the server. It does not listen yet. */
export async function createNational(deps: Reception, log: Logger): Promise<Http> {
  const authenticate = async () => {
    throw authProblem('token-missing');
  };
  const http = createHttp({ authenticate, log });
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Leadloop: stand-in of the national system',
        version: '1',
        description: ABOUT.replaceAll('\n', ' '),
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
    transform: jsonSchemaTransform,
  });
  await http.register(exchangeRoutes(deps));
  await http.register(readingRoutes(deps));
  await http.register(operationRoutes(deps));
  await http.ready();
  return http;
}

const exchangeRoutes =
  (deps: Reception): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/v1/messages',
      {
        ...open,
        bodyLimit: BULK_BODY_LIMIT,
        schema: {
          summary: 'Receive signed messages and return a signed receipt for each, in the same order',
          body: z.strictObject({ envelopes: z.array(z.string().min(1).max(1_000_000)).min(1).max(100) }),
          response: { 200: z.object({ receipts: z.array(z.string()) }) },
        },
      },
      async (request) => {
        const receipts: string[] = [];
        for (const envelope of request.body.envelopes) receipts.push(await receive(deps, envelope));
        return { receipts };
      },
    );

    http.get(
      '/v1/keys',
      {
        ...open,
        schema: {
          summary: 'Read the public keys that sign receipts',
          response: { 200: z.object({ code: z.string(), keys: z.array(z.looseObject({ kid: z.string() })) }) },
        },
      },
      async () => ({ code: CODE, keys: [{ ...deps.key.publicJwk, kid: deps.key.kid }] }),
    );

    http.post(
      '/v1/partners',
      {
        ...open,
        schema: {
          summary: 'Register a province by the address of its keys',
          body: z.strictObject({
            code: z.string().regex(/^[1-8]\d$/),
            baseUrl: z.url({ protocol: /^https?$/ }).max(500),
          }),
          response: { 200: z.object({ code: z.string(), keys: z.int().describe('Keys known after registering') }) },
        },
      },
      (request) => deps.provinces.register(request.body.code, request.body.baseUrl),
    );
  };

const readingRoutes =
  ({ pool }: Reception): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/v1/manifests/:id',
      { ...open, schema: { summary: 'Read a manifest', params: IdParams, response: { 200: Manifest } } },
      async (request) => {
        const { id } = request.params;
        const row = await findManifest(pool, id);
        if (!row) throw httpProblem('route-missing', { method: 'GET', path: `/v1/manifests/${id}` });
        return row;
      },
    );

    http.get(
      '/v1/manifests',
      {
        ...open,
        schema: {
          summary: 'List manifests in the order of their ids',
          querystring: PageQuery.extend({ after: Id.optional().describe('Id after which the list begins') }),
          response: { 200: z.object({ items: z.array(Manifest), nextCursor: z.string().nullable() }) },
        },
      },
      async ({ query }) => {
        const after = readCursor(query.cursor, z.uuid()) ?? query.after;
        const rows = await listManifests(pool, after, query.limit + 1);
        return toPage(
          rows,
          query.limit,
          ({ id }) => id,
          (row: ManifestRow) => row,
        );
      },
    );

    http.get(
      '/v1/summary',
      {
        ...open,
        schema: {
          summary: 'Count manifests by state, and messages by outcome',
          response: { 200: z.object({ manifests: z.int(), byState: Count, messages: Count }) },
        },
      },
      async () => ({ ...(await summarise(pool)), messages: await countMessages(pool) }),
    );
  };

const operationRoutes =
  ({ pool }: Reception): FastifyPluginAsyncZod =>
  async (http) => {
    http.get('/openapi.json', { ...open, schema: { hide: true } }, async () => http.swagger());
    http.get(
      '/livez',
      {
        ...open,
        schema: { summary: 'Check that the process runs', response: { 200: z.object({ alive: z.literal(true) }) } },
      },
      async () => ({ alive: true as const }),
    );
    http.get(
      '/readyz',
      {
        ...open,
        schema: {
          summary: 'Check that the process can serve requests',
          response: { 200: z.object({ ready: z.literal(true) }) },
        },
      },
      async () => {
        await pool.query('select 1').catch((error: unknown) => {
          throw httpProblem('not-ready', { missing: ['database'] }, error);
        });
        return { ready: true as const };
      },
    );
  };
