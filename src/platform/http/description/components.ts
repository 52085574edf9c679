/** Components of the description: one schema for each name, and its example. */
import { isNode, type Node, nodeAt, visit } from './json.ts';
import { examplesOf } from './named.ts';

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

/** The JSON body and the JSON answers of success of an operation. */
const contentsOf = ({ requestBody, responses }: Node): Node[] =>
  [
    requestBody,
    ...Object.entries(isNode(responses) ? responses : {}).flatMap(([code, one]) => (code < '3' ? [one] : [])),
  ]
    .map((one) => (isNode(one) ? nodeAt(one, 'content', 'application/json') : {}))
    .filter((content) => 'schema' in content);

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
      liftExample(nodeAt(part, 'content', 'text/plain'));
      const name = nameIn(nodeAt(part, 'content', 'application/json', 'schema').$ref);
      if (name !== undefined) part.description = nodeAt(schemas, name).description;
      else if (part.description === 'Default Response') part.description = 'The answer';
    }
  }
}

/** Gives a text the example of its schema, where readers of descriptions look for it. */
function liftExample(text: Node): void {
  const { examples } = nodeAt(text, 'schema');
  if (Array.isArray(examples)) text.example = examples[0];
}

/** Key under which an operation carries the example of its own answer until its description is complete. */
export const OWN_EXAMPLE = 'x-own-example';

/** Gives bodies and answers the examples of their schemas, or of the operation itself. An example is written once, and referred to. */
export function showExamples(document: Node): void {
  const schemas = nodeAt(document, 'components', 'schemas');
  const examples = nodeAt(document, 'components', 'examples');
  for (const { operation } of operationsOf(document)) {
    for (const content of contentsOf(operation)) {
      const noun = nameIn(nodeAt(content, 'schema').$ref);
      const known = noun === undefined ? [] : examplesOf(noun);
      if (known.length === 0) continue;
      const shown = known.map((value, at) => [at === 0 ? `${noun}` : `${noun}${at + 1}`, value] as const);
      for (const [name, value] of shown) examples[name] = { value };
      content.examples = Object.fromEntries(shown.map(([name]) => [name, { $ref: `#/components/examples/${name}` }]));
    }
    showOwn(operation, examples);
  }
  // A page shows the example of its items, so that the schema of the items need not show it again.
  const moved = new Set(Object.keys(examples).flatMap((name) => [name, name.replace(/(Page|\d)$/, '')]));
  for (const [name, schema] of Object.entries(schemas)) if (moved.has(name) && isNode(schema)) delete schema.examples;
  const sorted = Object.entries(examples).toSorted(([a], [b]) => (a < b ? -1 : 1));
  document.components = { ...nodeAt(document, 'components'), examples: Object.fromEntries(sorted) };
}

/** Shows the example of the operation itself, under its name, as that of its answer. */
function showOwn(operation: Node, examples: Node): void {
  const { operationId, [OWN_EXAMPLE]: value, responses } = operation;
  delete operation[OWN_EXAMPLE];
  if (value === undefined) return;
  const name = String(operationId);
  examples[name] = { value };
  for (const content of contentsOf({ responses })) {
    content.examples = { [name]: { $ref: `#/components/examples/${name}` } };
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
