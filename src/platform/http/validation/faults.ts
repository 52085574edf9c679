/** Faults of requests, each with its field, what is expected of it and what to do, in the reader's language. */
import type { z } from 'zod';
import type { Bilingual } from '../../../core/messages/language.ts';
import { choice, expectationOf, type FaultParams, remedyFor, remedyOf, spaced } from './expectation.ts';
import { fieldAt, type Naming, shorten, subjectOf } from './fields.ts';
import { keysOf, type Schema, schemaAt, unwrap } from './schema-path.ts';

export type Issue = z.core.$ZodIssue;

/** Findings of a schema in a part of a request: `body`, `querystring`, `params`, `headers`, or a place in one of them. */
export type Failed = { readonly schema: Schema; readonly issues: readonly Issue[]; readonly part: string };

/** One fault as it is shown: where, which rule, what is wrong and what to do. */
export type FieldFault = { pointer: string; rule: string; detail: string; remedy: string };

/** Maximum number of faults in one answer. */
const FAULTS_MAX = 200;

/** The faults of a request, one for each field. */
export function faultsOf(failed: Failed, naming: Naming): FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const issue of plain(failed.schema, failed.issues)) {
    const pointer = pointerTo(failed.part, issue.path);
    if (faults.size >= FAULTS_MAX) break;
    if (faults.has(pointer) || isConsequence(issue, failed.part, faults)) continue;
    faults.set(pointer, { pointer, rule: issue.code, ...textsOf(failed, issue, naming) });
  }
  return [...faults.values()];
}

/** The place in a part of the request (RFC 6901). */
export function pointerTo(part: string, path: readonly PropertyKey[]): string {
  const escaped = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#/${[part === 'querystring' ? 'query' : part, ...escaped].join('/')}`;
}

/** Each unknown field for itself, and of a union the issues of the one form that was meant. */
function plain(schema: Schema, issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
    }
    if (issue.code !== 'invalid_union' || issue.input === undefined) return [issue];
    const meant = issue.errors.filter((branch) => branch.every(({ path }) => path.length > 0));
    const [only] = meant;
    if (meant.length !== 1 || only === undefined) return [issue];
    return plain(
      schema,
      only.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
    );
  });
}

/** Checks that a rule between fields failed because one of its fields, or anything inside, is at fault already. */
function isConsequence(issue: Issue, part: string, faults: ReadonlyMap<string, FieldFault>): boolean {
  if (issue.code !== 'custom') return false;
  const { fields = [] } = (issue.params ?? {}) as Partial<FaultParams>;
  const container = fields.length === 0 ? issue.path : issue.path.slice(0, -1);
  const places = fields.length === 0 ? [container] : fields.map((field) => [...container, field]);
  const pointers = places.map((place) => pointerTo(part, place));
  return [...faults.keys()].some((known) => pointers.some((at) => known === at || known.startsWith(`${at}/`)));
}

type Texts = { readonly detail: string; readonly remedy: string };

function textsOf(failed: Failed, issue: Issue, naming: Naming): Texts {
  const { language } = naming;
  const show = ({ detail, remedy }: { detail: Bilingual; remedy: Bilingual }): Texts => ({
    detail: sentence(detail[language]),
    remedy: sentence(remedy[language]),
  });
  const subject = subjectOf(naming, failed.part, issue.path);
  if (issue.code === 'unrecognized_keys') return show(unknownField(failed.schema, issue, subject));
  const own = issue.code === 'custom' ? (issue.params as FaultParams | undefined) : undefined;
  if (own !== undefined) {
    const text = own[language];
    const named = issue.path.length > 0 && own.fields.length === 0;
    const detail = named ? subject + (language === 'zh' ? '：' : ': ') + text : text;
    return { detail: sentence(detail), remedy: (own.fields.length > 1 ? AGREE : CORRECT)[language] };
  }
  const { words, remedy } = expectedAt(failed.schema, issue, naming);
  if (isMissing(issue)) {
    return show({
      detail: { en: `The required field ${subject} is missing.`, zh: `缺少必填项${subject}。` },
      remedy: { en: `Send ${words}.`, zh: `${spaced('请填写', words)}。` },
    });
  }
  if (issue.code === 'invalid_key') {
    return show({
      detail: {
        en: `The name of the field ${subject} must be ${words}.`,
        zh: `字段名${spaced(`${subject}须为`, words)}。`,
      },
      remedy: { en: `Rename the field to ${words}.`, zh: `${spaced('请将字段名改为', words)}。` },
    });
  }
  return show({
    detail: { en: `${subject} must be ${words}.`, zh: `${spaced(`${subject}须为`, words)}。` },
    remedy,
  });
}

const isMissing = ({ code, input, path }: Issue): boolean =>
  input === undefined && path.length > 0 && ['invalid_type', 'invalid_value', 'invalid_union'].includes(code);

/** The expectation of the place of an issue, and what to do: both follow from the same schema. */
function expectedAt(
  schema: Schema,
  issue: Issue,
  naming: Naming,
): { readonly words: string; readonly remedy: Bilingual } {
  const codes = fieldAt(naming, issue.path)?.codes;
  const discriminator = issue.code === 'invalid_union' && 'discriminator' in issue ? issue.discriminator : undefined;
  if (discriminator !== undefined) {
    const union = schemaAt(schema, issue.path.slice(0, -1));
    const forms = choice(discriminated(union, String(discriminator)), codes);
    return { words: forms[naming.language], remedy: remedyFor(forms) };
  }
  const at = schemaAt(schema, issue.path);
  const keyType = issue.code === 'invalid_key' ? keyTypeOf(schemaAt(schema, issue.path.slice(0, -1))) : undefined;
  const meant = keyType ?? at;
  return { words: expectationOf(meant, codes, naming.language), remedy: remedyOf(meant, codes) };
}

/** Returns the values that distinguish the forms of a union. */
function discriminated(union: Schema | undefined, name: string): string[] {
  const inner = union && unwrap(union).at(-1);
  const options = (inner?._zod.def as Partial<z.core.$ZodUnionDef> | undefined)?.options ?? [];
  return options.flatMap((option) => [...(schemaAt(option, [name])?._zod.values ?? [])].map(String));
}

const keyTypeOf = (record: Schema | undefined): Schema | undefined =>
  (record && (unwrap(record).at(-1)?._zod.def as Partial<z.core.$ZodRecordDef> | undefined))?.keyType;

function unknownField(schema: Schema, issue: Issue, subject: string): { detail: Bilingual; remedy: Bilingual } {
  const known = keysOf(schemaAt(schema, issue.path.slice(0, -1)));
  const inItem = issue.path.some((step) => typeof step === 'number');
  const name = shorten(String(issue.path.at(-1)));
  const there = known.length > 0 && known.length <= 20 ? known : [];
  return {
    detail: inItem
      ? { en: `The field ${subject} is not known.`, zh: `不支持字段：${subject}。` }
      : { en: `The field ${name} is not known.`, zh: `不支持字段 ${name}。` },
    remedy: {
      en: `Remove the field${there.length > 0 ? `; known fields: ${there.join(', ')}` : ''}.`,
      zh: `请删除该字段${there.length > 0 ? `；可用字段：${there.join('、')}` : ''}。`,
    },
  };
}

/** Names of fields keep their letters as they are. */
const sentence = (text: string): string =>
  /^(the|item) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** Remedies of rules of our own, whose texts say what must be. */
const CORRECT: Bilingual = { en: 'Correct the value as described.', zh: '请按上述要求更正。' };
const AGREE: Bilingual = { en: 'Correct these fields so that they agree.', zh: '请更正相关字段，使其相互一致。' };
