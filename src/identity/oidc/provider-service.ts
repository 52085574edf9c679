/** The authorisation server: `oidc-provider` over our clients, people, keys and records. */
import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionResults, KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { Problem } from '../../core/messages/problem.ts';
import type { Db } from '../../platform/database/db.ts';
import { passes } from '../../platform/database/outage.ts';
import { describe, httpProblem, languageOf } from '../../platform/http/index.ts';
import { matchesSecret } from '../clients/client.ts';
import { personProblem } from '../people/problems.ts';
import { findClient, insertRecord } from '../store.ts';
import { POLL_SECONDS } from './adapter-service.ts';
import { configure, type Issuing, SESSION_COOKIE } from './configuration-service.ts';
import type { LibraryFault } from './fault.ts';
import { loadLibrary } from './library-service.ts';
import { showsDone } from './pages-service.ts';
import { explained } from './refusal-service.ts';
import { acceptTokens } from './revocation-service.ts';

export type ProviderDeps = {
  readonly db: Db;
  readonly clock: () => Date;
  readonly sealingKey: Buffer;
  readonly log: Logger;
};

/** Handles the requests below the path of the issuer, whose URL is given without that path. */
export type HandleOauth = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A login that is going on in a browser. */
export type Login = {
  readonly uid: string;
  /** What a person has to do; `login` is all there is. */
  readonly prompt: string;
  readonly clientId: string;
  readonly application: string;
  /** Where it leads back to; nothing when a device is let in. */
  readonly redirectUri: string | undefined;
  /** Who is logged in in this browser already. */
  readonly accountId: string | undefined;
};

/** How a login ended: with a person, or not. */
export type LoginResult = InteractionResults;

export type OauthServer = {
  readonly handle: HandleOauth;
  /** The login whose cookies a request brings. @throws Problem `login-lapsed` */
  readonly findLogin: (request: IncomingMessage, response: ServerResponse) => Promise<Login>;
  /** Ends it, and answers the address at which the browser goes on. @throws Problem `login-lapsed` */
  readonly endLogin: (request: IncomingMessage, response: ServerResponse, result: LoginResult) => Promise<string>;
};

export async function createProvider(given: ProviderDeps, issuing: Issuing): Promise<OauthServer> {
  const library = await loadLibrary();
  const { errors } = library;
  const deps = { ...given, errors, library, context: () => library.Provider.ctx };
  const provider = new library.Provider(issuing.issuer, configure(deps, issuing));
  // The headers of proxies it reads are written by our own route.
  provider.proxy = true;
  replaceChecks(provider, given);
  tellErrors(provider, given.log);
  provider.use(letNoOriginIn);
  acceptTokens(provider, given, issuing);
  provider.use(mindMissing);
  provider.use(mindResuming);
  provider.use(mindLogout);
  provider.use(mindingCodePage(provider.pathFor('code_verification')));
  provider.on('device_authorization.success', (_, body: { interval?: number }) => {
    body.interval = POLL_SECONDS;
  });
  const lapsing = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      throw error instanceof errors.SessionNotFound ? personProblem('login-lapsed', {}, error) : error;
    }
  };
  const handle = provider.callback();
  return {
    handle: async (request, response) => void (await handle(request, response)),
    findLogin: (request, response) => lapsing(findLogin(provider, request, response)),
    endLogin: (request, response, result) =>
      lapsing(provider.interactionResult(request, response, result, { mergeWithLastSubmission: false })),
  };
}

function replaceChecks(provider: Provider, { db, clock }: ProviderDeps): void {
  // The library compares clear secrets; ours are kept as hashes.
  provider.Client.prototype.compareClientSecret = async function compare(this: object, given: string) {
    const { client_id } = (this as { metadata: () => { client_id: string } }).metadata();
    const client = await findClient(db, client_id);
    return client !== undefined && matchesSecret(client.secrets, given, clock());
  };
  // The library looks first and writes after: of two requests at once, both would be let through.
  provider.ReplayDetection.unique = (iss, jti, exp) =>
    insertRecord(db, 'ReplayDetection', `${iss} ${jti}`, {
      payload: {},
      expiresAt: new Date(exp * 1_000),
      now: clock(),
    });
}

