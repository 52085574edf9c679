/** Problems that an operation may answer, by status. Common ones follow from its kind; each route lists its own. */
import { type Facts, fill, type Terms } from '../../../core/messages/text.ts';
import type { CatalogueEntry } from '../problem-details.ts';
import type { FieldFault } from '../validation/index.ts';
import { headerRefs } from './headers.ts';
import type { Node } from './json.ts';

/** Properties of an operation from which its common problems follow. */
export type Traits = {
  readonly secured: boolean;
  /** True when the operation needs an idempotency key. */
  readonly keyed: boolean;
  readonly hasInput: boolean;
  readonly hasBody: boolean;
  readonly paged: boolean;
  readonly versioned: boolean;
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
  ...{ paged: true, versioned: true, personal: true, vital: false },
};

/** Codes that come with another one: a day without a value of law may also lie before the first value. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = { 'law-missing': ['law-not-yet-in-force'] };

/** A message with the words for the codes that it shows. */
export type WordedEntry = CatalogueEntry & { readonly terms: Terms };

type Catalogue = readonly WordedEntry[];

/** The codes that follow from the kind of an operation. */
const commonCodes = (traits: Traits): string[] => RULES.flatMap(({ when, codes }) => (when(traits) ? codes : []));

/** Problem answers of an operation. @throws Error when a code is not in the catalogue */
export function problemAnswers(
  traits: Traits,
  own: readonly string[],
  catalogue: Catalogue,
  faults: readonly FieldFault[] = [],
): Node {
  const common = new Set(commonCodes(traits));
  const listed = own.flatMap((code) => [code, ...(IMPLIED[code] ?? [])]);
  const entries = [...new Set([...common, ...listed])].map((code) => entryOf(code, catalogue));
  const byStatus = [...Map.groupBy(entries, ({ status }) => status)].toSorted(([a], [b]) => a - b);
  const answers = byStatus.map(([status, found]) => {
    const component = COMPONENTS[status];
    const shared = component !== undefined && found.every(({ code }) => common.has(code));
    return [
      status,
      shared ? { $ref: `#/components/responses/${component}` } : answerOf(status, found, faults),
    ] as const;
  });
  return { ...Object.fromEntries(answers), default: { $ref: '#/components/responses/Problem' } };
}

/** The answers that operations refer to. */
export function problemComponents(catalogue: Catalogue): Node {
  const entries = commonCodes(EVERYTHING).map((code) => entryOf(code, catalogue));
  const shared = Object.entries(COMPONENTS).map(([status, name]) => [
    name,
    answerOf(
      Number(status),
      entries.filter((entry) => entry.status === Number(status)),
    ),
  ]);
  const other = {
    description: 'Any other problem: `internal` (500), or `law-unreadable` (503) for a stored value of law',
    content: CONTENT,
  };
  return { ...Object.fromEntries(shared), Problem: other };
}

const CONTENT = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

function answerOf(status: number, entries: readonly Entry[], faults: readonly FieldFault[] = []): Node {
  const headers = HEADERS[status];
  return {
    description: entries.map(({ code, title }) => `- \`${code}\`: ${title}`).join('\n'),
    ...(headers && { headers: headerRefs(headers) }),
    content: exampleOf(entries, faults),
  };
}

/** Facts that examples show. A problem that shows others is no example. */
const SAMPLE_FACTS: Facts = {
  ...{ subject: 'manifest:01990000-0000-7000-8000-000000000001', on: '2019-12-31', from: '2020-01-01' },
  ...{ id: '01990000-0000-7000-8000-000000000001', siteId: '01990000-0000-7000-8000-000000000002' },
  ...{ method: 'GET', path: '/v1/nothing', key: 'first-attempt', code: '44', login: 'gate-1', count: 1 },
  ...{ limitBytes: 1_048_576, retryAfterSeconds: 1, depthMax: 32, rowsMax: 100_000, expected: '"3"', actual: '"4"' },
  ...{ contentType: 'text/plain', accepted: 'application/json', issuer: 'https://login.example.org' },
  ...{ uscc: '91450100MA00000011', number: 'GX-2026-001', plate: '桂A00001', permitNumber: '450100000001' },
  ...{ validFrom: '2026-01-01', permitValidFrom: '2026-01-01', countedOn: '2026-09-30' },
  ...{ closedAt: '2026-09-30T08:00:00Z', missing: ['database'] },
};

/** Shows the faults of an invalid request, or the first problem whose facts have samples, in the words of the catalogue. */
function exampleOf(entries: readonly Entry[], faults: readonly FieldFault[]): Node {
  const invalid = faults.length === 0 ? undefined : entries.find(({ code }) => code === 'request-invalid');
  const known = invalid ?? entries.find(({ facts }) => Object.values(facts).every((fact) => fact !== undefined));
  if (known === undefined) return CONTENT;
  const { code, status, title, detail, remedy, terms } = known;
  const facts = known === invalid ? { count: faults.length, errors: faults } : known.facts;
  const say = (template: string) => fill(template, facts, 'en', terms);
  const value = { ...facts, type: `/problems/${code}`, title, status, detail: say(detail), code, remedy: say(remedy) };
  return { 'application/problem+json': { ...CONTENT['application/problem+json'], example: value } };
}

type Entry = Record<'code' | 'title' | 'detail' | 'remedy', string> & {
  readonly status: number;
  readonly terms: Terms;
  /** A sample of each fact that its texts show; undefined for an unknown fact. */
  readonly facts: Facts;
};

function entryOf(code: string, catalogue: Catalogue): Entry {
  const entry = catalogue.find((one) => one.code === code);
  if (entry === undefined || entry.status === null) throw new Error(`no problem has the code ${code}`);
  const { title, detail, remedy = '' } = entry.en;
  const { terms, status } = entry;
  const shown = [...`${detail} ${remedy}`.matchAll(/\{(\w+)(?::([\w-]+))?\}/g)];
  const facts = Object.fromEntries(shown.map(([, fact = '', form]) => [fact, sampleOf(fact, terms[form ?? ''])]));
  return { ...{ code, title, detail, remedy, status, terms, facts } };
}

/** A code that the words of the message know, otherwise the sample of that name. */
function sampleOf(fact: string, words: Terms[string] | undefined): unknown {
  return Object.keys(words ?? {}).at(0) ?? SAMPLE_FACTS[fact];
}
