/** Expectations of schemas in our own words: no library's text and no pattern reaches a caller. */
import { z } from 'zod';
import { codeWithName } from '../../../core/messages/code-names.ts';
import type { Codes } from '../../../core/messages/field.ts';
import type { Bilingual, Language } from '../../../core/messages/language.ts';
import { type Schema, unwrap } from './schema-path.ts';

/**
 * An expectation as a noun that follows `must be` and `须为`, with a value that passes. `remedy` says what to do where
 * following the example is not enough.
 */
export type Expectation = Bilingual & { readonly example?: string | number; readonly remedy?: Bilingual };

const EXPECTATIONS = z.registry<Expectation>();

/** Says in words what a schema expects. Schemas made from it by `.describe`, `.refine` and `.optional` expect the same. */
export function expected<One extends z.ZodType>(schema: One, expectation: Expectation): One {
  const own: One = schema.clone();
  EXPECTATIONS.add(own, expectation);
  return own;
}

/**
 * The fault of a rule of our own, with its texts: for `.refine(check, fault('…', '…'))`. A rule between fields names
 * them: the fault points to the first, and is left out when one of them is at fault already.
 */
export function fault(en: string, zh: string, ...fields: readonly string[]) {
  const params: FaultParams = { en, zh, fields };
  return { error: en, params, ...(fields[0] === undefined ? {} : { path: [fields[0]] }) };
}

export type FaultParams = Bilingual & { readonly fields: readonly string[] };

/** The expectation that was given with a schema, or with one of those it wraps. */
export function givenExpectation(schema: Schema): Expectation | undefined {
  for (const layer of unwrap(schema)) {
    const given = EXPECTATIONS.get(layer as z.ZodType);
    if (given) return given;
  }
  return undefined;
}

/** Returns the expectation of a schema in one language, such as `14 digits, such as 20264500000123`. */
export function expectationOf(schema: Schema | undefined, codes: Codes | undefined, language: Language): string {
  const { example, ...words } = (schema && (givenExpectation(schema) ?? derive(schema, codes))) ?? DOCUMENTED;
  if (example === undefined) return words[language];
  return language === 'zh' ? `${words.zh}，例如 ${example}` : `${words.en}, such as ${example}`;
}

/** Returns what to do with a value that breaks the expectation of its schema. */
export function remedyOf(schema: Schema | undefined, codes: Codes | undefined): Bilingual {
  return remedyFor((schema && (givenExpectation(schema) ?? derive(schema, codes))) ?? DOCUMENTED);
}

/** The remedy of an expectation: its own, else to follow its example, else to send what is expected. */
export function remedyFor({ en, zh, example, remedy }: Expectation): Bilingual {
  if (remedy !== undefined) return remedy;
  if (example === undefined) return { en: `Send ${en}.`, zh: `${spaced('请填写', zh)}。` };
  return { en: `Write it like the example ${example}.`, zh: `请参照示例 ${example} 填写。` };
}

const DOCUMENTED: Expectation = { en: 'a value as /docs describes it', zh: '接口文档所述的值' };
const OBJECT: Expectation = { en: 'a JSON object', zh: 'JSON 对象' };

type Derive = (schema: Schema, codes: Codes | undefined) => Expectation | undefined;

function derive(schema: Schema, codes: Codes | undefined): Expectation | undefined {
  const inner = unwrap(schema).at(-1);
  return inner && DERIVED[inner._zod.def.type]?.(inner, codes);
}

const DERIVED: Readonly<Partial<Record<string, Derive>>> = {
  string: (schema) => textOf(limitsOf(schema)),
  number: (schema) => numberOf(limitsOf(schema)),
  boolean: () => ({ en: 'true or false', zh: 'true（是）或 false（否）' }),
  enum: (schema, codes) => choice([...(schema._zod.values ?? [])].map(String), codes),
  literal: (schema, codes) => choice([...(schema._zod.values ?? [])].map(String), codes),
  array: (schema) => {
    const { minItems, maxItems } = limitsOf(schema);
    const range = rangeOf(minItems ?? 0, maxItems);
    return { en: `a list of ${range.en} items`, zh: `${range.zh}项组成的列表` };
  },
  object: () => OBJECT,
  record: () => OBJECT,
  null: () => ({ en: 'null', zh: '空值 null' }),
  union: (schema, codes) => {
    const options = (schema as z.core.$ZodUnion)._zod.def.options.map((option) => expectationOfBoth(option, codes));
    const distinct = (language: Language) => [...new Set(options.map((option) => option[language]))];
    return { en: distinct('en').join(' or '), zh: distinct('zh').reduce((all, one) => spaced(`${all}，或`, one)) };
  },
};

