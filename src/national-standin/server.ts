/** The HTTP interface of the stand-in, and its description. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { z } from 'zod';
import { coreProblem } from '../core/problems.ts';
import { authProblem } from '../platform/auth/index.ts';
import {
  BULK_BODY_LIMIT,
  type Http,
  httpProblem,
  Id,
  IdParams,
  PageQuery,
  pageOf,
  readCursor,
  toPage,
} from '../platform/http/index.ts';
import { createHttp, publishDescription } from '../platform/http/serving.ts';
import { nationalProblem } from './problems.ts';
import { type Reception, receive } from './reception.ts';
import {
  AliveResponse,
  KeysResponse,
  MessagesRequest,
  NationalManifest,
  ProvinceResponse,
  ReadyResponse,
  ReceiptsResponse,
  RegisterProvinceRequest,
  SummaryResponse,
} from './schemas.ts';
import { countMessages, findManifest, listManifests, type ManifestRow, summarise } from './store.ts';
import { CODE } from './wire.ts';

const ABOUT = `Stands in for the national system of solid-waste management, whose interface is not published. It receives
the steps of manifests from provinces, in the order of their versions, issues the 14-digit numbers (Order 23, Art 15) and
answers every message with a signed receipt. Envelopes, messages and receipts are described in exchange-messages.json; the
payload of a message to the national system holds protocol, manifestId, manifestVersion, step, document and
documentDigest (SHA-256 of the canonical JSON of the document).`;

const TAGS = [
  { name: 'exchange', description: 'Signed messages of provinces', group: 'Exchange' },
  { name: 'reading', description: 'What the stand-in has received', group: 'Exchange' },
  { name: 'operation', description: 'Health of the process', group: 'Operation' },
] as const;

const open = { config: { public: true } };
/** A record that may be missing. */
const one = { config: { public: true, problems: ['national-manifest-missing'] } };
const LOCAL =
  'The stand-in on this computer, started with `docker compose --profile demo up`. With `npm start` it has a free port, which the screen shows';

/** Checks of the process, which are never refused for load. */
const vital = { config: { public: true, vital: true } };

/** Builds the server. It does not listen yet. */
export async function createNational(deps: Reception, log: Logger): Promise<Http> {
  const authenticate = async () => {
    throw authProblem('token-missing');
  };
  const http = createHttp({ authenticate, log });
  await publishDescription(http, {
    about: {
      title: 'Leadloop: stand-in of the national system',
      description: ABOUT.replaceAll('\n', ' '),
      port: 8470,
      local: LOCAL,
    },
    tags: TAGS,
    messages: [coreProblem, httpProblem, authProblem, nationalProblem],
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
          description:
            'Provinces identify themselves by their signatures, so no token is needed; the province must be registered first. Each message is judged alone, in the order of the request; repeated, it has the same receipt and no second effect. A refused message has a receipt with its problem, and the answer is 200 nevertheless. A message ahead of an earlier one is answered `waiting` and is to be sent again.',
          tags: ['exchange'],
          body: MessagesRequest,
          response: { 200: ReceiptsResponse },
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
          description:
            'Provinces verify the signatures of receipts with these keys, and find the one of a receipt by its `kid`. The keys are public, so no token is needed.',
          tags: ['exchange'],
          response: { 200: KeysResponse },
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
          description:
            'The stand-in reads the keys of the province from `/v1/exchange/keys` under this address at once. When the province does not answer, `keys` is the number of keys known so far, and they are read with its first message. Registering a province again replaces its address.',
          tags: ['exchange'],
          body: RegisterProvinceRequest,
          response: { 200: ProvinceResponse },
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
      {
        ...one,
        schema: {
          summary: 'Read a manifest',
          description:
            'The last document that was received, with its version, its digest and the number that was issued. A manifest whose submission has not arrived is not found.',
          tags: ['reading'],
          params: IdParams,
          response: { 200: NationalManifest },
        },
      },
      async (request) => {
        const { id } = request.params;
        const row = await findManifest(pool, id);
        if (!row) throw nationalProblem('national-manifest-missing', { id });
        return row;
      },
    );

    http.get(
      '/v1/manifests',
      {
        ...open,
        schema: {
          summary: 'List manifests in the order of their ids',
          description:
            'Every manifest whose submission was received, each with its last document. Follow `nextCursor` for the next page, or begin after a known manifest with `after`.',
          tags: ['reading'],
          querystring: PageQuery.extend({ after: Id.optional().describe('Id after which the list begins') }),
          response: { 200: pageOf(NationalManifest) },
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
          description:
            'Counts all manifests by their state and all messages by their outcome, from the first message on. A test or an operator sees by it that nothing is missing.',
          tags: ['reading'],
          response: { 200: SummaryResponse },
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
        ...vital,
        schema: {
          summary: 'Check that the process runs',
          description: 'Needs no token and checks no dependency. When no answer comes, the process is to be restarted.',
          tags: ['operation'],
          response: { 200: AliveResponse },
        },
      },
      async () => ({ alive: true as const }),
    );
    http.get(
      '/readyz',
      {
        config: { public: true, vital: true, problems: ['not-ready'] },
        schema: {
          summary: 'Check that the process can serve requests',
          description:
            'Needs no token and asks the database. While the database is unreachable, the answer is 503 and no messages should be sent.',
          tags: ['operation'],
          response: { 200: ReadyResponse },
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
