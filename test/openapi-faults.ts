/** Searches of schemas for limits, descriptions and words that are missing. */
import { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

const Node = z.record(z.string(), z.unknown());

/** Counts the sentences of a text. */
export const sentencesIn = (text: string): number => text.match(/[.!?](?=\s|$)/g)?.length ?? 0;

/** Finds fields without a description. One that refers to a named schema has the description of that. */
export function findUndescribed(schema: Schema, at: string): string[] {
  const properties = Node.safeParse(schema.properties).data ?? {};
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  const inner = [schema.items, schema.additionalProperties, ...branches].filter((one) => typeof one === 'object');
  return [
    ...Object.entries(properties).flatMap(([key, property]) => {
      const own = Node.parse(property);
      return [...('description' in own ? [] : [`${at}.${key}`]), ...findUndescribed(own, `${at}.${key}`)];
    }),
    ...inner.flatMap((one) => findUndescribed(Node.parse(one), at)),
  ];
}

/** Places where the values are explained elsewhere: in the catalogue of problems, or in the table of roles. */
const EXPLAINED = /\/problems|table of roles|Problem\.code$/i;

/** Names of fields that have one of a closed or known list of codes. */
const CODED =
  /^(kind|state|status|outcome|confidence|basis|numbering|direction|riskClass|condition|batteryKind|severity|transportMode)$/;

/** Fields with such names that have no list: kinds of entries are as many as facts, and a state is that of any record. */
const UNLISTED = ['JournalEntry.kind', 'AffectedRecord.state'];

/** Finds fields that have a code and name no list of codes, also where they may be null. */
export function findPlainCodes(schema: Schema, at: string): string[] {
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  const inner = [schema.items, schema.additionalProperties, ...branches].flatMap((one) => {
    const { data } = Node.safeParse(one);
    return data === undefined ? [] : [data];
  });
  const listed = (one: Schema) => ['enum', 'const', 'x-extensible-enum', 'pattern', 'format'].some((key) => key in one);
  const plain = (one: Schema): boolean =>
    ([one.type].flat().includes('string') && !listed(one)) ||
    (Array.isArray(one.anyOf) && one.anyOf.some((branch) => plain(Node.parse(branch))));
  return [
    ...inner.flatMap((one) => findPlainCodes(one, at)),
    ...Object.entries(Node.safeParse(schema.properties).data ?? {}).flatMap(([key, value]) => {
      const [own, place] = [Node.parse(value), `${at}.${key}`];
      const found = CODED.test(key) && plain(own) && !UNLISTED.includes(place) ? [place] : [];
      return [...found, ...findPlainCodes(own, place)];
    }),
  ];
}

/** Finds fields with several possible values whose description names none of them. */
export function findWordless(schema: Schema, at: string): string[] {
  const inner = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  const [properties, parts] = [Node.safeParse(schema.properties).data ?? {}, [schema.items, ...inner]];
  const below = parts.flatMap((part) => {
    const { data } = Node.safeParse(part);
    return data === undefined ? [] : findWordless({ description: schema.description, ...data }, at);
  });
  const lists = [schema.enum, schema['x-extensible-enum']].filter((one) => Array.isArray(one));
  const values = lists
    .flat()
    .filter((one) => one !== null)
    .map(String);
  const text = String(schema.description);
  const silent = values.length > 1 && !EXPLAINED.test(`${text} ${at}`) && values.some((value) => !text.includes(value));
  const own = silent ? [`${at}: ${text}`] : [];
  return [
    ...own,
    ...below,
    ...Object.entries(properties).flatMap(([key, one]) => findWordless(Node.parse(one), `${at}.${key}`)),
  ];
}

/** Finds texts, lists and objects of a request without limits. */
export function findUnlimited(schema: Schema, at: string): string[] {
  const has = (...keys: string[]) => keys.some((key) => key in schema);
  const nodes = (value: unknown): Schema[] => (Array.isArray(value) ? value.map((one) => Node.parse(one)) : []);
  const found: string[] = [];
  const fixed = has('enum', 'const');
  if (schema.type === 'string' && !fixed && !has('maxLength', 'pattern', 'format'))
    found.push(`${at}: string without a limit`);
  if (schema.type === 'array' && !has('maxItems')) found.push(`${at}: list without a limit`);
  // RFC 7517 lets keys carry members of their own; such an object says so.
  const open = String(schema.description ?? '').includes('further members are ignored');
  if (schema.type === 'object' && schema.additionalProperties !== false && !open) {
    found.push(`${at}: object that takes unknown fields`);
  }
  if (
    (schema.type === 'integer' || schema.type === 'number') &&
    !fixed &&
    !(has('minimum', 'exclusiveMinimum') && has('maximum', 'exclusiveMaximum'))
  ) {
    found.push(`${at}: number without bounds`);
  }
  const properties = Node.safeParse(schema.properties).data ?? {};
  return [
    ...found,
    ...Object.entries(properties).flatMap(([key, inner]) => findUnlimited(Node.parse(inner), `${at}.${key}`)),
    ...(has('items') ? findUnlimited(Node.parse(schema.items), `${at}[]`) : []),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => nodes(schema[key]).flatMap((one) => findUnlimited(one, at))),
  ];
}

