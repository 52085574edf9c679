/** The only place where errors become HTTP: RFC 9457 problem details, in English or Chinese. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { MessageDefinitions } from '../../core/messages/catalogue.ts';
import { LANGUAGES, type Language } from '../../core/messages/language.ts';
import type { NoticeText, Severity } from '../../core/messages/notice.ts';
import { Problem, type ProblemKind, type ProblemText } from '../../core/messages/problem.ts';
import { type Outage, outageOf } from '../database/outage.ts';
import { newId } from '../ids.ts';
import { DEPTH_MAX } from './json/json-body.ts';
import { httpProblem } from './problems.ts';
import type { Reason } from './reasons.ts';
import type { MethodsOf } from './requests/methods.ts';
import { type FieldFault, faultsOf, ValidationFailure } from './validation/index.ts';

export const STATUS: Record<ProblemKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  'wrong-method': 405,
  conflict: 409,
  'changed-meanwhile': 412,
  'version-missing': 428,
  'too-large': 413,
  unsupported: 415,
  rule: 422,
  'too-many': 429,
  failure: 500,
  unavailable: 503,
};

/** A message as the catalogue shows it. A notice has no status and no remedy. */
export type CatalogueEntry = {
  readonly code: string;
  readonly severity: Severity | 'error';
  readonly status: number | null;
  readonly en: NoticeText & Partial<ProblemText>;
  readonly zh: NoticeText & Partial<ProblemText>;
};

/** A problem document (RFC 9457) with our extension members `code`, `remedy`, `errors` and the facts of the case. */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly remedy: string;
  readonly instance?: string;
  readonly errors?: readonly FieldFault[];
  readonly [fact: string]: unknown;
};

/** Makes the problem document. The facts come first, so that they cannot overwrite a member of the standard. */
export function describe(problem: Problem, language: Language, instance?: string): ProblemDocument {
  const { title, detail, remedy } = problem.text(language);
  return {
    ...problem.facts,
    type: `/problems/${problem.code}`,
    title,
    status: STATUS[problem.kind],
    detail,
    code: problem.code,
    remedy,
    ...(instance === undefined ? {} : { instance }),
  };
}

/** Returns the language of the answer: Chinese when the caller prefers it to English, otherwise English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const header = (acceptLanguage ?? '').slice(0, 200);
  const [preferred] = new Negotiator({ headers: { 'accept-language': header } }).languages([...LANGUAGES]);
  return preferred === 'zh' ? 'zh' : 'en';
}

export function answerWithProblems(http: FastifyInstance, methodsOf: MethodsOf): void {
  http.setErrorHandler((error, request, reply) => answer(error, request, reply));
  http.setNotFoundHandler((request, reply) => {
    const { method } = request;
    const path = pathOf(request);
    const allowed = methodsOf(path);
    if (allowed.length === 0) return answer(httpProblem('route-missing', { method, path }), request, reply);
    reply.header('allow', allowed.join(', '));
    if (method === 'OPTIONS') return reply.status(204).send();
    return answer(httpProblem('method-not-allowed', { method, path, allowed }), request, reply);
  });
}

/** Sends an error. An error that is not a problem of the caller is logged with its stack and sent without it. */
export function answer(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const instance = `urn:request:${request.id}`;
  const problem = toProblem(error, request, language);
  if (problem?.cause !== undefined && problem.kind === 'unavailable') {
    request.log.warn({ err: problem.cause }, 'request refused for now');
  }
  if (!problem) {
    request.log.error({ err: error, requestId: request.id }, 'request failed');
    return send(reply, describe(httpProblem('internal'), language, instance), language);
  }
  const challenge = CHALLENGES[problem.code] ?? challengeOf(problem);
  if (challenge) reply.header('www-authenticate', challenge(problem));
  if (problem.kind === 'unavailable') reply.header('retry-after', '1');
  if (problem.kind === 'too-many') reply.header('retry-after', String(problem.facts.retryAfterSeconds ?? 1));
  return send(reply, describe(problem, language, instance), language);
}

