/** Faults of every request of the API: each in words of our own, in both languages, once for each field. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIELDS } from '../../src/features.ts';
import {
  containersOf,
  expectationOf,
  faultsOf,
  fieldAt,
  givenExpectation,
  type Naming,
  type Schema,
  unwrap,
} from '../../src/platform/http/validation/index.ts';
import { exampleOf } from './nonsense.ts';
import { type RequestPart, requestSchemas } from './request-schemas.ts';

/** Words of libraries, in English and Chinese, and patterns. */
const FOREIGN =
  /\bexpected\b|, received |invalid input|invalid_|regex|pattern|undefined|NaN|无效输入|期望|实际接收|必须满足|正则|键\(key\)|\/\^|\\d|\$\//i;
const CHINESE = /\p{Script=Han}/u;

/** Codes that are names of standards and formats, the same in every language. */
const FLAGS = ['dryRun', 'inStock', 'beforeNumber', 'againstCompletion'];
const TECHNICAL = new Set(['kty', 'crv', 'use', 'scopes', 'format', 'congener', ...FLAGS]);

let parts: RequestPart[];
beforeAll(async () => {
  parts = await requestSchemas();
});

const namingOf = ({ url }: RequestPart, language: 'en' | 'zh'): Naming => ({
  language,
  fields: FIELDS,
  containers: containersOf(url),
});

type Place = { readonly path: readonly (string | number)[]; readonly schema: Schema };

/** Every place of a schema below its root. */
function placesIn(schema: Schema, path: Place['path'] = []): Place[] {
  const inner = unwrap(schema).at(-1) as z.ZodType;
  const here = path.length === 0 ? [] : [{ path, schema }];
  const below = (name: string | number, next: Schema) => placesIn(next, [...path, name]);
  if (inner instanceof z.ZodObject) {
    return [...here, ...Object.entries(inner.shape).flatMap(([name, next]) => below(name, next as Schema))];
  }
  if (inner instanceof z.ZodArray) return [...here, ...below(0, inner.element as Schema)];
  if (inner instanceof z.ZodUnion) return [...here, ...inner.options.flatMap((one) => placesIn(one as Schema, path))];
  return here;
}

const places = () => parts.flatMap((part) => placesIn(part.schema).map((place) => ({ ...place, part })));

describe('fields of requests', () => {
  it('are found in every feature', () => {
    expect(parts.length).toBeGreaterThan(100);
    expect(places().length).toBeGreaterThan(400);
  });

  it('each have a name in both languages', () => {
    const nameless = places()
      .filter(({ path, part }) => typeof path.at(-1) === 'string' && !fieldAt(namingOf(part, 'zh'), path))
      .map(({ path, part }) => `${part.what}: ${path.join('.')}`);
    expect(nameless).toEqual([]);
    for (const { en, zh } of Object.values(FIELDS)) {
      expect(en).not.toMatch(CHINESE);
      expect(zh).toMatch(CHINESE);
    }
  });

  it('have words for each of their codes', () => {
    const wordless = places().flatMap(({ path, part, schema }) => {
      const inner = unwrap(schema).at(-1);
      const name = String(path.findLast((step) => typeof step === 'string'));
      if (!(inner instanceof z.ZodEnum) || TECHNICAL.has(name)) return [];
      const { codes = {} } = fieldAt(namingOf(part, 'zh'), path) ?? {};
      return inner.options
        .filter((code) => !CHINESE.test(codes[code]?.zh ?? '') || CHINESE.test(codes[code]?.en ?? '一'))
        .map((code) => `${part.what}: ${path.join('.')} ${code}`);
    });
    expect(wordless).toEqual([]);
  });

  it('say what is expected, and show an example that passes', () => {
    const vague = new Set<string>();
    for (const { path, part, schema } of places()) {
      const inner = unwrap(schema).at(-1) as z.ZodType;
      if (inner instanceof z.ZodUnknown) continue;
      if (/\/docs/.test(expectationOf(schema, undefined, 'en'))) vague.add(`${part.what}: ${path.join('.')}`);
      const example = givenExpectation(schema)?.example;
      if (example !== undefined && !(schema as z.ZodType).safeParse(example).success)
        vague.add(`${path.join('.')} ${example}`);
    }
    expect([...vague]).toEqual([]);
  });
});

