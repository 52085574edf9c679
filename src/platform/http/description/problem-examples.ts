/** Examples of problems: the words of the catalogue with the facts of one case, as a real answer has them. */

import { ALL_ROLES, type Role } from '../../../core/access/roles.ts';
import type { Scope } from '../../../core/access/scopes.ts';
import { rolesWithScope } from '../../../core/access/visibility.ts';
import { exampleWords } from '../../../core/example-codes.ts';
import type { MessageDefinitions } from '../../../core/messages/catalogue.ts';
import type { Examples } from '../../../core/messages/problem.ts';
import { type Facts, fill, type Terms } from '../../../core/messages/text.ts';
import { type CatalogueEntry, catalogueOf } from '../problem-details.ts';
import type { FieldFault } from '../validation/index.ts';
import type { Node } from './json.ts';

/** A message with the words for the codes that it shows, and the facts of one case. */
export type WordedEntry = CatalogueEntry & { readonly terms: Terms; readonly facts: Facts };

/** Every message of a catalogue with its words and facts. */
export const wordedCatalogue = (messages: readonly MessageDefinitions[]): WordedEntry[] =>
  messages.flatMap((one) =>
    catalogueOf([one]).map((entry) => ({ ...entry, terms: one.terms, facts: one.examples?.[entry.code] ?? {} })),
  );

export type ProblemExample = {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  /** The example, or a reference to it. */
  readonly shown: Node;
  /** True when it shows the facts that the catalogue has. */
  readonly isUsual: boolean;
};

/** Returns an example of a problem. @throws Error when no problem has the code, or a fact that its text shows is missing */
export function exampleOf(code: string, catalogue: readonly WordedEntry[], facts: Facts = {}): ProblemExample {
  const entry = catalogue.find((one) => one.code === code);
  if (entry === undefined || entry.status === null) throw new Error(`no problem has the code ${code}`);
  const isUsual = Object.keys(facts).length === 0;
  if (isUsual && !holesIn(entry.en).every((fact) => fact in entry.facts)) throw new Error(`${code} has no example`);
  const shown = isUsual ? { $ref: `#/components/examples/${code}` } : { value: documentOf(entry, facts) };
  return { code, title: entry.en.title, status: entry.status, shown, isUsual };
}

/** The example of every problem, which answers refer to. */
export const usualExamples = (catalogue: readonly WordedEntry[]): Node =>
  Object.fromEntries(
    catalogue
      .filter(({ status, en, facts }) => status !== null && holesIn(en).every((fact) => fact in facts))
      .map((entry) => [entry.code, { value: documentOf(entry, {}) }]),
  );

const holesIn = ({ detail, remedy = '' }: WordedEntry['en']): string[] =>
  [...`${detail} ${remedy}`.matchAll(/\{(\w+)/g)].map(([, fact = '']) => fact);

function documentOf({ code, status, en, terms, facts: usual }: WordedEntry, own: Facts): Node {
  const facts = { ...usual, ...own };
  const missing = holesIn(en).filter((fact) => !(fact in facts));
  if (missing.length > 0) throw new Error(`the example of ${code} lacks ${missing.join(', ')}`);
  const words = { ...terms, ...exampleWords(facts) };
  const say = (template: string) => fill(template, facts, 'en', words);
  const { title, detail, remedy = '' } = en;
  return {
    ...{ ...facts, type: `/problems/${code}`, title, status, detail: say(detail), code, remedy: say(remedy) },
    instance: 'urn:request:01990000-0000-7000-8000-000000000009',
  };
}

/** Facts of `request-invalid` for the faults of a request. */
export const factsOfFaults = (errors: readonly FieldFault[]): Facts => ({ count: errors.length, errors });

/** Facts of the problems that a token without a scope has. */
export function factsOfScope(scope: Scope): Examples {
  const sufficient = rolesWithScope(scope);
  const [lacking] = (['driver', 'auditor', ...ALL_ROLES] satisfies Role[]).filter((role) => !sufficient.includes(role));
  return { 'scope-missing': { scope }, 'role-missing': { scope, roles: [lacking], sufficient } };
}
