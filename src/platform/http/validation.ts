/** Checking requests against their zod schemas, and telling every fault in the caller's language. */
import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';

type Issue = z.core.$ZodIssue;

/** A request that breaks its schema. `part` is `body`, `querystring`, `params` or `headers`. */
export class ValidationFailure extends Error {
  override readonly name = 'ValidationFailure';
  readonly statusCode = 400;
  readonly issues: readonly Issue[];
  readonly part: string;

  constructor(issues: readonly Issue[], part: string) {
    super('the request does not match its schema');
    this.issues = issues;
    this.part = part;
  }
}

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart = 'body' }) =>
  (data: unknown) => {
    const result = schema.safeParse(data, { reportInput: true });
    return result.success ? { value: result.data } : { error: new ValidationFailure(result.error.issues, httpPart) };
  };

/** One fault as it is told: where, which rule, what is wrong and what to do. */
export type FieldFault = { pointer: string; rule: string; detail: string; remedy: string };

export function faultsOf(issues: readonly Issue[], part: string, language: Language): FieldFault[] {
  return issues.map((issue) => ({
    pointer: pointerTo(part, issue.path),
    rule: issue.code,
    detail: detailOf(issue, language),
    remedy: REMEDIES[issue.code][language],
  }));
}

/** The fault of a rule of our own, with its texts: for `.refine(check, fault('…', '…'))`. */
export function fault(en: string, zh: string): { error: string; params: { en: string; zh: string } } {
  return { error: en, params: { en, zh } };
}

/** The place in a part of the request (RFC 6901). */
export function pointerTo(part: string, path: readonly PropertyKey[]): string {
  const escaped = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#/${[part === 'querystring' ? 'query' : part, ...escaped].join('/')}`;
}

const LOCALES = { en: z.locales.en().localeError, zh: z.locales.zhCN().localeError };

function detailOf(issue: Issue, language: Language): string {
  if (issue.code === 'custom') {
    const text = issue.params?.[language];
    return typeof text === 'string' ? text : issue.message;
  }
  const told = LOCALES[language](issue as z.core.$ZodRawIssue);
  return typeof told === 'string' ? told : (told?.message ?? issue.message);
}

const REMEDIES: Record<Issue['code'], Record<Language, string>> = {
  invalid_type: { en: 'Send a value of the expected type.', zh: '请填写要求类型的值。' },
  too_big: { en: 'Send a smaller or shorter value.', zh: '请填写更小或更短的值。' },
  too_small: { en: 'Send a larger or longer value.', zh: '请填写更大或更长的值。' },
  invalid_format: { en: 'Send a value in the expected form.', zh: '请按要求的格式填写。' },
  not_multiple_of: { en: 'Send a multiple of the named number.', zh: '请填写所要求数值的整数倍。' },
  unrecognized_keys: { en: 'Remove the unknown fields.', zh: '请删除未知字段。' },
  invalid_union: { en: 'Use one of the documented forms.', zh: '请使用文档列出的形式之一。' },
  invalid_key: { en: 'Correct the name of the field.', zh: '请更正字段名。' },
  invalid_element: { en: 'Correct the element.', zh: '请更正该元素。' },
  invalid_value: { en: 'Use one of the allowed values.', zh: '请使用允许的取值之一。' },
  custom: { en: 'Correct the value as described.', zh: '请按说明更正。' },
};