const WRONG: readonly unknown[] = [
  ...[null, '', 'x', 'x'.repeat(20_000), '\u0000', '2026-02-30', '1999-01-01T00:00:00Z', -1, 0, 0.5, 1e15, 2e18],
  ...[true, {}, { unknown: 1 }, [], [[]], ['x', 'x'], Array.from({ length: 2_000 }, () => 1)],
];

/** A value with one place replaced, or removed when `wrong` is `REMOVED`. */
const REMOVED = Symbol('removed');
function put(value: unknown, [step, ...rest]: Place['path'], wrong: unknown): unknown {
  if (step === undefined) return wrong;
  if (typeof step === 'number') return [put(Array.isArray(value) ? value[0] : undefined, rest, wrong)];
  const fields: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  if (rest.length === 0 && wrong === REMOVED) delete fields[step];
  else fields[step] = put(fields[step], rest, wrong);
  return fields;
}

/** Every wrong value in every place of a part, and unknown fields. */
function nonsenseOf({ schema }: RequestPart): unknown[] {
  const example = exampleOf(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: z.registry<{ id?: string }>() }),
  );
  const within = placesIn(schema).flatMap(({ path }) => [REMOVED, ...WRONG].map((wrong) => put(example, path, wrong)));
  const unknown = typeof example === 'object' && !Array.isArray(example) ? [{ ...example, colour: 1, '/~': 2 }] : [];
  return [...WRONG, undefined, ...unknown, ...within];
}

/** Finds what the faults of one value lack. */
function complain(part: RequestPart, value: unknown): string[] {
  const result = part.schema.safeParse(value, { reportInput: true });
  if (result.success) return [];
  const failed = { schema: part.schema, issues: result.error.issues, part: part.part };
  const complaints: string[] = [];
  for (const language of ['en', 'zh'] as const) {
    const faults = faultsOf(failed, namingOf(part, language));
    if (faults.length === 0) complaints.push(`${part.what}: no fault`);
    const pointers = faults.map(({ pointer }) => pointer);
    if (new Set(pointers).size !== pointers.length) complaints.push(`${part.what}: a field twice ${pointers}`);
    for (const { detail, remedy, pointer } of faults) {
      for (const text of [detail, remedy]) {
        const wrong = FOREIGN.test(text) || CHINESE.test(text) !== (language === 'zh') || !/[.。]$/.test(text);
        if (wrong && !(language === 'en' && /桂A|转8001/.test(text)))
          complaints.push(`${part.what} ${pointer}: ${text}`);
      }
    }
  }
  return complaints;
}

describe('faults of requests', () => {
  it('advise to check a wrong social credit code, not to lengthen it', () => {
    const part = parts.find(({ url, part: of }) => url === '/v1/parties' && of === 'body');
    if (part === undefined) throw new Error('POST /v1/parties has no body');
    for (const uscc of ['91450100000999990X', '9145']) {
      const { error } = part.schema.safeParse({ uscc }, { reportInput: true });
      const failed = { schema: part.schema, issues: error?.issues ?? [], part: part.part };
      const remedies = (['en', 'zh'] as const).map(
        (language) =>
          faultsOf(failed, namingOf(part, language)).find(({ pointer }) => pointer === '#/body/uscc')?.remedy,
      );
      expect(remedies).toEqual([
        'Compare the code with the business licence, character by character.',
        '请对照营业执照逐位核对统一社会信用代码。',
      ]);
    }
  });

  it('are in plain words of the language, one for each field, whatever is sent', { timeout: 60_000 }, () => {
    const complaints = parts.flatMap((part) => nonsenseOf(part).flatMap((value) => complain(part, value)));
    expect([...new Set(complaints)].slice(0, 40)).toEqual([]);
  });

  it('have no English sentence in Chinese', { timeout: 60_000 }, () => {
    const found = new Set<string>();
    for (const part of parts) {
      for (const value of nonsenseOf(part)) {
        const result = part.schema.safeParse(value, { reportInput: true });
        if (result.success) continue;
        const failed = { schema: part.schema, issues: result.error.issues, part: part.part };
        for (const { detail, remedy } of faultsOf(failed, namingOf(part, 'zh'))) {
          const sentence = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.exec(detail + remedy);
          if (sentence) found.add(detail + remedy);
        }
      }
    }
    expect([...found]).toEqual([]);
  });
});
