/** Optional bodies: when every field of a body is optional, an absent body is read as `{}`. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True when an absent body is read as `{}`; set by the schema of the body. */
    bodyOptional?: boolean;
  }
}

/** Reads absent bodies as `{}`. Call it before the routes concerned are registered. */
export function acceptAbsentBodies(http: FastifyInstance): void {
  http.addHook('onRoute', (route) => {
    const body: unknown = route.schema?.body;
    if (!(body instanceof z.ZodType) || !body.safeParse({}).success) return;
    route.config = { ...route.config, bodyOptional: true };
    const own = [route.preValidation ?? []].flat();
    route.preValidation = [
      async (request) => {
        if (request.body === undefined) request.body = {};
      },
      ...own,
    ];
  });
}
