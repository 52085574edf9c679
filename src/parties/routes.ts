/** The routes of the register, loaded when a process serves them: commands that read the register start without them. */
import type { FastifyPluginAsync } from 'fastify';
import type { partyRoutes as PartyRoutes } from './register/routes.ts';

export const partyRoutes =
  (deps: Parameters<typeof PartyRoutes>[0]): FastifyPluginAsync =>
  async (http) => {
    const loaded = await import('./register/routes.ts');
    await http.register(loaded.partyRoutes(deps));
  };
