import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem.ts';
import { DEPTH_MAX, readJson } from '../../../src/platform/http/json-body.ts';

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
  expect(reasonOf(nested(DEPTH_MAX + 2))).toBe('nested deeper than 32 levels');
});

it('counts no bracket inside a text, whatever is escaped there', () => {
  const text = `${'['.repeat(100)}\\"${'{'.repeat(100)}\\\\`;
  expect(reasonOf(`{"a":"${text}","b":"[[["}`)).toBeUndefined();
  expect(reasonOf(`{"a":"\\\\","b":${'['.repeat(40)}${']'.repeat(40)}}`)).toBe('nested deeper than 32 levels');
});

it('gives up half a million levels at once', () => {
  const started = performance.now();
  expect(reasonOf('['.repeat(500_000))).toBe('nested deeper than 32 levels');
  expect(performance.now() - started).toBeLessThan(500);
});

it.each([
  ['an empty body', '', 'it is empty'],
  ['half a character', Buffer.from('7b2261223a22e5227d', 'hex'), 'not UTF-8'],
  ['a surrogate', Buffer.from('22eda08022', 'hex'), 'not UTF-8'],
  ['an overlong character', Buffer.from('22c0af22', 'hex'), 'not UTF-8'],
  ['a cut document', '{"a":', 'syntax error'],
  ['no JSON', 'a=1', 'syntax error'],
  ['a trailing comma', '{"a":1,}', 'syntax error'],
])('refuses %s', (_, body, reason) => expect(reasonOf(body)).toBe(reason));

it.each([
  '{"__proto__":{"a":1}}',
  '{"b":[{"__proto__":null}]}',
  '{"\\u005f_proto__":1}',
  '{"\\u005f\\u005fproto\\u005f\\u005f":1}',
])('refuses the poison in %s', (body) => expect(reasonOf(body)).toBe('the name __proto__ is not accepted'));

it('refuses a constructor that reaches a prototype, and no other', () => {
  expect(reasonOf('{"constructor":{"prototype":{"a":1}}}')).toBe('the name constructor is not accepted');
  expect(readJson(Buffer.from('{"constructor":"building firm","text":"__proto__"}'))).toEqual({
    constructor: 'building firm',
    text: '__proto__',
  });
});
