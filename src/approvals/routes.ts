/** HTTP: every route of approvals. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { coverRoutes } from './covers/routes.ts';
import { decisionRoutes } from './decisions/routes.ts';
import { exemptionRoutes } from './exemptions/routes.ts';
import type { ApprovalDeps } from './law-queries.ts';

export const approvalRoutes =
  (deps: ApprovalDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(decisionRoutes(deps));
    await http.register(exemptionRoutes(deps));
    await http.register(coverRoutes(deps));
  };
