/** The description of the API (OpenAPI 3.1), made from the routes, and the catalogue of problems. */
import { readFileSync } from 'node:fs';
import compress from '@fastify/compress';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { MessageDefinitions } from '../../core/messages/catalogue.ts';
import { SEVERITIES } from '../../core/messages/notice.ts';
import { named } from './description/named.ts';
import { publishDescription, type Tag } from './description/publish.ts';
import { SECURITY_SCHEMES } from './description/security.ts';
import { catalogueOf, type CatalogueEntry as PublishedProblem } from './problem-details.ts';
import { httpProblem } from './problems.ts';
import { spelled } from './validation/texts.ts';

/** Path of the browsable description; its files need no token. */
export const DOCS_PREFIX = '/docs';

/** The mark of the product: a ring that returns to its beginning. */
const MARK = readFileSync(new URL('mark.svg', import.meta.url));
const MARK_TYPE = 'image/svg+xml';

const DESCRIPTION = `Traces waste lead-acid batteries through a province, from generation to recycling, and exchanges
transfer manifests with the national system and partner provinces.

Mass is in whole grams, assays in parts per million, instants in RFC 3339, days in Asia/Shanghai. Every POST
with a token needs an \`Idempotency-Key\`: the same key and body always get the same answer. Lists come in pages: follow \`nextCursor\`.
Everything that goes wrong is a problem (RFC 9457) with a stable \`code\`, in English or Chinese by \`Accept-Language\`;
all of them are listed under \`/problems\`. A record of another organisation does not exist for you: 404.
A 201 that shows a record names its address in \`Location\`.

Spelling: members are camelCase. Addresses, codes of problems and warnings, and names of code lists have hyphens (\`hand-over\`,
\`batch-missing\`). States, kinds, and steps inside records have underscores (\`handed_over\`, \`refined_lead\`). Findings of
recovery rates are in capitals (\`ASSAY_MISSING\`). Members that end in \`Grams\` are whole grams, in \`Ppm\` parts per
million, in \`BasisPoints\` hundredths of a per cent. A field described as “code of the list packaging” takes a code
of \`GET /v1/codes/packaging\`.`;

const LOCAL = 'A service on this computer, started with `npm start`';

/** Registers the description and the catalogue. Call it before the described routes are registered. */
export async function describeApi(
  http: FastifyInstance,
  { tags, messages }: { readonly tags: readonly Tag[]; readonly messages: readonly MessageDefinitions[] },
): Promise<void> {
  const about = { title: 'Leadloop', description: DESCRIPTION, port: 8450, local: LOCAL };
  await publishDescription(http, { about, tags, messages, securitySchemes: SECURITY_SCHEMES });
  await http.register(compressedPages(messages));
}

/** Compression stays inside these pages: answers to clients are short, and every request would pay for it. */
const compressedPages =
  (messages: readonly MessageDefinitions[]): FastifyPluginAsync =>
  async (http) => {
    await http.register(compress);
    await http.register(swaggerUi, {
      routePrefix: DOCS_PREFIX,
      staticCSP: true,
      // On an internal network the service is reached without TLS, and its files would not be found over https.
      transformStaticCSP: (policy) => policy.replace(/\s*upgrade-insecure-requests;/, ''),
      // Drawing every operation unfolded takes a browser many seconds.
      uiConfig: { docExpansion: 'none', defaultModelsExpandDepth: 0, filter: true, displayRequestDuration: true },
      logo: { type: MARK_TYPE, content: MARK, href: `${DOCS_PREFIX}/`, target: '_self' },
      theme: {
        title: 'Leadloop 铅环',
        favicon: [{ filename: 'mark.svg', rel: 'icon', sizes: 'any', type: MARK_TYPE, content: MARK }],
      },
    });
    await http.register(documentationRoutes(catalogueOf(messages)));
  };

const MessageText = named(
  'MessageText',
  'Texts of a message in one language.',
  z.object({
    title: z.string().describe('The kind of case in few words'),
    detail: z.string().describe('The case; words in braces stand for its facts'),
    remedy: z.string().optional().describe('What the caller can do; warnings and findings have none'),
  }),
);
const MESSAGE = {
  code: 'idempotency-key-invalid',
  severity: 'error',
  status: 400,
  en: {
    title: 'The idempotency key is not valid',
    detail: 'The Idempotency-Key must have 1 to 255 printable ASCII characters.',
    remedy: 'Use a UUID.',
  },
  zh: { title: '幂等键无效', detail: '幂等键须为 1 至 255 个可打印 ASCII 字符。', remedy: '请使用 UUID。' },
} satisfies PublishedProblem;

const CatalogueEntry = named(
  'Message',
  'Problem, warning or finding of the catalogue.',
  z.object({
    code: z.string().describe('Stable; never changes its meaning'),
    severity: z
      .enum(['error', ...SEVERITIES])
      .describe(
        '`error` refuses the request; the others stop nothing. `note`: for information; `flag`: a person must review it; `block`: the figure must not be approved',
      ),
    status: z.int().nullable().describe('HTTP status of a problem; null for warnings and findings'),
    en: MessageText.describe('Texts in English'),
    zh: MessageText.describe('Texts in Chinese'),
  }),
  MESSAGE,
);

const Catalogue = named(
  'Messages',
  'All problems, warnings and findings.',
  z.object({ items: z.array(CatalogueEntry).describe('All entries') }),
  { items: [MESSAGE] },
);

const documentationRoutes =
  (entries: readonly PublishedProblem[]): FastifyPluginAsyncZod =>
  async (http) => {
    const config = { public: true };
    const one = { public: true, problems: ['route-missing'] };
    const tags = ['operation'];
    // A browser that opens the address of the service is led to the description.
    http.get('/', { config, schema: { hide: true } }, (_, reply) => reply.redirect(`${DOCS_PREFIX}/`, 303));
    // Browsers ask for this address on their own, for every page of the service.
    http.get('/favicon.ico', { config, schema: { hide: true } }, (_, reply) =>
      reply.type(MARK_TYPE).header('cache-control', 'public, max-age=86400').send(MARK),
    );
    http.get('/openapi.json', { config, schema: { hide: true } }, async () => http.swagger());
    http.get(
      '/problems',
      {
        config,
        schema: {
          tags,
          summary: 'Every problem, warning and finding of the API',
          description: 'The whole catalogue, in English and Chinese. A code keeps its meaning permanently.',
          response: { 200: Catalogue },
        },
      },
      async () => ({ items: [...entries] }),
    );
    http.get(
      '/problems/:code',
      {
        config: one,
        schema: {
          tags,
          summary: 'One problem: what it means and what to do',
          description:
            'The `type` of every problem is the address of its entry here. Warnings and findings are found by their codes as well.',
          params: z.strictObject({
            code: spelled('code').max(100).describe('Code of the problem, warning or finding'),
          }),
          response: { 200: CatalogueEntry },
        },
      },
      async ({ params: { code } }) => {
        const entry = entries.find((known) => known.code === code);
        if (!entry) throw httpProblem('route-missing', { method: 'GET', path: `/problems/${code}` });
        return entry;
      },
    );
  };
