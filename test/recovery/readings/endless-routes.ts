/** Routes of a reading that never ends, for tests. */
import type { FastifyPluginAsync } from 'fastify';

export const endlessRoutes = (): FastifyPluginAsync => async (http) => {
  http.get(
    '/endless',
    { config: { scope: 'recovery:read' } },
    () => new Promise(() => setInterval(() => undefined, 1_000)),
  );
};
