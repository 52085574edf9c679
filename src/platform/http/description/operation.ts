/** Parts that every operation of the description has: its name, headers, problems, and the roles that may call it. */

import { isScope } from '../../../core/access/scopes.ts';
import { reachesOf } from '../../../core/access/visibility.ts';

import type { Examples, ListedProblem } from '../../../core/messages/problem.ts';
import { addressOf } from '../location.ts';
import type { FieldFault } from '../validation/index.ts';
import { nameIn, operationsOf } from './components.ts';
import { headerRefs, parameterRef, shownHeaders } from './headers.ts';
import { isNode, type Node, nodeAt } from './json.ts';
import { examplesOf } from './named.ts';
import { type Answering, problemAnswers, type Traits } from './problem-answers.ts';
import type { WordedEntry } from './problem-examples.ts';
import { scopeOf } from './security.ts';
import { describeFiles, OWN_EXAMPLE, OWN_EXAMPLES, type RouteExamples } from './shown-examples.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Problems that the route may answer, in addition to those of its kind. */
    problems?: readonly ListedProblem[];
    /** Example of the answer, where that of its schema shows the record in another state. */
    example?: object;
    /** Examples of files and of answers that depend on the route, by their names. */
    examples?: RouteExamples;
    /** Address at which the record in a 201 can be read, such as `/batches/:id` or `/runs/:run.id`: members of the answer. */
    creates?: string;
    /** True when the answer has an `ETag`. */
    etag?: boolean;
  }
}

/** Key under which a schema carries the settings of its route until its description is complete. */
export const ROUTE = 'x-route';

/** Settings of a route that its description shows. */
type RouteSettings = {
  readonly bodyOptional?: boolean;
  readonly vital?: boolean;
  readonly personal?: unknown;
  readonly problems?: readonly ListedProblem[];
  readonly creates?: string;
  readonly etag?: boolean;
  readonly example?: object;
  readonly examples?: RouteExamples;
  /** Faults of a request that the route refuses. */
  readonly faults?: readonly FieldFault[];
  /** Descriptions of the parameters, by their names. */
  readonly descriptions?: Node;
  /** Maximum body in bytes. */
  readonly bodyLimit?: number;
  /** Accepted content types, where it is not JSON. */
  readonly consumes?: readonly string[];
};

type Operation = Node & { description?: string; parameters?: Node[]; requestBody?: Node; responses?: Node };

/** Completes every operation, and sorts the addresses, so that the file changes only with the API. */
export function complete(document: Node, catalogue: readonly WordedEntry[]): Node {
  const paths = Object.entries(nodeAt(document, 'paths')).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const sorted: Node = { ...document, paths: Object.fromEntries(paths) };
  for (const { path, method, operation } of operationsOf(sorted)) completeOne(operation, { path, method, catalogue });
  return sorted;
}

type Place = { readonly path: string; readonly method: string; readonly catalogue: readonly WordedEntry[] };

function completeOne(operation: Operation, { path, method, catalogue }: Place): void {
  const route = nodeAt(operation, ROUTE) as RouteSettings;
  delete operation[ROUTE];
  if (route.example !== undefined) operation[OWN_EXAMPLE] = route.example;
  if (route.examples !== undefined) operation[OWN_EXAMPLES] = route.examples;
  describeFiles(operation, route.bodyLimit);
  operation.operationId = operationIdOf(method, path);
  const secured = operation.security !== undefined;
  const parameters = operation.parameters ?? [];
  for (const one of parameters) one.description ??= route.descriptions?.[String(one.name)];
  const traits: Traits = {
    secured,
    keyed: secured && (method === 'post' || method === 'patch'),
    // With a token, a parameter that is not described is refused as well.
    hasInput: secured || parameters.length > 0 || operation.requestBody !== undefined,
    hasBody: operation.requestBody !== undefined,
    paged: parameters.some(({ name }) => name === 'cursor'),
    versioned: parameters.some(isIfMatch),
    change: method === 'patch',
    personal: route.personal !== undefined,
    vital: route.vital === true,
  };
  operation.parameters = [
    ...parameters.filter((one) => !isIfMatch(one)),
    ...(traits.keyed ? [parameterRef('IdempotencyKey')] : []),
    ...(traits.versioned ? [parameterRef(traits.change ? 'IfMatchOfChange' : 'IfMatch')] : []),
    ...(traits.personal ? [parameterRef('PersonalDataPurpose')] : []),
    parameterRef('AcceptLanguage'),
  ];
  if (operation.requestBody && route.bodyOptional) operation.requestBody.required = false;
  if (operation.requestBody && route.consumes !== undefined) operation.requestBody.required = true;
  describeRoles(operation);
  operation.security ??= [];
  nameHeaders(operation, traits, route);
  const scope = scopeOf(operation.security);
  const answering: Answering = {
    ...{ traits, listed: route.problems ?? [], faults: route.faults ?? [], facts: factsOf(route) },
    scope: scope !== undefined && isScope(scope) ? scope : undefined,
  };
  operation.responses = { ...operation.responses, ...problemAnswers(answering, catalogue) };
}

/** Facts of common problems that depend on the route. */
const factsOf = ({ bodyLimit, consumes }: RouteSettings): Examples => ({
  ...(bodyLimit !== undefined && { 'body-too-large': { limitBytes: bodyLimit } }),
  ...(consumes !== undefined && { 'content-type-unsupported': { accepted: consumes.join(' / ') } }),
});

const isIfMatch = (parameter: Node): boolean => String(parameter.name).toLowerCase() === 'if-match';

/** Names the headers of a successful answer. */
function nameHeaders(
  operation: Operation,
  { keyed, personal }: Traits,
  { creates, etag, example }: RouteSettings,
): void {
  const names = [
    ...(creates === undefined ? [] : ['Location']),
    ...(etag ? ['ETag'] : []),
    ...(keyed ? ['Idempotency-Replayed'] : []),
    ...(personal ? ['Personal-Data'] : []),
    'X-Request-Id',
  ];
  for (const answer of Object.values(operation.responses ?? {})) {
    if (!isNode(answer)) continue;
    const noun = nameIn(nodeAt(answer, 'content', 'application/json', 'schema').$ref);
    const shown = example ?? (noun === undefined ? undefined : examplesOf(noun)[0]);
    const { corrections, version = corrections } = isNode(shown) ? shown : {};
    const values = {
      ...(creates !== undefined && leadsTo(creates, shown) && { Location: addressOf(shown, `/v1${creates}`) }),
      ...(etag && typeof version === 'number' && { ETag: `"${version}"` }),
    };
    answer.headers = { ...headerRefs(names), ...shownHeaders(values) };
  }
}

/** Returns true when an example has the member that an address begins with. A list of results has none. */
const leadsTo = (creates: string, shown: unknown): boolean =>
  isNode(shown) && [...creates.matchAll(/:(\w+)/g)].every(([, member = '']) => member in shown);

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
  const scope = scopeOf(operation.security);
  if (scope === undefined || !isScope(scope)) return;
  const reaches = reachesOf(scope);
  operation['x-roles'] = Object.fromEntries(reaches);
  const rolesAndReaches = reaches.map(([role, reach]) => `${role} (${reach})`).join(', ');
  operation.description = [operation.description, `Scope \`${scope}\`. Roles, and whose records: ${rolesAndReaches}.`]
    .filter(Boolean)
    .join('\n\n');
}
