/** Parts that every operation of the API description has: its name, its idempotency key, the roles that may call it. */

import { isScope } from '../../core/access/scopes.ts';
import { reachesOf } from '../../core/access/visibility.ts';

/** Marks an operation whose body may be left out, until its description is complete. */
export const BODY_OPTIONAL = 'x-body-optional';

type Operation = {
  operationId?: string;
  description?: string;
  parameters?: unknown[];
  responses?: Record<string, unknown>;
  requestBody?: { required?: boolean };
  security?: { bearer?: readonly string[] }[];
  'x-roles'?: Record<string, string>;
  [BODY_OPTIONAL]?: boolean;
};

const PROBLEM_RESPONSE = {
  description: 'What went wrong',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Idempotency header of every POST with a token, for `once` and the batch recorder. */
const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
} as const;

/** Adds the common parts to every operation, and sorts the addresses, so that the file changes only with the API. */
export function complete<Document extends { paths?: object }>(document: Document): Document {
  const paths = Object.entries(document.paths ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, item] of paths) {
    for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
      operation.operationId = operationIdOf(method, path);
      if (method === 'post' && operation.security !== undefined) {
        operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
      }
      if (operation.requestBody && operation[BODY_OPTIONAL]) operation.requestBody.required = false;
      delete operation[BODY_OPTIONAL];
      describeRoles(operation);
      operation.security ??= [];
      operation.responses = { ...operation.responses, default: PROBLEM_RESPONSE };
    }
  }
  return { ...document, paths: Object.fromEntries(paths) };
}

/**
 * Returns the name that generated clients use for an operation. It is made from method and path only, so it changes
 * only with them: `POST /v1/batches/{id}/split` is `postBatchesByIdSplit`.
 */
function operationIdOf(method: string, path: string): string {
  const words = path
    .replace(/^\/v\d+\//, '/')
    .replaceAll(/\{(\w+)\}/g, 'by-$1')
    .split(/[^\w]+/)
    .filter(Boolean);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/**
 * Describes the roles that may call an operation and the records they reach, from the table in core/access/roles.ts.
 */
function describeRoles(operation: Operation): void {
  const scope = operation.security?.[0]?.bearer?.[0];
  if (scope === undefined || !isScope(scope)) return;
  const reaches = reachesOf(scope);
  operation['x-roles'] = Object.fromEntries(reaches);
  const rolesAndReaches = reaches.map(([role, reach]) => `${role} (${reach})`).join(', ');
  operation.description = [operation.description, `Scope \`${scope}\`. Roles, and whose records: ${rolesAndReaches}.`]
    .filter(Boolean)
    .join('\n\n');
}
