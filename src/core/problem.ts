/**
 * Everything that can go wrong and be told to a caller.
 *
 * Rules throw a `Problem` with a stable `code` and the facts of the case; the texts, in English and Chinese, stand in
 * the catalogue beside it. `kind` is the only thing machinery looks at: HTTP turns it into a status, a worker turns it
 * into retry or give up.
 */
import { BATCH_PROBLEMS } from './problems/batches.ts';
import type { Language, ProblemEntry, ProblemKind, ProblemText } from './problems/entry.ts';
import { EXCHANGE_PROBLEMS } from './problems/exchange.ts';
import { GUARD_PROBLEMS } from './problems/guard.ts';
import { IDENTITY_PROBLEMS } from './problems/identity.ts';
import { IMPORT_PROBLEMS } from './problems/imports.ts';
import { LAW_PROBLEMS } from './problems/law.ts';
import { MANIFEST_PROBLEMS } from './problems/manifests.ts';
import { OAUTH_PROBLEMS } from './problems/oauth.ts';
import { OVERSIGHT_PROBLEMS } from './problems/oversight.ts';
import { PARTY_PROBLEMS } from './problems/parties.ts';
import { PEOPLE_PROBLEMS } from './problems/people.ts';
import { RECYCLING_PROBLEMS } from './problems/recycling.ts';
import { REGISTER_PROBLEMS } from './problems/register.ts';
import { REQUEST_PROBLEMS } from './problems/requests.ts';

export type { Language, ProblemEntry, ProblemKind, ProblemText };

/** The catalogue. A code, once released, never changes its meaning. */
export const PROBLEMS = {
  ...REQUEST_PROBLEMS,
  ...LAW_PROBLEMS,
  ...GUARD_PROBLEMS,
  ...IDENTITY_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...OAUTH_PROBLEMS,
  ...PARTY_PROBLEMS,
  ...IMPORT_PROBLEMS,
  ...REGISTER_PROBLEMS,
  ...BATCH_PROBLEMS,
  ...MANIFEST_PROBLEMS,
  ...RECYCLING_PROBLEMS,
  ...EXCHANGE_PROBLEMS,
  ...OVERSIGHT_PROBLEMS,
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Plain values that explain one occurrence. `pointer` (RFC 6901, such as `#/body/massGrams`) names the field at fault. */
export type Facts = Readonly<Record<string, unknown>> & { readonly pointer?: string };

/** The only error that rules throw. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly facts: Facts;

  constructor(code: ProblemCode, facts: Facts = {}, cause?: unknown) {
    super(`${code}: ${fill(PROBLEMS[code].en.detail, facts)}`, { cause });
    this.code = code;
    this.facts = facts;
  }

  get kind(): ProblemKind {
    return PROBLEMS[this.code].kind;
  }
}

/** The texts of a problem in one language, with the facts filled in. */
export function tell(code: ProblemCode, facts: Facts, language: Language): ProblemText {
  const { title, detail, remedy } = PROBLEMS[code][language];
  const late = facts.actedAt === undefined || facts.toldAt === undefined ? '' : TOLD_LATE[language];
  return { title, detail: fill(detail + late, facts), remedy: fill(remedy, facts) };
}

/** What is added for an act that is judged by two days, of which the facts name the later one. */
const TOLD_LATE: Record<Language, string> = {
  en: ' The act of {actedAt} was told late, at {toldAt}, so it must be allowed on both days.',
  zh: '该行为发生于 {actedAt}，迟至 {toldAt} 方告知，因此须在两日均获准许。',
};

function fill(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    return Array.isArray(fact) ? fact.join(', ') : String(fact ?? '?');
  });
}
