import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../../src/core/messages/problem.ts';
import { DEPTH_MAX, readJson } from '../../../../src/platform/http/json/json-body.ts';
import { isMisread } from '../../../../src/platform/http/json/json-names.ts';
import { createHttp } from '../../../../src/platform/http/serving.ts';

function reasonOf(body: string | Buffer): unknown {
  try {
    readJson(Buffer.from(body));
  } catch (error) {
    return error instanceof Problem && error.code === 'body-unreadable' ? error.facts.reason : error;
  }
  return undefined;
}

it('reads whatever JSON there is, as it was written', () => {
  const shallow = fc.jsonValue({ maxDepth: 5 }).filter((value) => !/__proto__|constructor/.test(JSON.stringify(value)));
  fc.assert(
    fc.property(shallow, (value) => {
      const text = JSON.stringify(value);
      expect(readJson(Buffer.from(text))).toEqual(JSON.parse(text));
    }),
  );
});

it('takes documents up to its depth and none beyond', () => {
  const nested = (depth: number) => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;
  expect(reasonOf(nested(DEPTH_MAX))).toBeUndefined();
  expect(reasonOf(nested(DEPTH_MAX + 2))).toBe('too-deep');
});

it('counts no bracket inside a text, whatever is escaped there', () => {
  const text = `${'['.repeat(100)}\\"${'{'.repeat(100)}\\\\`;
  expect(reasonOf(`{"a":"${text}","b":"[[["}`)).toBeUndefined();
  expect(reasonOf(`{"a":"\\\\","b":${'['.repeat(40)}${']'.repeat(40)}}`)).toBe('too-deep');
});

it('gives up half a million levels at once', () => {
  const started = performance.now();
  expect(reasonOf('['.repeat(500_000))).toBe('too-deep');
  expect(performance.now() - started).toBeLessThan(500);
});

it.each([
  ['an empty body', '', 'empty'],
  ['half a character', Buffer.from('7b2261223a22e5227d', 'hex'), 'not-utf-8'],
  ['a surrogate', Buffer.from('22eda08022', 'hex'), 'not-utf-8'],
  ['an overlong character', Buffer.from('22c0af22', 'hex'), 'not-utf-8'],
  ['a cut document', '{"a":', 'syntax'],
  ['no JSON', 'a=1', 'syntax'],
  ['a trailing comma', '{"a":1,}', 'syntax'],
])('refuses %s', (_, body, reason) => expect(reasonOf(body)).toBe(reason));

it.each([
  '{"__proto__":{"a":1}}',
  '{"b":[{"__proto__":null}]}',
  '{"\\u005f_proto__":1}',
  '{"\\u005f\\u005fproto\\u005f\\u005f":1}',
])('refuses the poison in %s', (body) => expect(reasonOf(body)).toBe('name-refused'));

function repeatedIn(body: string): unknown {
  try {
    readJson(Buffer.from(body));
  } catch (error) {
    return error instanceof Problem && error.code === 'body-name-repeated' ? error.facts : error;
  }
  return undefined;
}

it.each([
  ['{"a":1,"a":1}', 'a', '#/body/a'],
  ['{"a":1,"\\u0061":2}', 'a', '#/body/a'],
  ['[{"a":1},{"a":[0,{"b":{},"c":"\\\\\\",b:","b":[]}]}]', 'b', '#/body/1/a/1/b'],
  ['{"a/b":{"x~":1,"x~":2}}', 'x~', '#/body/a~1b/x~0'],
  ['{"":1,"":2}', '', '#/body/'],
  ['{"constructor":1,"constructor":2}', 'constructor', '#/body/constructor'],
  [`{"${'n'.repeat(300)}":1,"${'n'.repeat(300)}":2}`, 'n'.repeat(100), `#/body/${'n'.repeat(100)}`],
])('refuses %s, which can be read in two ways', (body, name, pointer) =>
  expect(repeatedIn(body)).toEqual({ name, pointer }),
);

it.each(['{"a":{"a":1},"b":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"\\"a\\":1,","A":":"}', '":::"'])(
  'takes %s, which names nothing twice',
  (body) => expect(readJson(Buffer.from(body))).toEqual(JSON.parse(body)),
);