/** Builds the `WWW-Authenticate` challenge of a problem (RFC 6750, section 3). */
const CHALLENGES: Readonly<Record<string, ((problem: Problem) => string) | undefined>> = {
  'token-missing': () => 'Bearer',
  'role-missing': () => 'Bearer error="insufficient_scope"',
  'scope-missing': ({ facts }) => `Bearer error="insufficient_scope", scope="${facts.scope}"`,
};

const INVALID_PROOF = () => 'DPoP error="invalid_dpop_proof"';
const INVALID_TOKEN = () => 'Bearer error="invalid_token"';

function challengeOf({ kind, code }: Problem): (() => string) | undefined {
  if (kind !== 'unauthenticated') return undefined;
  return code.startsWith('token-proof-') ? INVALID_PROOF : INVALID_TOKEN;
}

/**
 * Returns head and body of the answer to bytes that are not a readable request. Its language is English, because no
 * language was read.
 */
export function rawAnswer(reason: Reason): string {
  const body = JSON.stringify(describe(httpProblem('http-unreadable', { reason }), 'en', `urn:request:${newId()}`));
  const head = ['HTTP/1.1 400 Bad Request', 'content-type: application/problem+json', 'connection: close'];
  return [...head, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
}

function send(reply: FastifyReply, document: ProblemDocument, language: Language): FastifyReply {
  const text = JSON.stringify(document);
  reply.header('content-language', language === 'zh' ? 'zh-CN' : 'en').header('vary', 'accept-language');
  return reply.status(document.status).type('application/problem+json').serializer(String).send(text);
}

const REASON_OF: Readonly<Record<Outage, Reason>> = {
  slow: 'database-slow',
  full: 'database-full',
  locked: 'records-locked',
};

function toProblem(error: unknown, request: FastifyRequest, language: Language): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof ValidationFailure) {
    const { fields } = request.server;
    const errors = faultsOf(error, { language, fields, containers: error.containers });
    return httpProblem('request-invalid', { count: errors.length, errors });
  }
  const outage = outageOf(error);
  if (outage !== undefined) return httpProblem('overloaded', { reason: REASON_OF[outage] }, error);
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const known = FRAMEWORK[String(error.code)];
  if (known) return known(request);
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 500) return undefined;
  return httpProblem('body-unreadable', { reason: 'incomplete', depthMax: DEPTH_MAX }, error);
}

/** Problems for requests that Fastify itself rejects. */
const FRAMEWORK: Readonly<Record<string, ((request: FastifyRequest) => Problem) | undefined>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (request) =>
    httpProblem('body-too-large', { limitBytes: request.routeOptions.bodyLimit, pointer: '#/body' }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: (request) =>
    httpProblem('content-type-unsupported', {
      contentType: (request.headers['content-type'] ?? '(none)').slice(0, 100),
      accepted: (request.routeOptions.schema?.consumes ?? ['application/json']).join(' / '),
    }),
  FST_ERR_CTP_EMPTY_JSON_BODY: () =>
    httpProblem('body-unreadable', { reason: 'empty', depthMax: DEPTH_MAX, pointer: '#/body' }),
  FST_ERR_BAD_URL: (request) => httpProblem('route-missing', { method: request.method, path: pathOf(request) }),
  FST_ERR_MAX_PARAM_LENGTH: (request) =>
    httpProblem('route-missing', { method: request.method, path: pathOf(request) }),
  FST_ERR_HANDLER_TIMEOUT: () => httpProblem('overloaded', { reason: 'handler-slow' }),
};

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0]?.slice(0, 200) ?? '';
}

/**
 * Returns the published catalogue: every code with its severity, status and texts.
 * @throws Error when a code is defined twice
 */
export function catalogueOf(definitions: readonly MessageDefinitions[]): CatalogueEntry[] {
  const all = definitions.flatMap(({ entries }) => Object.entries(entries));
  const codes = new Set(all.map(([code]) => code));
  if (codes.size !== all.length) throw new Error('a message code is defined twice');
  return all.map(([code, { en, zh, ...entry }]) => {
    const isProblem = 'kind' in entry;
    return {
      code,
      severity: isProblem ? 'error' : entry.severity,
      status: isProblem ? STATUS[entry.kind] : null,
      en,
      zh,
    };
  });
}