function tellErrors(provider: Provider, log: Logger): void {
  // Where JSON is answered, our code is added to the one of OAuth.
  const explain = (ctx: KoaContextWithOIDC, error: LibraryFault) => {
    if (typeof ctx.body === 'object') ctx.body = { ...ctx.body, ...explained(error) };
  };
  provider.on('grant.error', explain);
  provider.on('device_authorization.error', explain);
  provider.on('revocation.error', explain);
  provider.on('server_error', (ctx, error) => {
    if (passes(error)) tellUnavailable(ctx);
    else if (!(error instanceof Problem)) log.error({ err: error }, 'the authorisation server failed');
  });
  // Told by Koa, which the library is made of and whose events its types leave out.
  const koa: EventEmitter = provider;
  koa.on('error', (error: unknown) => log.warn({ err: error }, 'an answer of the authorisation server was cut off'));
}

/** The database is away for a moment: the same request may succeed in the next one. */
function tellUnavailable(ctx: KoaContextWithOIDC): void {
  ctx.status = 503;
  ctx.set('retry-after', '1');
  const error = 'temporarily_unavailable';
  if (typeof ctx.body === 'object') ctx.body = { error, ...explained({ error }) };
}

/**
 * Who is not logged in has nothing to confirm, and is led on: the library would do it by a script, and pages run none.
 */
async function mindLogout(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  if (!Object.hasOwn(ctx, 'oidc')) return;
  const { route, session, provider } = ctx.oidc;
  if (route !== 'end_session' || session === undefined || session.accountId !== undefined || ctx.status !== 200) return;
  const { postLogoutRedirectUri: uri, state } = session.state ?? {};
  const target = new URL(typeof uri === 'string' ? uri : provider.urlFor('end_session_success'));
  if (typeof uri === 'string' && typeof state === 'string') target.searchParams.set('state', state);
  ctx.body = null;
  ctx.status = 303;
  ctx.redirect(target.href);
}

/**
 * Who comes back from a login is known by a cookie. With the name of a client in the address the library would look for
 * parameters that it has not read yet, and fail.
 */
async function mindResuming(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  if (/^\/auth\/./.test(ctx.path)) ctx.querystring = '';
  await next();
}

/** No other origin reads an answer, here as everywhere: the library would let any read errors, keys and its description. */
async function letNoOriginIn(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  for (const name of Object.keys(ctx.response.headers)) if (name.startsWith('access-control-')) ctx.remove(name);
}

/** An address that the library does not know is told like any other. */
async function mindMissing(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  if (Object.hasOwn(ctx, 'oidc') || ctx.status !== 404) return;
  const { method, req } = ctx as KoaContextWithOIDC & { req: { originalUrl?: string } };
  const [path = ''] = (req.originalUrl ?? '').split('?');
  const missing = httpProblem('route-missing', { method, path: path.slice(0, 200) });
  ctx.body = describe(missing, languageOf(ctx.get('accept-language')));
  ctx.status = 404;
  ctx.type = 'application/problem+json';
}

/**
 * The page for codes, where the library would do otherwise. The address with the code in it (`verification_uri_complete`)
 * shows the form with the code filled in: the library would send it by a script; so somebody looks at it, and pages run
 * none. And a form that comes without the cookie of the page it stood on begins with that page: the library would fail.
 */
function mindingCodePage(path: string) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    if (!path.endsWith(ctx.path)) return next();
    if (ctx.method === 'POST' && ctx.cookies.get(SESSION_COOKIE) === undefined) {
      ctx.status = 303;
      return ctx.redirect(path);
    }
    if (showsDone(ctx)) return;
    const { user_code: code } = ctx.query;
    if (ctx.method === 'GET' && typeof code === 'string') {
      ctx.state.userCode = code.slice(0, 20);
      ctx.query = {};
    }
    return next();
  };
}

async function findLogin(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<Login> {
  const { uid, prompt, params, session } = await provider.interactionDetails(request, response);
  const clientId = String(params.client_id);
  const client = await provider.Client.find(clientId);
  return {
    ...{ uid, prompt: prompt.name, clientId, application: client?.clientName ?? clientId },
    redirectUri: typeof params.redirect_uri === 'string' ? params.redirect_uri : undefined,
    accountId: session?.accountId,
  };
}
