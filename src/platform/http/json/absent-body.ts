/**
 * Absent bodies. An operation without a body accepts an empty one, also when the client names a content type. When every
 * field of a body is optional, an absent body is read as `{}`.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True when an absent body is read as `{}`; set by the schema of the body. */
    bodyOptional?: boolean;
  }
}

/** Accepts absent bodies where no body is required. Call it before the routes concerned are registered. */
export function acceptAbsentBodies(http: FastifyInstance): void {
  http.addHook('onRequest', async (request) => {
    // Many clients name a content type with every POST. Without it, the framework reads no body.
    if (request.routeOptions.schema?.body === undefined && isEmpty(request)) delete request.raw.headers['content-type'];
  });
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

/** Returns true when an empty body is a fault of the request. */
export const needsBody = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.schema?.body !== undefined && routeOptions.config.bodyOptional !== true;

const isEmpty = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
