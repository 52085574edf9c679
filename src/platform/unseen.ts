/**
 * Leaves out of answers the affected records that the caller may not see. What a change affected is stored once, and read
 * later by others than the caller of then: a draft of a manifest belongs to its consignor alone.
 */
import type { FastifyInstance } from 'fastify';
import type { Visibility } from '../core/access/visibility.ts';
import type { Affected, DependantKind } from '../core/dependant.ts';
import type { Reader } from './database/db.ts';
import { readAs } from './database/row-security.ts';
import type { RequestDeps } from './deps.ts';
import { callerOf } from './http/index.ts';

/** The port of kinds that not every reader of a change sees: returns those of some ids that a caller may see. */
export type Seen = {
  readonly [Kind in DependantKind]?: (
    db: Reader,
    visibility: Visibility,
    ids: readonly string[],
  ) => Promise<ReadonlySet<string>>;
};

type Changed = { affected: readonly Pick<Affected, 'kind' | 'id'>[] };

/** Checks every answer that lists affected records. Call it before the routes are registered. */
export function leaveOutUnseen(http: FastifyInstance, { db, seen }: Pick<RequestDeps, 'db'> & { seen: Seen }): void {
  http.addHook('preSerialization', async (request, _, payload) => {
    const changes = changesIn(payload);
    for (const [kind, read] of Object.entries(seen)) {
      const ids = changes.flatMap(({ affected }) => affected.filter((one) => one.kind === kind).map(({ id }) => id));
      if (ids.length === 0) continue;
      const caller = callerOf(request);
      const visible = await readAs(db, caller, (tx) => read(tx, caller.visibility, ids));
      for (const one of changes) {
        one.affected = one.affected.filter(({ kind: other, id }) => other !== kind || visible.has(id));
      }
    }
    return payload;
  });
}

/** Returns the changes that an answer shows: itself, one with a changed record, or a list. */
function changesIn(payload: unknown): Changed[] {
  if (!isObject(payload)) return [];
  const candidates = [payload, payload.change, ...(Array.isArray(payload.items) ? payload.items : [])];
  return candidates.filter((one): one is Changed => isObject(one) && Array.isArray(one.affected));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