/** Returns the lists of several values that are written in more than one place of a description, with their places. */
export function findRepeatedLists(document: unknown): string[] {
  const places = new Map<string, string[]>();
  const look = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { enum: list } = value as Schema;
    if (Array.isArray(list) && list.length > 1) {
      const key = list.map(String).toSorted().join(', ');
      places.set(key, [...(places.get(key) ?? []), at]);
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key !== 'example' && key !== 'examples') look(inner, `${at}/${key}`);
    }
  };
  look(document, '#');
  return [...places].filter(([, found]) => found.length > 1).map(([list, found]) => `${list}: ${found.join(' ')}`);
}

const PLACES: Readonly<Record<string, string>> = { params: 'path', query: 'query', headers: 'header' };

/** Returns true when a pointer such as `#/body/lines/0/massGrams` leads to a field or parameter of an operation. */
export function fieldAtPointer(document: Schema, operation: Schema, pointer: string): boolean {
  const follow = (node: unknown): Schema => {
    const found = Node.safeParse(node).data ?? {};
    const at = (all: unknown, key: string) => Node.safeParse(all).data?.[key];
    return typeof found.$ref === 'string' ? follow(found.$ref.slice(2).split('/').reduce(at, document)) : found;
  };
  const within = (schema: unknown, [key, ...rest]: readonly string[]): boolean => {
    const { properties, items, anyOf = [], oneOf = [], ...own } = follow(schema);
    if (key === undefined) return Object.keys(own).length > 0 || properties !== undefined;
    const inner = /^\d+$/.test(key) ? items : Node.safeParse(properties).data?.[key];
    if (inner !== undefined) return within(inner, rest);
    return [anyOf, oneOf].flat().some((branch) => within(branch, [key, ...rest]));
  };
  const [place = '', ...path] = pointer.slice(2).split('/');
  // A step that repeats no lines points to those of the manifest.
  if (place === 'document') return true;
  if (place === 'body') {
    const contents = Object.values(Node.safeParse(follow(operation.requestBody).content).data ?? {});
    return contents.some((content) => within(follow(content).schema, path));
  }
  const parameters = Array.isArray(operation.parameters) ? operation.parameters.map(follow) : [];
  return parameters.some(
    (one) => one.in === PLACES[place] && String(one.name).toLowerCase() === path[0]?.toLowerCase(),
  );
}

/** Words that say nothing about a field. */
const EMPTY_WORDS =
  /^(the|a|an|of|its|their|this|that|it|is|in|on|for|to|by|with|and|or|as|one|own|number|code|name|id|identifier)$/;

/** Returns the words of a name or text that say something, without endings. */
const wordsIn = (text: string): string[] =>
  (
    text
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  )
    .filter((word) => !EMPTY_WORDS.test(word))
    .map((word) => word.replace(/(ies|y|es|s|ed|d)$/, ''));

/** Finds fields whose description says no more than their names, or the name of the record that they belong to. */
export function findRepeating(schema: Schema, at: string): string[] {
  const properties = Object.entries(Node.safeParse(schema.properties).data ?? {});
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  const inner = [schema.items, schema.additionalProperties, ...branches].flatMap((one) => {
    const { data } = Node.safeParse(one);
    return data === undefined ? [] : [data];
  });
  return [
    ...properties.flatMap(([key, one]) => {
      const own = Node.parse(one);
      const said = wordsIn(String(own.description ?? ''));
      const beyond = (...names: string[]) => said.filter((word) => !wordsIn(names.join(' ')).includes(word)).length;
      const repeats = own.$ref === undefined && beyond(key) < 2 && beyond(key, at.split('.')[0] ?? '') === 0;
      const found = repeats ? [`${at}.${key}: ${own.description}`] : [];
      return [...found, ...findRepeating(own, `${at}.${key}`)];
    }),
    ...inner.flatMap((one) => findRepeating(one, at)),
  ];
}

/** Finds bodies and answers without an example, as \`post /v1/imports/sites body text/csv\`. References are followed. */
export function findUnexampled(document: Schema): string[] {
  const at = (all: unknown, key: string) => Node.safeParse(all).data?.[key];
  const follow = (node: unknown): Schema => {
    const found = Node.safeParse(node).data ?? {};
    return typeof found.$ref === 'string' ? follow(found.$ref.slice(2).split('/').reduce(at, document)) : found;
  };
  const shows = (content: Schema): boolean => {
    const examples = Object.values(Node.safeParse(content.examples).data ?? {}).map(follow);
    const values = [content, ...examples].flatMap((one) => one.example ?? one.value ?? []);
    return values.length > 0;
  };
  const nodesIn = (node: unknown) => Object.entries(Node.safeParse(node).data ?? {});
  return nodesIn(document.paths).flatMap(([path, item]) =>
    nodesIn(item).flatMap(([method, operation]) => {
      const { requestBody, responses } = Node.parse(operation);
      const parts = [['body', requestBody] as const, ...nodesIn(responses)];
      return parts.flatMap(([part, one]) =>
        nodesIn(follow(one).content)
          .filter(([, content]) => !shows(follow(content)))
          .map(([type]) => `${method} ${path} ${part} ${type}`),
      );
    }),
  );
}
