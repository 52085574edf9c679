/** Middleware (Koa) around `oidc-provider`, for cases in which the library would need a script or fail. */
import type { KoaContextWithOIDC } from 'oidc-provider';
import { describe, httpProblem, languageOf } from '../../platform/http/index.ts';
import { SESSION_COOKIE } from './configuration-adapter.ts';
import { showsDone } from './pages-adapter.ts';

type Next = () => Promise<void>;

/**
 * Redirects a browser without a login past the logout page: the library would use a script, and our pages allow none.
 */
export async function skipLogoutPage(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
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
 * Removes the query when a browser returns from a login: a cookie identifies the login. With a `client_id` in the query
 * the library would use parameters that it has not read yet, and fail.
 */
export async function dropResumeQuery(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  if (/^\/auth\/./.test(ctx.path)) ctx.querystring = '';
  await next();
}

/** Removes the CORS headers of the library: here, as everywhere, no other origin may read an answer. */
export async function removeCorsHeaders(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  await next();
  for (const name of Object.keys(ctx.response.headers)) if (name.startsWith('access-control-')) ctx.remove(name);
}

/** Answers an unknown path with the same problem as the rest of the API. */
export async function problemForUnknownPath(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
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
 * Fixes two cases of the page for device codes. An address that contains the code (`verification_uri_complete`) shows the
 * form with the code filled in; the library would submit it by a script. A form without the session cookie starts again
 * at the page; the library would fail.
 */
export function codePageFixes(path: string) {
  return async (ctx: KoaContextWithOIDC, next: Next): Promise<void> => {
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
