/** Problems that an operation may answer, by status. Common ones follow from its kind; each route lists its own. */
import { ALL_SCOPES, type Scope } from '../../../core/access/scopes.ts';
import type { Examples, ListedProblem } from '../../../core/messages/problem.ts';
import type { FieldFault } from '../validation/index.ts';
import { headerRefs } from './headers.ts';
import type { Node } from './json.ts';
import { exampleOf, factsOfFaults, factsOfScope, type ProblemExample, type WordedEntry } from './problem-examples.ts';

/** Properties of an operation from which its common problems follow. */
export type Traits = {
  readonly secured: boolean;
  /** True when the operation needs an idempotency key. */
  readonly keyed: boolean;
  readonly hasInput: boolean;
  readonly hasBody: boolean;
  readonly paged: boolean;
  readonly versioned: boolean;
  /** True for a change of registered data, which needs a version. */
  readonly change: boolean;
  readonly personal: boolean;
  /** True for checks of the process, which are never refused for load. */
  readonly vital: boolean;
};

const TOKEN = ['missing', 'invalid', 'expired', 'not-yet-valid', 'audience-wrong', 'issuer-wrong', 'signature-wrong'];
const MORE_TOKEN = ['key-unknown', 'algorithm-refused', 'revoked'];
const PROOF = ['proof-missing', 'proof-invalid', 'proof-key-wrong', 'proof-replayed'];

const RULES: readonly { readonly when: (traits: Traits) => boolean; readonly codes: readonly string[] }[] = [
  { when: () => true, codes: ['http-unreadable', 'header-repeated', 'host-contradictory'] },
  { when: ({ hasInput }) => hasInput, codes: ['request-invalid'] },
  { when: ({ hasBody }) => hasBody, codes: ['body-unreadable', 'body-name-repeated'] },
  { when: ({ hasBody }) => hasBody, codes: ['body-too-large', 'content-type-unsupported'] },
  { when: ({ paged }) => paged, codes: ['cursor-invalid'] },
  {
    when: ({ keyed }) => keyed,
    codes: ['idempotency-key-missing', 'idempotency-key-invalid', 'idempotency-key-reused'],
  },
  { when: ({ versioned }) => versioned, codes: ['precondition-failed'] },
  { when: ({ change }) => change, codes: ['precondition-missing'] },
  { when: ({ personal }) => personal, codes: ['purpose-unreadable'] },
  { when: ({ secured }) => secured, codes: [...TOKEN, ...MORE_TOKEN, ...PROOF].map((fault) => `token-${fault}`) },
  { when: ({ secured }) => secured, codes: ['client-revoked', 'person-blocked', 'issuer-unreachable'] },
  { when: ({ secured }) => secured, codes: ['scope-missing', 'role-missing', 'party-missing-in-token'] },
  { when: ({ vital }) => !vital, codes: ['rate-exceeded', 'credentials-blocked', 'overloaded'] },
];

/** Answers that are written once, as components, when an operation adds no code of its own to them. */
const COMPONENTS: Readonly<Record<number, string>> = {
  401: 'Unauthenticated',
  403: 'Forbidden',
  413: 'BodyTooLarge',
  415: 'ContentTypeUnsupported',
  429: 'TooManyRequests',
  503: 'Unavailable',
};

const HEADERS: Readonly<Record<number, readonly string[]>> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

const EVERYTHING: Traits = {
  ...{ secured: true, keyed: true, hasInput: true, hasBody: true },
  ...{ paged: true, versioned: true, change: true, personal: true, vital: false },
};

/** Codes that come with another one: a day without a value of law may also lie before the first value. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = { 'law-missing': ['law-not-yet-in-force'] };

/** The codes that follow from the kind of an operation. */
const commonCodes = (traits: Traits): string[] => RULES.flatMap(({ when, codes }) => (when(traits) ? codes : []));

