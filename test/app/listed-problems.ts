/** The problems that the description lists for each operation. Every answer to a test's request is held to them. */
import { readFileSync } from 'node:fs';
import { OPENAPI_FILE } from '../../src/openapi.ts';

type Answer = { readonly description: string } | { readonly $ref: string };
type Operation = { readonly responses: Readonly<Record<string, Answer>> };
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, { readonly description: string }>> };
};

const description: Description = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8'));

/** Paths with their pattern, literal ones before those with parameters. */
const PATHS = Object.keys(description.paths)
  .toSorted((a, b) => a.split('{').length - b.split('{').length)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));

/** Problems of addresses that the description does not have, and of faults of the service itself, which are its `default`. */
const OUTSIDE = new Set(['route-missing', 'method-not-allowed', 'internal', 'law-unreadable']);

/**
 * Checks that the operation of a request lists the problem of its answer.
 * @throws Error that names the operation and the code
 */
export function demandListed(method: string, url: string, status: number, code: string): void {
  const [address = ''] = url.split('?');
  const path = PATHS.find(({ pattern }) => pattern.test(address))?.path;
  const operation = path === undefined ? undefined : description.paths[path]?.[method.toLowerCase()];
  if (operation === undefined || OUTSIDE.has(code)) return;
  const answer = operation.responses[status];
  if (answer !== undefined && textOf(answer).includes(`\`${code}\``)) return;
  throw new Error(`${method} ${path} answered ${code} (${status}); list it in \`problems\` of the route`);
}

function textOf(answer: Answer): string {
  if ('description' in answer) return answer.description;
  return description.components.responses[answer.$ref.split('/').at(-1) ?? '']?.description ?? '';
}
