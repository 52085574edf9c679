/** Tricks with bodies: JSON whose members are not what they should be, and bytes that are no JSON. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import { NAMES, RAW, shifted, sprinkled } from './values.ts';

/** Marks of raw JSON texts inside a tree: they are replaced when the tree has been written. */
const MARK = '\u0001raw';
type Raws = string[];

type Trick = {
  readonly what: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Nouns whose ids replace an id of the body. */
const NOUNS = ['batch', 'manifest', 'run', 'site', 'party', 'person', 'assay', 'licence', 'supply'];

/** Changes the JSON of a body: one to three of its members. */
export function tricked(text: string, random: Random, world: World): Trick {
  const raws: Raws = [];
  let tree: unknown = JSON.parse(text);
  const tricks: string[] = [];
  const times = random.pick([1, 1, 1, 2, 3]);
  for (let at = 0; at < times; at += 1) {
    const place = random.pick(placesOf(tree));
    const { what, put } = changeOf(valueAt(tree, place), random, world, raws);
    tricks.push(`${what} at /${place.join('/')}`);
    tree = place.length === 0 ? put : replaced(tree, place, put);
  }
  return { what: tricks.join(', '), body: written(tree, raws) };
}

type Place = readonly (string | number)[];

function placesOf(value: unknown, at: Place = []): Place[] {
  const inner = Array.isArray(value)
    ? value.slice(0, 20).flatMap((one, place) => placesOf(one, [...at, place]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, one]) => placesOf(one, [...at, name]))
      : [];
  return [at, ...inner];
}

const valueAt = (tree: unknown, place: Place): unknown =>
  place.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], tree);

function replaced(tree: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(tree)) return tree.map((one, at) => (at === step ? replaced(one, rest, value) : one));
  return Object.fromEntries(
    Object.entries(tree as object).map(([name, one]) => [name, name === step ? replaced(one, rest, value) : one]),
  );
}

type Change = { readonly what: string; readonly put: unknown };

function changeOf(value: unknown, random: Random, world: World, raws: Raws): Change {
  const raw = (text: string): string => `${MARK}${raws.push(text) - 1}\u0001`;
  const anything = () => {
    const text = random.pick(RAW);
    return { what: `the value ${text.slice(0, 60)}`, put: raw(text) };
  };
  if (random.chance(0.35)) return anything();
  if (Array.isArray(value)) return changedList(value, random);
  if (typeof value === 'object' && value !== null) return changedMembers(value, random, raw);
  if (typeof value === 'number') {
    const text = shifted(value, random);
    return { what: `the number ${text.slice(0, 60)}`, put: raw(text) };
  }
  if (typeof value !== 'string') return anything();
  if (/^[0-9a-f-]{36}$/.test(value) && random.chance(0.7)) {
    const noun = random.pick(NOUNS);
    return { what: `another ${noun}`, put: world.pools.pick(random, noun)?.id ?? value };
  }
  return { what: 'a changed text', put: sprinkled(value, random) };
}

function changedList(value: readonly unknown[], random: Random): Change {
  return random.pick([
    () => ({ what: 'an empty list', put: [] }),
    () => ({ what: 'every item twice', put: [...value, ...value] }),
    () => ({ what: 'very many items', put: Array.from({ length: 150 }, () => value[0] ?? null) }),
    () => ({ what: 'an item that is null', put: [...value, null] }),
    () => ({ what: 'an object for a list', put: { ...value } }),
    () => ({ what: 'the items backwards', put: value.toReversed() }),
  ])();
}

