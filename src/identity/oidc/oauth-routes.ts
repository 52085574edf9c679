/** Mounts the authorisation server under `/oidc`. The library reads and answers the raw requests itself. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { setSecurityHeaders } from '../../platform/http/index.ts';
import type { LocalIssuer } from '../local-issuer-service.ts';
import { answerWithPages, interactionRoutes } from '../login/interaction-routes.ts';

/** Path of the issuer below the address of the API. */
export const OAUTH_PREFIX = '/oidc';

/** Answers that caches may store: the keys and the metadata of the server. */
const CACHEABLE = /^\/oidc\/(jwks|\.well-known\/)/;

export const oauthRoutes =
  ({ trusted, server, deps }: Pick<LocalIssuer, 'trusted' | 'server' | 'deps'>): FastifyPluginAsync =>
  async (http) => {
    const { host, protocol } = new URL(trusted.issuer);
    await http.register(interactionRoutes({ ...deps, server, prefix: OAUTH_PREFIX, secure: protocol === 'https:' }), {
      prefix: '/interaction',
    });
    await http.register(async (bare) => {
      answerWithPages(bare);
      // Leaves the body in the stream: the library reads forms itself, up to 56 KiB.
      bare.removeAllContentTypeParsers();
      bare.addContentTypeParser('*', (_request, _body, done) => done(null));
      bare.route({
        method: ['GET', 'POST', 'OPTIONS'],
        url: '/*',
        config: { public: true, credentials: true },
        schema: { hide: true },
        handler: async (request, reply) => {
          guardHijacked(request, reply, protocol === 'https:');
          reply.hijack();
          const { raw } = request;
          // The library builds addresses, and checks audiences of assertions, from these headers. A request must not set them.
          const forwarded = { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
          Object.assign(raw.headers, { host, ...forwarded, 'x-forwarded-for': request.ip });
          // The library derives its mount path from both paths.
          Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(OAUTH_PREFIX.length) });
          await server.handle(raw, reply.raw);
        },
      });
    });
  };

/** Sets the headers that every answer of the service has. The library adds its own, and pages their own policy. */
function guardHijacked(request: FastifyRequest, reply: FastifyReply, https: boolean): void {
  setSecurityHeaders(request, reply, https);
  if (!CACHEABLE.test(request.url)) reply.header('cache-control', 'no-store');
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
}
