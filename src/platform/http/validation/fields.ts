/** Places of requests in words, by the names that forms give to fields. */
import type { Field, Fields } from '../../../core/messages/field.ts';
import type { Bilingual, Language } from '../../../core/messages/language.ts';

/** Joins dictionaries. @throws Error when two of them give one key */
export function joinFields(dictionaries: readonly Fields[]): Fields {
  const entries = dictionaries.flatMap((dictionary) => Object.entries(dictionary));
  const joined = Object.fromEntries(entries);
  const repeated = entries.find(([key, field]) => joined[key] !== field);
  if (repeated) throw new Error(`the field ${repeated[0]} is named twice`);
  return joined;
}

/** The names of an address, nearest first: `/v1/parties/:id/licences` is `licences`, `parties`, `v1`. */
export function containersOf(url: string): string[] {
  const parts = url.split('/');
  const pair = parts.slice(-2).join('/');
  return [
    // The last two names together, for an address such as `/v1/imports/licences`, whose fields are not those of a licence.
    ...(pair.includes(':') || parts.length < 4 ? [] : [pair]),
    ...parts.filter((part) => part !== '' && !part.startsWith(':')).toReversed(),
  ];
}

/** Names of fields in faults. */
export type Naming = {
  readonly language: Language;
  readonly fields: Fields;
  /** Names of what contains the fields, nearest first. */
  readonly containers?: readonly string[];
  /** True when fields are columns of a file, which have the names of its header. */
  readonly columns?: boolean;
};

/** The entry of a property at a path; a name that contains it counts before one further out. */
export function fieldAt({ fields, containers = [] }: Naming, path: readonly PropertyKey[]): Field | undefined {
  const names = path.filter((step) => typeof step === 'string');
  const name = names.at(-1);
  if (name === undefined) return undefined;
  for (const container of [...names.slice(0, -1).toReversed(), ...containers]) {
    const key = `${container}.${name}`;
    if (Object.hasOwn(fields, key)) return fields[key];
  }
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

const PARTS: Readonly<Record<string, Bilingual>> = {
  body: { en: 'the body', zh: '请求正文' },
  querystring: { en: 'the query', zh: '查询参数' },
  params: { en: 'the address', zh: '请求地址' },
  headers: { en: 'the headers', zh: '请求头' },
  row: { en: 'the row', zh: '该行' },
  value: { en: 'the value', zh: '取值' },
};

/** A place of the request in words: `name (organisation name)`, in Chinese `“单位名称”（name）`. */
export function subjectOf(naming: Naming, part: string, path: readonly PropertyKey[]): string {
  const { language } = naming;
  const last = path.at(-1);
  if (last === undefined) return (PARTS[part] ?? PARTS.body ?? { en: part, zh: part })[language];
  if (typeof last === 'number') {
    const list = subjectOf(naming, part, path.slice(0, -1));
    return language === 'zh' ? `${list}第 ${last + 1} 项` : `item ${last + 1} of ${list}`;
  }
  const own = nameOf(naming, path);
  const inner = path.findLastIndex((step) => typeof step === 'number');
  if (inner < 0) return own;
  const item = subjectOf(naming, part, path.slice(0, inner + 1));
  return language === 'zh' ? `${item}的${own}` : `${own} of ${item}`;
}

function nameOf(naming: Naming, path: readonly PropertyKey[]): string {
  const { language, columns } = naming;
  const key = shorten(String(path.at(-1)));
  const name = fieldAt(naming, path)?.[language];
  if (language === 'zh') {
    if (columns) return `“${name ?? key}”列`;
    return name === undefined ? `“${key}”` : `“${name}”（${key}）`;
  }
  if (columns) return `the column "${name ?? key}"`;
  return name === undefined || name === key ? key : `${key} (${name})`;
}

/** Names from outside, cut to a length that a sentence can hold. */
export const shorten = (name: string): string => (name.length > 60 ? `${name.slice(0, 60).toWellFormed()}…` : name);
