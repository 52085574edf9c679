/** Descriptions of fields that have none of their own: their names in forms, in English and Chinese, with their codes. */
import type { Field, Fields } from '../../../core/messages/field.ts';
import { containersOf, fieldAt } from '../validation/index.ts';
import { nameIn, operationsOf } from './components.ts';
import { isNode, type Node, nodeAt } from './json.ts';

const COMBINERS = ['anyOf', 'oneOf', 'allOf'] as const;

/** Describes every field that the dictionary names. Addresses say which meaning a name has: `…/licences` and `number`. */
export function describeFields(document: Node, fields: Fields): void {
  const schemas = nodeAt(document, 'components', 'schemas');
  const seen = new Set<string>();

  const look = (schema: unknown, containers: readonly string[], path: readonly string[]): void => {
    if (!isNode(schema)) return;
    const name = nameIn(schema.$ref);
    if (name !== undefined && !seen.has(name)) {
      seen.add(name);
      look(schemas[name], containers, path);
    }
    for (const [key, property] of Object.entries(nodeAt(schema, 'properties'))) {
      if (!isNode(property)) continue;
      const own = [...path, key];
      property.description ??= textOf(fieldAt({ language: 'en', fields, containers }, own));
      look(property, containers, own);
    }
    look(schema.items, containers, path);
    look(schema.additionalProperties, containers, path);
    for (const combiner of COMBINERS) {
      const branches = schema[combiner];
      if (Array.isArray(branches)) for (const branch of branches) look(branch, containers, path);
    }
  };

  for (const { path, operation } of operationsOf(document)) {
    const containers = containersOf(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    for (const parameter of Array.isArray(operation.parameters) ? operation.parameters : []) {
      if (!isNode(parameter) || '$ref' in parameter) continue;
      parameter.description ??= textOf(fieldAt({ language: 'en', fields, containers }, [String(parameter.name)]));
    }
    const contents = [operation.requestBody, ...Object.values(nodeAt(operation, 'responses'))]
      .flatMap((one) => (isNode(one) ? Object.values(nodeAt(one, 'content')) : []))
      .map((content) => (isNode(content) ? content.schema : undefined));
    for (const schema of contents) look(schema, containers, []);
  }
}

/** Returns a name and its codes as one line: `Own role (本单位角色): carrier (承运人), …`. */
function textOf(field: Field | undefined): string | undefined {
  if (field === undefined) return undefined;
  const { en, zh, codes } = field;
  const name = `${en.charAt(0).toUpperCase()}${en.slice(1)} (${zh})`;
  if (codes === undefined) return name;
  const words = Object.entries(codes).map(([code, word]) =>
    word.en === code ? `\`${code}\` ${word.zh}` : `\`${code}\` ${word.en}, ${word.zh}`,
  );
  return `${name}: ${words.join('; ')}`;
}