function changedMembers(value: object, random: Random, raw: (text: string) => string): Change {
  const entries = Object.entries(value);
  const without = random.below(Math.max(1, entries.length));
  const name = random.pick(NAMES);
  return random.pick([
    () => ({ what: 'a missing member', put: Object.fromEntries(entries.toSpliced(without, 1)) }),
    () => ({
      what: `an unknown member ${JSON.stringify(name).slice(0, 40)}`,
      put: raw(membersOf([...entries, [name, 1]])),
    }),
    () => ({ what: 'a member twice', put: raw(membersOf([...entries, ...entries.slice(0, 1)])) }),
    () => ({ what: 'the members backwards', put: Object.fromEntries(entries.toReversed()) }),
    () => ({ what: 'a list around it', put: [value] }),
    () => ({ what: 'no members', put: {} }),
  ])();
}

/** Writes an object in which a name may occur twice, or be one that objects treat differently. */
const membersOf = (entries: readonly (readonly [string, unknown])[]): string =>
  `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`;

/** Writes the tree; raw texts may hold marks themselves. */
function written(tree: unknown, raws: Raws): string {
  let text = JSON.stringify(tree) ?? 'null';
  for (let pass = 0; pass < 4 && text.includes('\\u0001raw'); pass += 1)
    text = text.replaceAll(/"\\u0001raw(\d+)\\u0001"/g, (_, at: string) => raws[Number(at)] ?? 'null');
  return text;
}

/** Changes the bytes of a body, or how the headers name them. */
export function brokenBytes(text: string, random: Random, type: string): Trick {
  const bytes = Buffer.from(text);
  const at = random.below(bytes.length + 1);
  const inserted = (one: Buffer | string) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(one), bytes.subarray(at)]);
  const encoded = (name: string, body: Buffer | string) => ({ body, headers: { 'content-encoding': name } });
  const typed = (name: string) => ({ body: text, headers: { 'content-type': name } });
  const tricks: readonly (readonly [string, () => Omit<Trick, 'what'>])[] = [
    ['a cut body', () => ({ body: bytes.subarray(0, at) })],
    ['a byte that is no UTF-8', () => ({ body: inserted(Buffer.from([random.pick([0x80, 0xc0, 0xff, 0xed])])) })],
    ['a surrogate in UTF-8', () => ({ body: inserted(Buffer.from('eda080', 'hex')) })],
    ['a NUL byte', () => ({ body: inserted('\0') })],
    ['a byte order mark', () => ({ body: `\ufeff${text}` })],
    ['UTF-16', () => ({ body: Buffer.from(text, 'utf16le') })],
    ['GBK', () => ({ body: inserted(Buffer.from('d1ddcabe', 'hex')) })],
    ['two documents', () => ({ body: text + text })],
    ['blanks around it', () => ({ body: `\n\t ${text}\r\n ` })],
    ['a comma too many', () => ({ body: text.replace(/\}$/, ',}') })],
    ['a comment', () => ({ body: `/* */${text}` })],
    ['no body', () => ({ body: '' })],
    ['a large body', () => ({ body: text + ' '.repeat(70_000) })],
    ['deep lists', () => ({ body: '['.repeat(20_000) })],
    ['gzip', () => encoded('gzip', gzipSync(bytes))],
    ['deflate', () => encoded('deflate', deflateSync(bytes))],
    ['brotli', () => encoded('br', brotliCompressSync(bytes))],
    ['text sent as gzip', () => encoded('gzip', text)],
    ['an unknown encoding', () => encoded('identity, zstd', text)],
    ['another charset', () => typed(`${type}; charset=gbk`)],
    ['a charset in capitals', () => typed(`${type.toUpperCase()} ; CHARSET="UTF-8"`)],
    ['a form', () => typed('application/x-www-form-urlencoded')],
    ['plain text', () => typed('text/plain')],
    ['parts', () => typed('multipart/form-data; boundary=x')],
    ['merge patch', () => typed('application/merge-patch+json')],
    [
      'an odd type',
      () => typed(random.pick(['@', '/', 'application/', 'application/json;;', '*/*', 'application/json,text/csv'])),
    ],
    ['text sent as a workbook', () => typed('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')],
  ];
  const [what, make] = random.pick(tricks);
  return { what, ...make() };
}
