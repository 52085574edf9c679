/**
 * The problems that the description lists for each operation, and the examples of their facts. Every answer to a test's
 * request is held to them.
 */
import { readFileSync } from 'node:fs';
import { OPENAPI_FILE } from '../../src/openapi.ts';

type Value = Readonly<Record<string, unknown>>;
type Example = { readonly value?: Value; readonly $ref?: string };
type Written = {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, Example>> }>>;
};
type Answer = Written | { readonly $ref: string };
type Operation = { readonly responses: Readonly<Record<string, Answer>> };
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, Written>>;
    readonly examples: Readonly<Record<string, { readonly value: Value }>>;
  };
};

const description: Description = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8'));

/** Paths with their pattern, literal ones before those with parameters. */
const PATHS = Object.keys(description.paths)
  .toSorted((a, b) => a.split('{').length - b.split('{').length)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));

/** Problems of addresses that the description does not have, and of faults of the service itself, which are its `default`. */
const OUTSIDE = new Set(['route-missing', 'method-not-allowed', 'internal', 'law-unreadable', 'journal-broken']);

/** Facts that only some cases of a problem have. */
const OCCASIONAL = new Set(['pointer', 'list', 'actedAt', 'enteredAt', 'instance', 'line']);

/** A problem as a test's request met it. */
type Met = { readonly method: string; readonly url: string; readonly status: number; readonly problem: Value };

/**
 * Checks that the operation of a request lists the problem of its answer, with an example that has the same facts.
 * @throws Error that names the operation and the code
 */
export function demandListed({ method, url, status, problem }: Met): void {
  const [address = ''] = url.split('?');
  const path = PATHS.find(({ pattern }) => pattern.test(address))?.path;
  const operation = path === undefined ? undefined : description.paths[path]?.[method.toLowerCase()];
  const code = String(problem.code);
  if (operation === undefined || OUTSIDE.has(code)) return;
  const answer = operation.responses[status];
  const written = answer && writtenOf(answer);
  if (!written?.description.includes(`\`${code}\``)) {
    throw new Error(`${method} ${path} answered ${code} (${status}); list it in \`problems\` of the route`);
  }
  const shown = written.content?.['application/problem+json']?.examples?.[code];
  const example = shown && (shown.value ?? exampleAt(shown.$ref));
  const differences = example === undefined ? [] : differencesOf(example, problem);
  if (differences.length > 0) {
    throw new Error(`The example of ${code} of ${method} ${path} differs from the answer: ${differences.join('; ')}`);
  }
}

/** Members that only one of two problems has, and members of different types. */
export function differencesOf(example: Value, real: Value): string[] {
  const members = [...new Set([...Object.keys(example), ...Object.keys(real)])];
  return members.flatMap((name) => {
    const [one, other] = [shapeOf(example[name]), shapeOf(real[name])];
    if (one === other || one === EMPTY || other === EMPTY) return [];
    if ((one === 'undefined' || other === 'undefined') && OCCASIONAL.has(name)) return [];
    return [`${name} is ${one} in the example, ${other} in the answer`];
  });
}

const EMPTY = 'list of nothing';

/** Type of a value; a list has that of its first member. */
function shapeOf(value: unknown): string {
  if (!Array.isArray(value)) return value === null ? 'null' : typeof value;
  return value.length === 0 ? EMPTY : `list of ${shapeOf(value[0])}`;
}

const lastPart = (ref: string): string => ref.split('/').at(-1) ?? '';
const exampleAt = (ref = ''): Value | undefined => description.components.examples[lastPart(ref)]?.value;

function writtenOf(answer: Answer): Written | undefined {
  return 'description' in answer ? answer : description.components.responses[lastPart(answer.$ref)];
}
