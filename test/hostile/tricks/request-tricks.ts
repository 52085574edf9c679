/** Tricks with the rest of a request: address, query, headers and token. */
import type { Random } from '../random.ts';
import type { Draft } from '../valid.ts';
import type { World } from '../world.ts';

type Trick = { readonly what: string; readonly draft: Draft };
type Header = readonly [name: string, value: string];

/** Headers with this name that occur once are replaced. */
const withHeader = (draft: Draft, name: string, ...values: string[]): Draft => ({
  ...draft,
  headers: [...draft.headers.filter(([one]) => one !== name), ...values.map((value): Header => [name, value])],
});
const headerOf = ({ headers }: Draft, name: string) => headers.find(([one]) => one === name)?.[1];

const LANGUAGES = [
  '*',
  'zh',
  'zh-Hant-TW',
  'en;q=0',
  'en;q=9, zh;q=0.5',
  'xx',
  '',
  ',',
  'en-',
  'q=1',
  'a'.repeat(3_000),
];
const VERSIONS = [
  '*',
  '"0"',
  '"1"',
  'W/"1"',
  '1',
  '"999999"',
  '""',
  '"a"',
  '"1", "2"',
  'W/',
  '"-1"',
  '"1e3"',
  '"9007199254740993"',
];
const KEYS = ['', ' ', 'a b', '"quoted"', '"', 'é', 'x'.repeat(255), 'x'.repeat(256), '__proto__', "'", '%00', 'null'];
const PURPOSES = [
  'complaint',
  'x',
  '%E6%8A%95%E8%AF%89%E6%A0%B8%E6%9F%A5',
  '%',
  '%ff%fe',
  '%00%00%00',
  'a'.repeat(201),
  '%E2%80%AE%E2%80%AE%E2%80%AE',
];
const SCHEMES = [
  '',
  'Bearer',
  'Bearer ',
  'Basic YTpi',
  'bearer x',
  'DPoP x',
  'Bearer null',
  'Bearer a.b.c',
  'Bearer ..',
  'Bearer é',
];
const ODD: readonly Header[] = [
  ...(['accept', 'accept-encoding', 'range', 'expect', 'if-none-match', 'if-modified-since', 'origin'] as const).map(
    (name): Header => [name, name === 'expect' ? '100-continue' : '*'],
  ),
  ['x-http-method-override', 'DELETE'],
  ['x-forwarded-for', '127.0.0.1, evil'],
  ['x-original-url', '/v1/books'],
  ['accept', 'text/html'],
  ['accept-encoding', 'gzip;q=0, br'],
  ['range', 'bytes=0-1'],
  ['if-none-match', '"1", W/"2", *'],
  ['cookie', `__proto__=1; a=${'x'.repeat(4_000)}`],
  ['traceparent', '00-zz-zz-00'],
  ['dpop', 'a.b.c'],
];

const TEXTS = [
  '',
  ' ',
  '-1',
  '0',
  '1e400',
  '201',
  '%00',
  '%ED%A0%80',
  '%ff',
  '%zz',
  '%',
  "'",
  '{}',
  '__proto__',
  'null',
  '%E2%80%AE',
  '+',
  'x'.repeat(2_000),
];

const encodedText = (random: Random): string => random.pick(TEXTS);

/** Changes the query: values, names, repetitions, places in lists. */
function queryTrick(draft: Draft, random: Random): Trick {
  const [path = '', query = ''] = draft.url.split('?');
  const pairs = query === '' ? [] : query.split('&');
  const names = draft.operation.query.map(({ name }) => name);
  const name =
    names.length > 0 && random.chance(0.8)
      ? random.pick(names)
      : random.pick(['colour', '__proto__', 'constructor[a]', '', 'limit']);
  const own = pairs.find((pair) => pair.startsWith(`${name}=`)) ?? `${name}=${encodedText(random)}`;
  const others = pairs.filter((pair) => !pair.startsWith(`${name}=`));
  const cursor = Buffer.from(
    random.pick(['0', '-1', 'null', '\0', '01999999-0000-7000-8000-0000000000aa', '{"a":1}', '\ud800']),
  ).toString('base64url');
  const made = random.pick([
    [...others, `${name}=${encodedText(random)}`],
    [...others, own, own],
    [...others, own, `${name}=${encodedText(random)}`],
    [...others, `${name}[]=1`],
    [...others, `${name}%5B__proto__%5D=1`],
    [...pairs, `cursor=${cursor}`],
    [...pairs, `limit=${random.pick(['1', '200', '01', '2e1', '%31', '0x10', '１'])}`],
    [...pairs, '', '=', '&&'],
    [...pairs, '%'],
    pairs.map((pair) => pair.toUpperCase()),
  ]);
  return { what: `the query ${made.join('&').slice(0, 80)}`, draft: { ...draft, url: `${path}?${made.join('&')}` } };
}

