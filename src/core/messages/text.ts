/** Texts for users: templates in English and Chinese, with the facts of the case filled in. */
import { shownInstant } from './instant.ts';
import type { Bilingual, Language } from './language.ts';
import { shownMass } from './mass.ts';

/**
 * Plain values that explain one case. `pointer` (RFC 6901, such as `#/body/massGrams`) names the field at fault.
 */
export type Facts = Readonly<Record<string, unknown>> & { readonly pointer?: string };

/** Words for codes, by vocabulary: `{ step: { depart: { en: 'depart', zh: '起运' } } }`. */
export type Terms = Readonly<Record<string, Readonly<Record<string, Bilingual>>>>;

/** Names of the facts that a template shows: `{name}`, or `{name:form}` for a formatted value. */
export type HolesOf<Template extends string> = Template extends `${string}{${infer Hole}}${infer Rest}`
  ? (Hole extends `${infer Name}:${string}` ? Name : Hole) | HolesOf<Rest>
  : never;

/** Forms in which a template shows one fact. */
type FormsOf<Template extends string, Name extends string> = Template extends `${string}{${infer Hole}}${infer Rest}`
  ? (Hole extends `${Name}:${infer Form}` ? Form : never) | FormsOf<Rest, Name>
  : never;

/** Type of a fact. A reason is always one of our own codes, so it must be in its vocabulary. */
type FactOf<Words, Form> = Form extends 'reason' & keyof Words ? keyof Words[Form] : unknown;

/** The facts that templates show, by name. A reason without words does not compile. */
export type ShownFacts<Template extends string, Words> = {
  readonly [Name in HolesOf<Template>]: [FormsOf<Template, Name>] extends [never]
    ? unknown
    : FactOf<Words, FormsOf<Template, Name>>;
};

const HOLE = /\{(\w+)(?::([\w-]+))?\}/g;
const NONE: Bilingual = { en: 'none', zh: '无' };
const SEPARATOR: Bilingual = { en: ', ', zh: '、' };

/**
 * Fills a template. A list shows its members, and an empty one “none”. The form `time` shows an instant as Beijing time,
 * and `mass` shows grams in kilograms or tonnes. Any other form is a vocabulary of `terms`; a code that is not in it is
 * shown unchanged.
 */
export function fill(template: string, facts: Facts, language: Language, terms: Terms = {}): string {
  const show = (fact: unknown, form: string | undefined): string => {
    if (Array.isArray(fact)) {
      return fact.length === 0 ? NONE[language] : fact.map((member) => show(member, form)).join(SEPARATOR[language]);
    }
    if (fact === undefined || fact === null) return '?';
    if (form === 'time') return shownInstant(fact instanceof Date ? fact : String(fact), language);
    if (form === 'mass') return shownMass(fact, language);
    const text = fact instanceof Date ? fact.toISOString() : String(fact);
    return form === undefined ? text : (terms[form]?.[text]?.[language] ?? text);
  };
  return template.replace(HOLE, (_, name: string, form?: string) => show(facts[name], form));
}

/** Forms that need no vocabulary. */
export const FORMS = ['time', 'mass'] as const;

/** Returns the forms that a template uses, such as `time` and `step`. */
export function formsIn(template: string): string[] {
  return [...template.matchAll(HOLE)].flatMap(([, , form]) => form ?? []);
}