/** An operation, as far as its problems depend on it. */
export type Answering = {
  readonly traits: Traits;
  readonly listed: readonly ListedProblem[];
  /** Faults of a request that the route refuses. */
  readonly faults: readonly FieldFault[];
  /** Facts of common problems at this operation, by code. */
  readonly facts: Examples;
  readonly scope: Scope | undefined;
};

/** Problem answers of an operation. @throws Error when a code is not in the catalogue */
export function problemAnswers(
  { traits, listed, faults, facts, scope }: Answering,
  catalogue: readonly WordedEntry[],
): Node {
  const own = listed.flatMap((one) => {
    const [code, ownFacts] = typeof one === 'string' ? [one] : one;
    return [code, ...(IMPLIED[code] ?? [])].map((each) => exampleOf(each, catalogue, ownFacts));
  });
  const common = commonCodes(traits)
    .filter((code) => !own.some((one) => one.code === code))
    .map((code) => exampleOf(code, catalogue, code === 'request-invalid' ? factsOfFaults(faults) : facts[code]));
  const byStatus = Map.groupBy([...own, ...common], ({ status }) => status);
  const answers = [...byStatus]
    .toSorted(([a], [b]) => a - b)
    .map(([status, found]) => {
      const shown = found.filter((one) => own.includes(one) || (one.code === 'request-invalid' && faults.length > 0));
      const component = shown.length === 0 ? componentOf(status, found, scope) : undefined;
      const answer = component ?? answerOf(status, found, shown.length > 0 ? shown : found.slice(0, 1));
      return [status, answer] as const;
    });
  return { ...Object.fromEntries(answers), default: { $ref: '#/components/responses/Problem' } };
}

/** Refers to the answer that is written once; undefined when the operation shows other facts, or has none such. */
function componentOf(status: number, found: readonly ProblemExample[], scope: Scope | undefined): Node | undefined {
  const name = COMPONENTS[status];
  if (name === undefined) return undefined;
  if (status === 403) return scope && { $ref: `#/components/responses/${forbiddenFor(scope)}` };
  return found.every(({ isUsual }) => isUsual) ? { $ref: `#/components/responses/${name}` } : undefined;
}

/** Name of the answer for a token without a scope, such as `ForbiddenBatchesWrite`. */
const forbiddenFor = (scope: Scope): string =>
  `Forbidden${scope.replaceAll(/(?:^|:)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** The answers that operations refer to. */
export function problemComponents(catalogue: readonly WordedEntry[]): Node {
  // An invalid request has no answer that is written once: its faults are those of the operation.
  const codes = commonCodes(EVERYTHING).filter((code) => code !== 'request-invalid');
  const all = codes.map((code) => exampleOf(code, catalogue));
  const shared = Object.entries(COMPONENTS)
    .filter(([status]) => status !== '403')
    .map(([status, name]) => {
      const found = all.filter((one) => one.status === Number(status));
      return [name, answerOf(Number(status), found, found.slice(0, 1))] as const;
    });
  const forbidden = ALL_SCOPES.map((scope) => {
    const facts = factsOfScope(scope);
    const found = all.filter(({ status }) => status === 403).map(({ code }) => exampleOf(code, catalogue, facts[code]));
    return [forbiddenFor(scope), answerOf(403, found, found)] as const;
  });
  const internal = exampleOf('internal', catalogue);
  const other = {
    ...answerOf(internal.status, [internal], [internal]),
    description: 'Any other problem: `internal` (500), or `law-unreadable` (503) for a stored value of law',
  };
  return { ...Object.fromEntries([...shared, ...forbidden]), Problem: other };
}

function answerOf(status: number, entries: readonly ProblemExample[], shown: readonly ProblemExample[]): Node {
  const headers = HEADERS[status];
  const schema = { $ref: '#/components/schemas/Problem' };
  const examples = Object.fromEntries(shown.map((one) => [one.code, one.shown]));
  return {
    description: entries.map(({ code, title }) => `- \`${code}\`: ${title}`).join('\n'),
    ...(headers && { headers: headerRefs(headers) }),
    content: { 'application/problem+json': { schema, examples } },
  };
}
