/** The description of a service (OpenAPI 3.1), made from its routes. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { MessageDefinitions } from '../../../core/messages/catalogue.ts';
import type { Fields } from '../../../core/messages/field.ts';
import { describeContents, dropUnused, joinForms } from './components.ts';
import { describeFields } from './field-texts.ts';
import { PARAMETERS, RESPONSE_HEADERS } from './headers.ts';
import { faultsExampleOf } from './invalid-request.ts';
import { isNode, type Node, nodeAt } from './json.ts';
import { complete, ROUTE } from './operation.ts';
import { problemComponents } from './problem-answers.ts';
import { usualExamples, type WordedEntry, wordedCatalogue } from './problem-examples.ts';
import { problemSchemaOf } from './problem-schema.ts';
import type { SECURITY_SCHEMES } from './security.ts';
import { showExamples } from './shown-examples.ts';

/** Groups in the order in which a reader needs them: before a batch is recorded, its owner is registered. */
const TAG_GROUPS = ['Register', 'Material flow', 'Exchange', 'Access', 'Operation'] as const;
export type TagGroup = (typeof TAG_GROUPS)[number];

export type Tag = { readonly name: string; readonly description: string; readonly group?: TagGroup };

type Subject = {
  /** Title and purpose of the service, the port that it has on this computer, and how it is started there. */
  readonly about: {
    readonly title: string;
    readonly description: string;
    readonly port: number;
    readonly local: string;
  };
  readonly tags: readonly Tag[];
  readonly messages: readonly MessageDefinitions[];
  readonly securitySchemes?: typeof SECURITY_SCHEMES;
};

/** Makes the description, which `http.swagger()` returns. Call it before the described routes are registered. */
export async function publishDescription(http: FastifyInstance, subject: Subject): Promise<void> {
  const { about, tags, messages, securitySchemes = {} } = subject;
  const { title, description, port, local } = about;
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        ...{ title, version: '1', description },
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        contact: { name: 'The operator of this service' },
      },
      servers: [
        { url: '/', description: 'The service that publishes this description' },
        { url: `http://127.0.0.1:${port}`, description: local },
      ],
      ...groupTags(tags),
      components: { securitySchemes, schemas: { Problem: problemSchemaOf([]) } },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      const { bodyOptional, vital, personal, problems, creates, etag, example, examples } = route.route.config ?? {};
      const descriptions = describedIn(schema?.querystring, schema?.params);
      const faults = faultsExampleOf({ url, schema: route.schema as never }, http.fields);
      const { bodyLimit } = route.route;
      const consumes = route.schema?.consumes;
      const own = { bodyOptional, vital, personal, problems, creates, etag, example, examples };
      const settings = { ...own, descriptions, faults, bodyLimit, consumes };
      return { url, schema: schema && { ...schema, [ROUTE]: settings } };
    },
    transformObject: (document) =>
      completeDocument({ ...jsonSchemaTransformObject(document) }, wordedCatalogue(messages), http.fields),
  });
}

/** Returns the descriptions of parameters, which the library drops when they refer to a named schema. */
const describedIn = (...parts: readonly unknown[]): Node =>
  Object.fromEntries(
    parts
      .flatMap((part) => Object.entries(isNode(part) ? nodeAt(part, 'properties') : {}))
      .flatMap(([name, schema]) => (isNode(schema) && 'description' in schema ? [[name, schema.description]] : [])),
  );

/** Completes what the library has made of the routes. */
function completeDocument(document: Node, catalogue: readonly WordedEntry[], fields: Fields): Node {
  const joined = joinForms(document);
  const responses = problemComponents(catalogue);
  const parts = { responses, examples: usualExamples(catalogue), parameters: PARAMETERS, headers: RESPONSE_HEADERS };
  const schemas = { ...nodeAt(joined, 'components', 'schemas'), Problem: problemSchemaOf(catalogue) };
  const described = complete(
    { ...joined, components: { ...nodeAt(joined, 'components'), ...parts, schemas } },
    catalogue,
  );
  describeFields(described, fields);
  describeContents(described);
  showExamples(described);
  dropUnused(described);
  return described;
}

/** Returns the tags by groups (`x-tagGroups`), and all of them in that order. Without groups, the order stays. */
function groupTags(tags: readonly Tag[]) {
  const groups = TAG_GROUPS.map((name) => ({
    name,
    tags: tags.filter(({ group }) => group === name),
  })).filter((one) => one.tags.length > 0);
  const inOrder = [...groups.flatMap((one) => one.tags), ...tags.filter(({ group }) => group === undefined)];
  return {
    tags: inOrder.map(({ name, description }) => ({ name, description })),
    ...(groups.length > 0 && {
      'x-tagGroups': groups.map((one) => ({ name: one.name, tags: one.tags.map(({ name }) => name) })),
    }),
  };
}