it('finds the name given twice wherever it is put, and in a large body soon', () => {
  // Not with a backslash: V8 takes "\"" for "\\" where it has read a name "\\" before (nodejs/node#63785).
  const names = fc.constantFrom('a', 'b', '铅', '"', '\n', '😀', ':');
  const objects = fc.dictionary(names, fc.nat(), { minKeys: 1 });
  fc.assert(
    fc.property(objects, fc.nat(), (object, pick) => {
      const entries = Object.entries(object);
      const members = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
      const again = entries[pick % entries.length]?.[0] ?? '';
      const body = `{"list":[{${members.join()},${JSON.stringify(again)}:null}]}`;
      expect(repeatedIn(body)).toMatchObject({ name: again });
    }),
  );
  const started = performance.now();
  const texts = `"${'\\n'.repeat(250_000)}","${'x'.repeat(500_000)}"`;
  expect(repeatedIn(`[${'{"a":1},'.repeat(50_000)}${texts},{"a":1,"a":2}]`)).toEqual({
    name: 'a',
    pointer: '#/body/50002/a',
  });
  expect(performance.now() - started).toBeLessThan(2_000);
});

it('refuses a constructor that reaches a prototype, and no other', () => {
  expect(reasonOf('{"constructor":{"prototype":{"a":1}}}')).toBe('name-refused');
  expect(readJson(Buffer.from('{"constructor":"building firm","text":"__proto__"}'))).toEqual({
    constructor: 'building firm',
    text: '__proto__',
  });
});

it.each([
  ['{"\\n":1,"a":2}', { '\\': 1, a: 2 }, true],
  ['{"a":[{"\\u0062" : 1}]}', { a: [{ c: 1 }] }, true],
  ['{"\\n":1,"a":2}', { '\n': 1, a: 2 }, false],
  ['{"a":"\\n:","b":{"\\"":1}}', { a: '\n:', b: { '"': 1 } }, false],
])('%s read as %j: misread %s', (text, value, misread) => {
  expect(isMisread(text, value)).toBe(misread);
});

it('refuses exactly the names that the engine has taken for one another, and reads all others', () => {
  const names = fc.constantFrom('\\', '"', '\n', 'a', '\\"', 'a\\');
  const objects = fc.uniqueArray(names, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(objects, fc.constantFrom('1', '[]', '{}'), (given, value) => {
      const body = `{${given.map((name) => `${JSON.stringify(name)}:${value}`).join()}}`;
      const meant = Object.fromEntries(given.map((name) => [name, JSON.parse(value)]));
      // The engine errs depending on earlier texts, so it is tested before and after.
      const misread = () => !isDeepStrictEqual(JSON.parse(body), meant);
      const before = misread();
      let read: unknown;
      try {
        read = readJson(Buffer.from(body));
      } catch (error) {
        expect(error).toMatchObject({ facts: { reason: 'name-escaped' } });
        expect(body).toContain('\\');
        expect(before || misread()).toBe(true);
        return;
      }
      expect(read).toEqual(meant);
    }),
    { numRuns: 2_000 },
  );
});

describe('a body that says in which characters it is written', () => {
  const send = async (type: string) => {
    const authenticate = () => Promise.reject(new Error('nobody is asked for a token'));
    const http = createHttp({ authenticate, log: pino({ level: 'silent' }) });
    http.post('/echo', { config: { public: true } }, async ({ body }) => body);
    const payload = '{"name":"铅"}';
    const answer = await http.inject({ method: 'POST', url: '/echo', payload, headers: { 'content-type': type } });
    await http.close();
    return answer;
  };

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'Application/JSON ; charset=utf8; x=y',
    'application/json; charset=us-ascii',
  ])('is read: %s', async (type) => {
    expect((await send(type)).json()).toEqual({ name: '铅' });
  });

  it.each([
    'application/json; charset=gbk',
    'application/json; charset="gb18030"',
    'application/json; Charset=UTF-16',
    'application/json; charset=utf-8; charset=gbk',
    'application/json; charset=',
    'application/json; x=y; charset=iso-8859-1',
  ])('is refused: %s', async (type) => {
    const answer = await send(type);
    expect(answer.statusCode).toBe(415);
    expect(answer.json()).toMatchObject({ code: 'content-type-unsupported', accepted: 'application/json' });
  });
});
