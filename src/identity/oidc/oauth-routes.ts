/** Mounts the authorisation server. It reads and answers the bare requests itself. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { setGuardHeaders } from '../../platform/http/index.ts';
import { answerWithPages, interactionRoutes } from '../login/interaction-routes.ts';
import type { Identity } from '../token-cache-service.ts';

/** Path of the issuer below the address of the API. */
export const OAUTH_PREFIX = '/oidc';

/** What anybody may keep for a while: keys and the description of the server. */
const OPEN = /^\/oidc\/(jwks|\.well-known\/)/;

export const oauthRoutes =
  ({ trusted, server, deps }: Pick<Identity, 'trusted' | 'server' | 'deps'>): FastifyPluginAsync =>
  async (http) => {
    const { host, protocol } = new URL(trusted.issuer);
    await http.register(interactionRoutes({ ...deps, server, prefix: OAUTH_PREFIX }), { prefix: '/interaction' });
    await http.register(async (bare) => {
      answerWithPages(bare);
      // The body is left in the stream: the library reads forms itself, up to 56 KiB.
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
          // Addresses are told, and audiences of assertions judged, by what we are called and not by what a request says.
          const forwarded = { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
          Object.assign(raw.headers, { host, ...forwarded, 'x-forwarded-for': request.ip });
          // With the whole path beside it the library finds where it is mounted.
          Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(OAUTH_PREFIX.length) });
          await server.handle(raw, reply.raw);
        },
      });
    });
  };

/** The headers that every answer of the service has. The library adds its own to them, and pages their own policy. */
function guardHijacked(request: FastifyRequest, reply: FastifyReply, https: boolean): void {
  setGuardHeaders(request, reply, https);
  if (!OPEN.test(request.url)) reply.header('cache-control', 'no-store');
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
}
