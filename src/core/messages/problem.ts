/**
 * Problems: all reasons for which a request can be rejected. Rules throw a `Problem` with a stable `code` and the facts
 * of the case. Each feature defines its problems in `problems.ts`, with texts in English and Chinese. The composition
 * root joins them into one published catalogue.
 */
import type { Bilingual, Language } from './language.ts';
import { type Facts, fill, type HolesOf, type ShownFacts, type Terms } from './text.ts';

/**
 * Kinds of problems, which decide the HTTP status: 400, 401, 403, 404, 405, 409, 412, 428, 413, 415, 422, 429, 500
 * and 503
 * in this order.
 */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'wrong-method'
  | 'conflict'
  | 'changed-meanwhile'
  | 'version-missing'
  | 'too-large'
  | 'unsupported'
  | 'rule'
  | 'too-many'
  | 'failure'
  | 'unavailable';

/** One problem in one language: its title, its detail in this case, and what the caller can do. */
export type ProblemText = { readonly title: string; readonly detail: string; readonly remedy: string };

export type ProblemEntry = { readonly kind: ProblemKind } & Readonly<Record<Language, ProblemText>>;
export type ProblemEntries = Readonly<Record<string, ProblemEntry>>;

/** Facts that the texts of a problem show, so the caller of the factory must give them. */
type ProblemFacts<Entry extends ProblemEntry, Words = Terms> = Facts &
  ShownFacts<Entry[Language][keyof ProblemText], Words>;

/** Facts are optional only when the texts show none. */
type Rest<Entry extends ProblemEntry, Words> =
  HolesOf<Entry[Language][keyof ProblemText]> extends never
    ? [facts?: Facts, cause?: unknown]
    : [facts: ProblemFacts<Entry, Words>, cause?: unknown];

/** Makes the problems of one feature, and keeps their texts for the catalogue. */
export type ProblemFactory<Entries extends ProblemEntries = ProblemEntries, Words extends Terms = Terms> = {
  <Code extends keyof Entries & string>(code: Code, ...rest: Rest<Entries[Code], Words>): Problem;
  readonly entries: Entries;
  readonly terms: Terms;
  readonly examples: Examples;
};

/** Facts of one case of each problem, by code. The description of the API shows them. */
export type Examples = Readonly<Record<string, Facts>>;

/** A problem that a route lists: its code, with facts of a case at this route where others do not fit. */
export type ListedProblem = string | readonly [code: string, facts: Facts];

/** The only error that rules throw. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly facts: Facts;
  readonly #entry: ProblemEntry;
  readonly #terms: Terms;
  readonly #addition: Bilingual | undefined;

  constructor(
    code: string,
    facts: Facts,
    how: { entry: ProblemEntry; terms: Terms; cause?: unknown; addition?: Bilingual | undefined },
  ) {
    super(`${code}: ${fill(how.entry.en.detail, facts, 'en', how.terms)}`, { cause: how.cause });
    this.code = code;
    this.facts = facts;
    this.#entry = how.entry;
    this.#terms = how.terms;
    this.#addition = how.addition;
  }

  get kind(): ProblemKind {
    return this.#entry.kind;
  }

  /** Returns the texts in one language, with the facts filled in. */
  text(language: Language): ProblemText {
    const { title, detail, remedy } = this.#entry[language];
    const show = (template: string) => fill(template, this.facts, language, this.#terms);
    return { title, detail: show(detail + (this.#addition?.[language] ?? '')), remedy: show(remedy) };
  }

  /**
   * Returns the problem with more facts, such as the field in a larger request. `addition` is appended to its detail.
   */
  with(facts: Facts, addition?: Bilingual): Problem {
    const how = { entry: this.#entry, terms: this.#terms, cause: this.cause ?? this, addition };
    return new Problem(this.code, { ...this.facts, ...facts }, how);
  }

  /** Returns the problem with words for codes that only this case knows, such as those of a list of law. */
  naming(terms: Terms): Problem {
    const how = { entry: this.#entry, cause: this.cause, addition: this.#addition };
    return new Problem(this.code, this.facts, { ...how, terms: { ...this.#terms, ...terms } });
  }
}

/**
 * Defines the problems of a feature.
 * @param entries texts by code; a released code never changes its meaning
 * @param terms words for codes that the texts show in a form such as `{step:step}`
 * @param examples facts of one case of each problem that the API answers, with all members that such an answer has
 * @returns a factory: `throw batchProblem('batch-missing', { id })`. A call without a fact that the text shows does not
 *   compile.
 */
export function defineProblems<const Entries extends ProblemEntries, const Words extends Terms = Terms>(
  entries: Entries,
  terms: Words = {} as Words,
  examples: { readonly [Code in keyof Entries]?: ProblemFacts<Entries[Code], Words> } = {},
): ProblemFactory<Entries, Words> {
  const make = (code: string, facts: Facts = {}, cause?: unknown): Problem => {
    const entry = entries[code];
    if (entry === undefined) throw new Error(`there is no problem ${code}`);
    return new Problem(code, facts, { entry, terms, cause });
  };
  return Object.assign(make, { entries, terms, examples }) as ProblemFactory<Entries, Words>;
}