const IDS = [
  '0',
  '-1',
  'null',
  '%00',
  '%2e%2e',
  '..%2f..',
  'x'.repeat(190),
  'x'.repeat(3_000),
  '%F0%9F%98%80',
  '%ff',
  '%',
  '%zz',
  '%E2%80%8B',
  '{id}',
  '*',
];

/** Changes the parameters of the path, or how it is written. */
function pathTrick(draft: Draft, random: Random, world: World): Trick {
  const [path = '', query] = draft.url.split('?');
  const parts = path.split('/');
  const places = draft.operation.path.split('/').flatMap((part, at) => (part.startsWith('{') ? [at] : []));
  const put = (text: string) => parts.map((part, at) => (places.includes(at) ? text : part)).join('/');
  const own = parts[places[0] ?? 0] ?? '';
  const foreign =
    world.pools.pick(random, random.pick(['batch', 'manifest', 'run', 'person', 'party', 'site']))?.id ?? own;
  const made = random.pick([
    ...(places.length === 0
      ? []
      : [
          put(random.pick(IDS)),
          /\/v1\/parties\//.test(path) ? put(own) : put(foreign),
          put(own.toUpperCase()),
          put(encodeURIComponent(`\u200b${own}`)),
          put(own.replaceAll('-', '')),
          put(`${own}%20`),
        ]),
    `${path}/`,
    path.replace('/v1', '//v1'),
    path.replace('/v1/', '/v1/%2e/'),
    path.toUpperCase(),
    `${path};a=1`,
    `${path}%2f`,
    `${path}#x`,
    `http://other.example${path}`,
  ]);
  return {
    what: `the path ${made.slice(0, 80)}`,
    draft: { ...draft, url: query === undefined ? made : `${made}?${query}` },
  };
}

function headerTrick(draft: Draft, random: Random): Trick {
  const post = draft.method === 'POST';
  const tricks: readonly (readonly [name: string, values: readonly string[]])[] = [
    ['accept-language', LANGUAGES],
    ['personal-data-purpose', PURPOSES],
    ...(post
      ? ([
          ['idempotency-key', KEYS],
          ['if-match', VERSIONS],
          ['if-match', VERSIONS],
        ] as const)
      : []),
  ];
  if (random.chance(0.3)) {
    const [name, value] = random.pick(ODD);
    return { what: `${name}: ${value.slice(0, 40)}`, draft: withHeader(draft, name, value) };
  }
  const [name, values] = random.pick(tricks);
  const value = random.pick(values);
  return { what: `${name}: ${value.slice(0, 40)}`, draft: withHeader(draft, name, value) };
}

/** Sends a header twice; only a real connection can. */
function doubledHeader(draft: Draft, random: Random): Trick {
  const names = [
    'authorization',
    'idempotency-key',
    'content-type',
    'accept-language',
    'if-match',
    'host',
    'content-length',
    'personal-data-purpose',
  ];
  const name = random.pick(names);
  const own = headerOf(draft, name) ?? '1';
  const other = random.chance(0.5) ? own : random.pick(['', 'x', '"1"', '0', 'en']);
  return { what: `${name} twice`, draft: withHeader(draft, name, own, other) };
}

function tokenTrick(draft: Draft, random: Random, world: World): Trick {
  const token = draft.person?.token ?? random.pick(world.people).token;
  const at = random.below(token.length);
  const [head = '', payload = ''] = token.split('.');
  const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
  const values = [
    ...SCHEMES,
    `Bearer ${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`,
    `Bearer ${none}.${payload}.`,
    `Bearer ${head}.${payload}.`,
    `Bearer ${token} `,
    `Bearer  ${token}`,
    `Bearer ${token}, Bearer ${token}`,
    `Bearer ${'x'.repeat(9_000)}`,
  ];
  const value = random.pick(values);
  const changed = withHeader(draft, 'authorization', value);
  // A blank after the token, or none at all, may leave it what it was.
  const same = value.trim().split(/\s+/)[1] === token;
  return { what: 'another token', draft: same ? changed : { ...changed, person: undefined } };
}

/** Another caller, with what the first may name. */
function callerTrick(draft: Draft, random: Random, world: World): Trick {
  const person = random.pick(world.people);
  const draft2 = withHeader({ ...draft, person }, 'authorization', `Bearer ${person.token}`);
  return { what: `by ${person.title}`, draft: draft2 };
}

function methodTrick(draft: Draft, random: Random): Trick {
  const method = random.pick(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', draft.method === 'GET' ? 'POST' : 'GET']);
  return { what: `the method ${method}`, draft: { ...draft, method } };
}

export const REQUEST_TRICKS = {
  queryTrick,
  pathTrick,
  headerTrick,
  doubledHeader,
  tokenTrick,
  callerTrick,
  methodTrick,
};
