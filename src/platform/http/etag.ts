/** The header `ETag`: the version of the record in an answer. */
import type { FastifyInstance } from 'fastify';

/** Adds `ETag` to the answers of routes that show a record with a version. Call it before the routes are registered. */
export function tagVersions(http: FastifyInstance): void {
  http.addHook('onRoute', (route) => {
    if (!route.config?.etag) return;
    route.preSerialization = [
      ...[route.preSerialization ?? []].flat(),
      async (_, reply, payload) => {
        if (reply.statusCode < 300) reply.header('etag', `"${versionIn(payload)}"`);
        return payload;
      },
    ];
  });
}

/** Returns the version, or the number of corrections of a record that changes by them only. @throws Error without either */
function versionIn(payload: unknown): number {
  const members = new Map(Object.entries(payload ?? {}));
  const version = members.get('version') ?? members.get('corrections');
  if (typeof version !== 'number') throw new Error('a record has an ETag and its answer no version');
  return version;
}
