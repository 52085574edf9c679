/** The header `Location`: the address at which a created record can be read. */
import type { FastifyInstance } from 'fastify';

/** Adds `Location` to the answers of routes that create a record. Call it before the routes are registered. */
export function locateCreated(http: FastifyInstance): void {
  http.addHook('onRoute', (route) => {
    const { creates } = route.config ?? {};
    if (creates === undefined) return;
    const list = `${route.prefix}${creates}`;
    route.preSerialization = [
      ...[route.preSerialization ?? []].flat(),
      async (_, reply, payload) => {
        if (reply.statusCode === 201) reply.header('location', `${list}/${idOf(payload)}`);
        return payload;
      },
    ];
  });
}

function idOf(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'id' in payload) return String(payload.id);
  throw new Error('a record was created and its answer has no id');
}
