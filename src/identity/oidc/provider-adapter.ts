/** The authorisation server: `oidc-provider` over our clients, people, keys and states. */
import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { Problem } from '../../core/messages/problem.ts';
import type { Db } from '../../platform/database/db.ts';
import { passes } from '../../platform/database/outage.ts';
import { matchesSecret } from '../clients/client.ts';
import { findClient } from '../clients/store.ts';
import type { Login, LoginResult } from '../login/login.ts';
import { personProblem } from '../people/problems.ts';
import { insertUsedName } from '../state/used-name-store.ts';
import { configure, type Issuing } from './configuration-adapter.ts';
import type { LibraryFault } from './fault.ts';
import { loadLibrary } from './library-adapter.ts';
import {
  codePageFixes,
  dropResumeQuery,
  problemForUnknownPath,
  removeCorsHeaders,
  skipLogoutPage,
} from './middleware-adapter.ts';
import { explanationOf, logRefusals, requestIdOf } from './refusal-adapter.ts';
import { addTokenRevocation } from './revocation-adapter.ts';
import { POLL_SECONDS } from './storage-adapter.ts';

export type ProviderDeps = {
  readonly db: Db;
  readonly clock: () => Date;
  readonly encryptionKey: Buffer;
  readonly log: Logger;
};

export type AuthorisationServer = {
  /** Handles a request below the path of the issuer; its URL is given without that path. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Finds the login that the cookies of a request belong to. @throws Problem `login-lapsed` */
  readonly findLogin: (request: IncomingMessage, response: ServerResponse) => Promise<Login>;
  /** Ends a login, and returns the address to which the browser goes next. @throws Problem `login-lapsed` */
  readonly endLogin: (request: IncomingMessage, response: ServerResponse, result: LoginResult) => Promise<string>;
};

export async function createAuthorisationServer(given: ProviderDeps, issuing: Issuing): Promise<AuthorisationServer> {
  const library = await loadLibrary();
  const { errors } = library;
  const deps = { ...given, errors, library, context: () => library.Provider.ctx };
  const provider = new library.Provider(issuing.issuer, configure(deps, issuing));
  // The library may trust proxy headers, because our own route writes them.
  provider.proxy = true;
  replaceChecks(provider, given);
  explainErrors(provider, given.log);
  provider.use(removeCorsHeaders);
  addTokenRevocation(provider, given, issuing);
  provider.use(problemForUnknownPath);
  provider.use(dropResumeQuery);
  provider.use(skipLogoutPage);
  provider.use(codePageFixes(provider.pathFor('code_verification')));
  provider.on('device_authorization.success', (_, body: { interval?: number }) => {
    body.interval = POLL_SECONDS;
  });
  const orLapsed = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      throw error instanceof errors.SessionNotFound ? personProblem('login-lapsed', {}, error) : error;
    }
  };
  const handle = provider.callback();
  return {
    handle: async (request, response) => void (await handle(request, response)),
    findLogin: (request, response) => orLapsed(findLogin(provider, request, response)),
    endLogin: (request, response, result) =>
      orLapsed(provider.interactionResult(request, response, result, { mergeWithLastSubmission: false })),
  };
}

/** Replaces two checks of the library by our own. */
function replaceChecks(provider: Provider, { db, clock }: ProviderDeps): void {
  // The library compares clear secrets; we store hashes only.
  provider.Client.prototype.compareClientSecret = async function compare(this: object, given: string) {
    const { client_id } = (this as { metadata: () => { client_id: string } }).metadata();
    const client = await findClient(db, client_id);
    return client !== undefined && matchesSecret(client.secrets, given, clock());
  };
  // The library checks first and marks later, so it would accept two concurrent requests.
  provider.ReplayDetection.unique = (iss, jti, exp) => {
    const name = `${iss} ${jti}`;
    return insertUsedName(db, { kind: 'ReplayDetection', name, expiresAt: new Date(exp * 1_000) }, clock());
  };
}

/** Adds our code and remedy to OAuth errors, and logs failures. */
function explainErrors(provider: Provider, log: Logger): void {
  const explain = (ctx: KoaContextWithOIDC, error: LibraryFault) => {
    if (typeof ctx.body === 'object') ctx.body = { ...ctx.body, ...explanationOf(error) };
  };
  provider.on('grant.error', explain);
  provider.on('device_authorization.error', explain);
  provider.on('revocation.error', explain);
  provider.on('server_error', (ctx, error) => {
    if (passes(error)) answerUnavailable(ctx);
    else if (!(error instanceof Problem))
      log.error({ err: error, requestId: requestIdOf(ctx) }, 'the authorisation server failed');
  });
  // An event of Koa, on which the library is built. The types of the library leave it out.
  const koa: EventEmitter = provider;
  logRefusals(koa, log);
  koa.on('error', (error: unknown) => log.warn({ err: error }, 'an answer of the authorisation server was cut off'));
}

/** Answers a transient database error: the client may retry. */
function answerUnavailable(ctx: KoaContextWithOIDC): void {
  ctx.status = 503;
  ctx.set('retry-after', '1');
  const error = 'temporarily_unavailable';
  if (typeof ctx.body === 'object') ctx.body = { error, ...explanationOf({ error }) };
}

async function findLogin(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<Login> {
  const { uid, params, session, prompt } = await provider.interactionDetails(request, response);
  const clientId = String(params.client_id);
  const client = await provider.Client.find(clientId);
  return {
    ...{ uid, clientId, application: client?.clientName ?? clientId },
    redirectUri: typeof params.redirect_uri === 'string' ? params.redirect_uri : undefined,
    ...{ accountId: session?.accountId, version: session?.acr },
    asks: prompt.name === 'consent' ? [prompt.details.scopes].flat().map(String) : undefined,
  };
}
