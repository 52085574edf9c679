/** Examples in the description: those of named schemas, and those that an operation has of its own. */
import { nameIn, operationsOf } from './components.ts';
import { isNode, type Node, nodeAt } from './json.ts';
import { examplesOf } from './named.ts';

/** Examples that an operation has of its own, by their names. A file is a text: the lines of its CSV. */
export type RouteExamples = {
  readonly body?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<number, Readonly<Record<string, string | object>>>>;
};

/** Key under which an operation carries examples of its own until its description is complete. */
export const OWN_EXAMPLES = 'x-own-examples';

/** Key for the example of its own answer, which has the name of the operation. */
export const OWN_EXAMPLE = 'x-own-example';

const JSON_TYPE = 'application/json';
const CSV_TYPE = 'text/csv';

/** The contents of the body, and of each answer of success with its status. */
function partsOf({ requestBody, responses }: Node): { status?: string; contents: Node }[] {
  const answers = Object.entries(isNode(responses) ? responses : {}).filter(([status]) => status < '3');
  return [
    { contents: isNode(requestBody) ? nodeAt(requestBody, 'content') : {} },
    ...answers.map(([status, one]) => ({ status, contents: isNode(one) ? nodeAt(one, 'content') : {} })),
  ];
}

/** Gives bodies and answers the examples of their schemas, or of the operation itself. An example is written once, and referred to. */
export function showExamples(document: Node): void {
  const schemas = nodeAt(document, 'components', 'schemas');
  const examples = nodeAt(document, 'components', 'examples');
  const show = (content: Node, shown: readonly (readonly [string, unknown])[]): void => {
    if (shown.length === 0) return;
    for (const [name, value] of shown) examples[name] = { value };
    content.examples = Object.fromEntries(shown.map(([name]) => [name, { $ref: `#/components/examples/${name}` }]));
  };
  for (const { operation } of operationsOf(document)) {
    const { operationId, [OWN_EXAMPLE]: one, [OWN_EXAMPLES]: more } = operation;
    delete operation[OWN_EXAMPLE];
    delete operation[OWN_EXAMPLES];
    for (const { status, contents } of partsOf(operation)) {
      const own = isNode(more) ? Object.entries(nodeAt(more, ...(status ? ['answers', status] : ['body']))) : [];
      const single = one === undefined || status === undefined ? [] : [[String(operationId), one] as const];
      const files = own.filter(([, value]) => typeof value === 'string');
      const records = [...single, ...own.filter(([, value]) => typeof value !== 'string')];
      const json = nodeAt(contents, JSON_TYPE);
      show(json, records.length > 0 ? records : usualOf(json));
      show(nodeAt(contents, CSV_TYPE), files);
      liftExample(nodeAt(contents, 'text/plain'));
    }
  }
  // A page shows the example of its items, so that the schema of the items need not show it again.
  const moved = new Set(Object.keys(examples).flatMap((name) => [name, name.replace(/(Page|\d)$/, '')]));
  for (const [name, schema] of Object.entries(schemas)) if (moved.has(name) && isNode(schema)) delete schema.examples;
  const sorted = Object.entries(examples).toSorted(([a], [b]) => (a < b ? -1 : 1));
  document.components = { ...nodeAt(document, 'components'), examples: Object.fromEntries(sorted) };
}

/** The examples of the named schema of a content. */
function usualOf(content: Node): (readonly [string, unknown])[] {
  const noun = nameIn(nodeAt(content, 'schema').$ref);
  if (noun === undefined) return [];
  return examplesOf(noun).map((value, at) => [at === 0 ? noun : `${noun}${at + 1}`, value]);
}

/** Gives a text the example of its schema, where readers of descriptions look for it. */
function liftExample(text: Node): void {
  const { examples } = nodeAt(text, 'schema');
  if (Array.isArray(examples)) text.example = examples[0];
}

/** Describes the files that operations take or send, by their media types. A binary one has no example. */
export function describeFiles(operation: Node, bodyLimit: number | undefined): void {
  for (const { status, contents } of partsOf(operation)) {
    for (const [type, content] of Object.entries(contents)) {
      if (isNode(content) && SCANS.test(type)) content.schema = SCAN;
      if (!isNode(content) || !(CSV_TYPE in contents) || type === JSON_TYPE) continue;
      const lines = status === undefined ? { description: SENT, maxLength: bodyLimit } : { description: SHOWN };
      content.schema = type === CSV_TYPE ? { type: 'string', ...lines } : BINARY;
    }
  }
}

const SENT = 'Lines with cells that commas separate (RFC 4180), in UTF-8, GB18030 or UTF-16';
const SHOWN =
  'Lines with cells that commas separate (RFC 4180), in UTF-8. A byte order mark comes first, which the example leaves out';
/** Types of documents and pictures that are stored as they are. */
const SCANS = /^(application\/(pdf|ofd)|image\/(jpeg|png))$/;
const SCAN = { type: 'string', format: 'binary', description: 'The file, binary and so without an example' };
const BINARY = {
  type: 'string',
  format: 'binary',
  description: 'Workbook, binary and so without an example. Its sheet has the columns and rows that `text/csv` shows',
};
