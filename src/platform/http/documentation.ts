/** The description of the API (OpenAPI 3.1), made from the routes, and the catalogue of problems. */
import compress from '@fastify/compress';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { type FastifyPluginAsyncZod, jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { MessageDefinitions } from '../../core/messages/catalogue.ts';
import { SEVERITIES } from '../../core/messages/notice.ts';
import { BODY_OPTIONAL, complete } from './operation.ts';
import { catalogueOf, type CatalogueEntry as PublishedProblem } from './problem-details.ts';
import { httpProblem } from './problems.ts';

/** Path of the browsable description; its files need no token. */
export const DOCS_PREFIX = '/docs';

export type Tag = { readonly name: string; readonly description: string };

const DESCRIPTION = `Traces waste lead-acid batteries through a province, from generation to recycling, and exchanges
transfer manifests with the national system and partner provinces.

Mass is in whole grams, assays in parts per million, instants in RFC 3339, days in Asia/Shanghai. Every POST
with a token needs an \`Idempotency-Key\`: the same key and body always get the same answer. Lists come in pages: follow \`nextCursor\`.
Everything that goes wrong is a problem (RFC 9457) with a stable \`code\`, in English or Chinese by \`Accept-Language\`;
all of them are listed under \`/problems\`. A record of another organisation does not exist for you: 404.`;

/** Registers the description and the catalogue. Call it before the described routes are registered. */
export async function describeApi(
  http: FastifyInstance,
  { tags, messages }: { readonly tags: readonly Tag[]; readonly messages: readonly MessageDefinitions[] },
): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Leadloop',
        version: '1',
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: tags.map((tag) => ({ ...tag })),
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
        schemas: { Problem: PROBLEM_SCHEMA },
      },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      const optional = route.route.config?.bodyOptional === true;
      return { url, schema: optional ? { ...schema, [BODY_OPTIONAL]: true } : schema };
    },
    transformObject: (document) => ('openapiObject' in document ? complete(document.openapiObject) : {}),
  });
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
      theme: { title: 'Leadloop 铅环' },
    });
    await http.register(documentationRoutes(catalogueOf(messages)));
  };

const MessageText = z.object({
  title: z.string(),
  detail: z.string(),
  remedy: z.string().optional().describe('What the caller can do; warnings and findings have none'),
});
const CatalogueEntry = z.object({
  code: z.string(),
  severity: z.enum(['error', ...SEVERITIES]).describe('`error` refuses the request; the others stop nothing'),
  status: z.int().nullable().describe('HTTP status of a problem; null for warnings and findings'),
  en: MessageText,
  zh: MessageText,
});

const documentationRoutes =
  (entries: readonly PublishedProblem[]): FastifyPluginAsyncZod =>
  async (http) => {
    const config = { public: true };
    const tags = ['operation'];
    // A browser that opens the address of the service is led to the description.
    http.get('/', { config, schema: { hide: true } }, (_, reply) => reply.redirect(`${DOCS_PREFIX}/`, 303));
    http.get('/openapi.json', { config, schema: { hide: true } }, async () => http.swagger());
    http.get(
      '/problems',
      {
        config,
        schema: {
          tags,
          summary: 'Every problem, warning and finding of the API',
          response: { 200: z.object({ items: z.array(CatalogueEntry) }) },
        },
      },
      async () => ({ items: [...entries] }),
    );
    http.get(
      '/problems/:code',
      {
        config,
        schema: {
          tags,
          summary: 'One problem: what it means and what to do',
          params: z.strictObject({ code: z.string().max(100) }),
          response: { 200: CatalogueEntry },
        },
      },
      async ({ params: { code } }) => {
        const entry = entries.find((one) => one.code === code);
        if (!entry) throw httpProblem('route-missing', { method: 'GET', path: `/problems/${code}` });
        return entry;
      },
    );
  };

const PROBLEM_SCHEMA = {
  type: 'object' as const,
  description: 'Problem details (RFC 9457). Further members are facts of the case.',
  required: ['type', 'title', 'status', 'detail', 'code', 'remedy'],
  properties: {
    type: { type: 'string' as const, description: 'Address of the problem in the catalogue' },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const },
    instance: { type: 'string' as const, description: 'The request, for the log' },
    code: { type: 'string' as const, description: 'Stable; never changes its meaning' },
    remedy: { type: 'string' as const, description: 'What to do' },
    pointer: { type: 'string' as const, description: 'The field at fault, such as #/body/massGrams' },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['pointer', 'rule', 'detail', 'remedy'],
        properties: {
          pointer: { type: 'string' as const },
          rule: { type: 'string' as const },
          detail: { type: 'string' as const },
          remedy: { type: 'string' as const },
        },
      },
    },
  },
};
