/** The HTTP server: limits, request ids, tokens, problems. It knows no feature. */
import type { Socket } from 'node:net';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Scope } from '../../core/access/scopes.ts';
import { requireScope, type Visibility, visibilityOf } from '../../core/access/visibility.ts';
import type { Actor } from '../../core/actor.ts';
import type { Fields } from '../../core/messages/field.ts';
import type { Authenticate } from '../auth/index.ts';
import { newId } from '../ids.ts';
import { securityOf } from './description/security.ts';
import { tagVersions } from './etag.ts';
import { acceptAbsentBodies } from './json/absent-body.ts';
import { acceptOnlyJson } from './json/json-body.ts';
import { locateCreated } from './location.ts';
import { answer, answerWithProblems, rawAnswer, STATUS } from './problem-details.ts';
import { createRateLimiter, NO_LIMITS, type RateLimiter, type RateLimits } from './rate-limits/rate-limits.ts';
import type { Reason } from './reasons.ts';
import { originForm, refuseAmbiguous } from './requests/ambiguity.ts';
import { drain } from './requests/drain.ts';
import { rememberMethods } from './requests/methods.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { validatorCompiler } from './validation/index.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Names of request fields, for faults. */
    fields: Fields;
  }
  interface FastifyRequest {
    /** The verified caller; null on public routes. Handlers read it with `callerOf`. */
    actor: Actor | null;
    /** The records this request may see; null on public routes. */
    visibility: Visibility | null;
  }
  interface FastifyContextConfig {
    /** Scope that a token needs here. Every route names one, or is declared public. */
    scope?: Scope;
    public?: boolean;
  }
}

export type Http = FastifyInstance;

export type HttpOptions = {
  readonly authenticate: Authenticate;
  readonly log: Logger;
  /** Prefix of addresses whose files a library serves. They cannot name scopes and need no token. */
  readonly publicPrefix?: string;
  /** Rate limits; without them no request is rejected. `waiting`: callers that wait for a database connection. */
  readonly rateLimits?: RateLimits & { readonly waiting: () => number };
  /** Addresses and networks of trusted proxies: only their `X-Forwarded-For` counts. */
  readonly trustProxy?: readonly string[];
  /** True when clients reach the service by TLS. */
  readonly https?: boolean;
  /** Names of request fields and words for their codes, as faults show them. */
  readonly fields?: Fields;
};

/** Maximum body of an ordinary route, in bytes. Bulk routes name their own limit. */
const BODY_LIMIT = 64 * 1024;

export function createHttp(options: HttpOptions): Http {
  const { authenticate, log, trustProxy = [], https = false } = options;
  const http: Http = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    // A child logger per request would cost 5 %; log lines name the request themselves.
    childLoggerFactory: (logger) => logger,
    requestIdHeader: false,
    trustProxy: trustProxy.length === 0 ? false : [...trustProxy],
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15_000,
    // Database calls have limits of their own (platform/database/db.ts): one timer per request would cost 7 %.
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    // A client with an open connection gets one more answer when the server closes, in our own words.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    http: { requireHostHeader: false },
    rewriteUrl: ({ url = '' }) => originForm(url),
    clientErrorHandler: (error, socket) => refuseConnection(error, socket),
    frameworkErrors: (error, request, reply) => void answer(error, request, reply),
  });
  http.decorate('fields', options.fields ?? {});
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  acceptOnlyJson(http);
  acceptAbsentBodies(http);
  answerWithProblems(http, rememberMethods(http));
  const limiter =
    options.rateLimits === undefined
      ? NO_LIMITS
      : createRateLimiter(http, options.rateLimits, options.rateLimits.waiting);
  locateCreated(http);
  tagVersions(http);
  demandTokens(http, { authenticate, limiter, publicPrefix: options.publicPrefix ?? '\0' });
  let closing = false;
  http.addHook('preClose', async () => {
    closing = true;
  });
  http.addHook('onSend', async (request, reply) => {
    setSecurityHeaders(request, reply, https);
    // The library closes idle connections only. Without this hook, a connection answered later would be kept alive.
    if (closing) reply.header('connection', 'close');
    if (reply.statusCode === STATUS['too-large']) await drain(request.raw);
  });
  http.addHook('onResponse', async (request, reply) => logLine(request, reply));
  return http;
}

const UNREADABLE: Readonly<Record<string, Reason>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'not-in-time',
};

function refuseConnection(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  socket.end(rawAnswer(UNREADABLE[error.code ?? ''] ?? 'protocol'));
}

/** Logs one short line for a failed request. Logging every request would cost 40 % of the throughput. */
function logLine(request: FastifyRequest, reply: FastifyReply): void {
  const level = reply.statusCode >= 500 ? 'warn' : reply.statusCode >= 400 ? 'info' : 'debug';
  request.log[level](
    {
      requestId: request.id,
      method: request.method,
      path: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      subject: request.actor?.subject,
    },
    'answered',
  );
}

const NOTHING = z.strictObject({});

type TokenCheck = { readonly authenticate: Authenticate; readonly limiter: RateLimiter; readonly publicPrefix: string };

function demandTokens(http: Http, { authenticate, limiter, publicPrefix }: TokenCheck): void {
  http.decorateRequest('actor', null);
  http.decorateRequest('visibility', null);
  http.addHook('onRoute', (route) => {
    const { scope, public: open } = route.config ?? {};
    if (scope === undefined && open !== true && !route.url.startsWith(publicPrefix)) {
      throw new Error(`${route.url} names no scope and is not public`);
    }
    // An unknown parameter is a mistake that would otherwise pass silently.
    if (scope !== undefined) route.schema = { querystring: NOTHING, ...route.schema, security: securityOf(scope) };
  });
  http.addHook('onRequest', async (request, reply) => {
    refuseAmbiguous(request.raw);
    const { scope, vital } = request.routeOptions.config;
    if (vital === true) return;
    await limiter.shed(reply);
    if (scope === undefined) return limiter.admitAnonymous(request);
    const actor = await limiter.admitToken(request, () => authenticate(request.headers.authorization, request));
    request.actor = actor;
    requireScope(actor, scope);
    request.visibility = visibilityOf(actor, scope);
  });
}
