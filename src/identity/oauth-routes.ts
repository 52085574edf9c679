/** Mounts the authorisation server. It reads and answers the bare requests itself. */
import type { FastifyPluginAsync } from 'fastify';
import type { Identity } from './trust-service.ts';

/** Path of the issuer below the address of the API. */
export const OAUTH_PREFIX = '/oidc';

export const oauthRoutes =
  ({ trusted, handle }: Pick<Identity, 'trusted' | 'handle'>): FastifyPluginAsync =>
  async (http) => {
    const { host, protocol } = new URL(trusted.issuer);
    // The body is left in the stream: the library reads forms itself, up to 56 KiB.
    http.removeAllContentTypeParsers();
    http.addContentTypeParser('*', (_request, _body, done) => done(null));
    http.route({
      method: ['GET', 'POST', 'OPTIONS'],
      url: '/*',
      config: { public: true, credentials: true },
      schema: { hide: true },
      handler: async (request, reply) => {
        reply.hijack();
        const { raw } = request;
        // Addresses are told, and audiences of assertions judged, by what we are called and not by what a request says.
        Object.assign(raw.headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) });
        // With the whole path beside it the library finds where it is mounted.
        Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(OAUTH_PREFIX.length) });
        await handle(raw, reply.raw);
      },
    });
  };
