/** The header `Location`: the address at which the record in an answer can be read. */
import type { FastifyInstance } from 'fastify';

/** Adds `Location` to the answers of routes that create a record. Call it before the routes are registered. */
export function locateCreated(http: FastifyInstance): void {
  http.addHook('onRoute', (route) => {
    const { creates } = route.config ?? {};
    if (creates === undefined) return;
    const address = `${route.prefix}${creates}`;
    route.preSerialization = [
      ...[route.preSerialization ?? []].flat(),
      async (_, reply, payload) => {
        if (reply.statusCode === 201 || reply.statusCode === 202) reply.header('location', addressOf(payload, address));
        return payload;
      },
    ];
  });
}

/** Puts members of the answer in the place of the names in an address. @throws Error when the answer lacks one */
export function addressOf(payload: unknown, address: string): string {
  return address.replaceAll(/:(\w+(?:\.\w+)*)/g, (_, name: string) => {
    const member = name
      .split('.')
      .reduce<unknown>((found, key) => new Map(Object.entries(found ?? {})).get(key), payload);
    if (typeof member !== 'string') throw new Error(`a record was created and its answer has no ${name}`);
    return encodeURIComponent(member);
  });
}
