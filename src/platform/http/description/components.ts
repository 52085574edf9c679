/** Components of the description: one schema for each name. */
import { isNode, type Node, nodeAt, visit } from './json.ts';

const SCHEMAS = '#/components/schemas/';

/** Returns the name of the schema that a reference leads to. */
export const nameIn = (ref: unknown): string | undefined =>
  typeof ref === 'string' && ref.startsWith(SCHEMAS) ? ref.slice(SCHEMAS.length) : undefined;

/** The library writes each schema twice: as requests send it, with this ending, and as answers show it. */
const REQUEST_FORM = /Input$/;
const plain = (name: string): string => name.replace(REQUEST_FORM, '');

/** Every operation of a document, with its method and path. */
export const operationsOf = (document: Node): { path: string; method: string; operation: Node }[] =>
  Object.entries(nodeAt(document, 'paths')).flatMap(([path, item]) =>
    Object.entries(isNode(item) ? item : {}).map(([method, operation]) => ({
      ...{ path, method },
      operation: isNode(operation) ? operation : {},
    })),
  );

/** Keeps the schemas that operations use, each once: the two forms of a schema become one unless they differ. */
export function joinForms(document: Node): Node {
  const schemas = nodeAt(document, 'components', 'schemas');
  for (const [name, schema] of Object.entries(schemas)) if (!REQUEST_FORM.test(name)) allowFurtherMembers(schema);
  for (const { operation } of operationsOf(document)) allowFurtherMembers(operation.responses);
  const used = reachable(document.paths, schemas);
  const textOf = (name: string) => JSON.stringify(schemas[name]).replaceAll(/Input"/g, '"');
  const alike = (name: string) => !used.has(plain(name)) || textOf(name) === textOf(plain(name));
  const joined = [...used].filter(
    (name) => REQUEST_FORM.test(name) && [name, ...reachable(schemas[name], schemas)].every(alike),
  );
  const newNames = new Map(joined.map((name) => [name, plain(name)]));
  const kept = [...used].map((name) => [newNames.get(name) ?? name, schemas[name]] as const);
  const components = {
    ...nodeAt(document, 'components'),
    schemas: Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  return JSON.parse(JSON.stringify({ ...document, components }), (key, value) => {
    const name = key === '$ref' ? nameIn(value) : undefined;
    return name === undefined ? value : SCHEMAS + (newNames.get(name) ?? name);
  });
}

/** Answers may get further members at any time, so clients must not refuse them. */
function allowFurtherMembers(answer: unknown): void {
  visit(answer, (node) => {
    if (node.additionalProperties === false) delete node.additionalProperties;
  });
}

/** Returns the names of the schemas that a part of the document uses, also inside other schemas. */
function reachable(part: unknown, schemas: Node): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void =>
    visit(value, ({ $ref }) => {
      const name = nameIn($ref);
      if (name === undefined || found.has(name)) return;
      found.add(name);
      look(schemas[name]);
    });
  look(part);
  return found;
}

/** Gives bodies and answers the sentences of their schemas, unless they have one of their own. */
export function describeContents(document: Node): void {
  const schemas = nodeAt(document, 'components', 'schemas');
  for (const { operation } of operationsOf(document)) {
    const { requestBody, responses } = operation;
    const answers = Object.entries(isNode(responses) ? responses : {}).flatMap(([code, one]) =>
      code < '3' ? [one] : [],
    );
    for (const part of [requestBody, ...answers]) {
      if (!isNode(part)) continue;
      const name = nameIn(nodeAt(part, 'content', 'application/json', 'schema').$ref);
      if (name !== undefined) part.description = nodeAt(schemas, name).description;
      else if (part.description === 'Default Response') part.description = 'The answer';
    }
  }
}

/** Drops the components that nothing refers to. */
export function dropUnused(document: Node): void {
  const components = nodeAt(document, 'components');
  const used = new Set<string>();
  const look = (part: unknown): void =>
    visit(part, ({ $ref }) => {
      if (typeof $ref !== 'string' || used.has($ref)) return;
      used.add($ref);
      look(nodeAt(document, ...$ref.slice(2).split('/')));
    });
  look(document.paths);
  for (const group of ['schemas', 'responses', 'parameters', 'headers', 'examples'] as const) {
    const kept = Object.entries(nodeAt(components, group)).filter(([name]) =>
      used.has(`#/components/${group}/${name}`),
    );
    if (kept.length > 0) components[group] = Object.fromEntries(kept);
    else delete components[group];
  }
}