/** Limits of a schema as JSON Schema has them, which is how zod publishes them. */
type Limits = {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly allOf?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

/** An empty registry: with names, a limit would be behind a reference. */
const NO_NAMES = z.registry<{ id?: string }>();

/** Limits by schema: a file can have thousands of faults of the same columns. */
const LIMITS = new WeakMap<Schema, Limits>();

function limitsOf(schema: Schema): Limits {
  const known = LIMITS.get(schema);
  if (known !== undefined) return known;
  const limits = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: NO_NAMES }) as Limits;
  LIMITS.set(schema, limits);
  return limits;
}

const FORMATS: Readonly<Record<string, Expectation>> = {
  uuid: {
    en: 'a UUID',
    zh: 'UUID',
    example: '01990000-0000-7000-8000-000000000001',
    remedy: {
      en: 'Copy the UUID of the record from an answer of this service.',
      zh: '请填写本系统返回的记录编号（UUID）。',
    },
  },
  date: { en: 'a day', zh: '日期', example: '2026-10-05' },
  'date-time': { en: 'an instant with its offset', zh: '带时区的时间', example: '2026-10-05T08:30:00+08:00' },
  uri: { en: 'an address', zh: '网址', example: 'https://example.org' },
};

function textOf({ format, pattern, allOf, minLength = 0, maxLength }: Limits): Expectation {
  if (format !== undefined) return FORMATS[format] ?? DOCUMENTED;
  if (pattern !== undefined || allOf !== undefined) return DOCUMENTED;
  const range = rangeOf(minLength, maxLength);
  return {
    en: `text of ${range.en} characters`,
    zh: `${range.zh}个字符的文字`,
    remedy: { en: `Write ${range.en} characters.`, zh: `${spaced('请填写', range.zh)}个字符。` },
  };
}

const SAFE = Number.MAX_SAFE_INTEGER;

function numberOf({ type, minimum = -SAFE, maximum = SAFE, multipleOf }: Limits): Expectation {
  const kind = type === 'integer' ? { en: 'a whole number', zh: '整数' } : { en: 'a number', zh: '数字' };
  const [low, high] = [minimum > -SAFE, maximum < SAFE];
  const from =
    low && high ? ` from ${minimum} to ${maximum}` : low ? `, ${minimum} or more` : high ? `, ${maximum} or less` : '';
  const within =
    low && high ? `${minimum} 至 ${maximum} 的` : low ? `不小于 ${minimum} 的` : high ? `不大于 ${maximum} 的` : '';
  const steps =
    multipleOf === undefined
      ? { en: '', zh: '' }
      : { en: ` in steps of ${multipleOf}`, zh: `（${multipleOf} 的倍数）` };
  return { en: kind.en + from + steps.en, zh: within + kind.zh + steps.zh };
}

const expectationOfBoth = (schema: Schema, codes: Codes | undefined): Bilingual => ({
  en: expectationOf(schema, codes, 'en'),
  zh: expectationOf(schema, codes, 'zh'),
});

function rangeOf(minimum: number, maximum: number | undefined): Bilingual {
  if (maximum === undefined && minimum === 0) return { en: 'any number of', zh: '任意' };
  if (maximum === undefined) return { en: `${minimum} or more`, zh: `至少 ${minimum} ` };
  if (minimum === 0) return { en: `at most ${maximum}`, zh: `不超过 ${maximum} ` };
  if (minimum === maximum) return { en: String(maximum), zh: `${maximum} ` };
  return { en: `${minimum} to ${maximum}`, zh: `${minimum} 至 ${maximum} ` };
}

/** Chinese with a space before what begins with a letter or digit. */
export const spaced = (before: string, words: string): string =>
  /^[\x21-\x7e]/.test(words) ? `${before} ${words}` : before + words;

/** One of several codes, each with its word. */
export function choice(codes: readonly string[], words: Codes | undefined): Expectation {
  const shown = (language: Language) => codes.map((code) => codeWithName(code, words?.[code]?.[language], language));
  if (codes.length === 1) return { en: shown('en').join(''), zh: shown('zh').join('') };
  return {
    en: `one of: ${shown('en').join(', ')}`,
    zh: `以下取值之一：${shown('zh').join('、')}`,
    remedy: { en: 'Send one of these values.', zh: '请从所列取值中选择一项。' },
  };
}
