/**
 * Masks personal data in answers, by the table in core/personal-data.ts. An authority that needs it in clear states its
 * purpose in a header. The journal records the reading before the data is shown.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireScope } from '../core/access/visibility.ts';
import { dayOf } from '../core/calendar.ts';
import { type Masking, maskFields, type PersonalRecords } from '../core/personal-data.ts';
import { writeAs } from './database/row-security.ts';
import type { RequestDeps } from './deps.ts';
import { callerOf, httpProblem } from './http/index.ts';
import { fact, record } from './journal/index.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for routes whose answers may contain personal data; it is masked for callers that do not need it. */
    personal?: PersonalRecords;
  }
}

/** Header that states the purpose of reading personal data: UTF-8 text, percent-encoded, 3 to 200 characters. */
const PURPOSE_HEADER = 'personal-data-purpose';

type MaskingDeps = Pick<RequestDeps, 'db' | 'clock'>;

/** Masks the answers of marked routes. Call it before the routes are registered. */
export function maskPersonalData(http: FastifyInstance, deps: MaskingDeps): void {
  http.addHook('onRoute', (route) => {
    const records = route.config?.personal;
    // The HEAD route is a copy of the GET route, including its hooks.
    if (records === undefined || route.method === 'HEAD') return;
    const { schema, preSerialization = [] } = route;
    const note =
      'Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.';
    route.schema = { ...schema, description: [schema?.description, note].filter(Boolean).join('\n\n') };
    // Runs before the handler, so that a request with a refused purpose changes nothing.
    route.preHandler = [async (request) => void purposeOf(request), ...[route.preHandler ?? []].flat()];
    route.preSerialization = [
      ...[preSerialization].flat(),
      async (request, reply, payload) => {
        if (reply.statusCode >= 400) return payload;
        const { partyId } = callerOf(request).actor;
        const purpose = purposeOf(request);
        const masking = maskFields(payload, { records, partyId, purposeStated: purpose !== undefined });
        if (masking.masked.size > 0) reply.header('personal-data', 'masked');
        else if (masking.clear.size > 0) reply.header('personal-data', 'clear');
        if (purpose !== undefined && masking.clear.size > 0) await journalReading(deps, request, { purpose, masking });
        return masking.value;
      },
    ];
  });
}

/** Returns the purpose for which an authority reads personal data, if it states one. @throws Problem `scope-missing`, `role-missing`, `purpose-unreadable` */
export function purposeOf(request: FastifyRequest): string | undefined {
  const header = request.headers[PURPOSE_HEADER];
  if (header === undefined) return undefined;
  const { actor } = callerOf(request);
  if (actor.partyId !== undefined) return undefined;
  requireScope(actor, 'personal:read');
  const purpose = decoded(String(header)).trim();
  if (purpose.length < 3 || purpose.length > 200 || /\p{Cc}/u.test(purpose)) throw httpProblem('purpose-unreadable');
  return purpose;
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    throw httpProblem('purpose-unreadable');
  }
}

type Reading = { readonly purpose: string; readonly masking: Masking };

/** Records a reading: its reader, fields, records and purpose, without the data itself. Each day has its own chain. */
async function journalReading(
  deps: MaskingDeps,
  request: FastifyRequest,
  { purpose, masking }: Reading,
): Promise<void> {
  const at = deps.clock();
  const payload = {
    purpose,
    route: request.routeOptions.url,
    requestId: request.id,
    fields: [...masking.clear].toSorted(),
    records: [...masking.records].toSorted(),
  };
  const caller = callerOf(request);
  await writeAs(deps.db, caller, (tx) =>
    record(tx, [fact('personal-data.read', `personal-data:${dayOf(at)}`, caller.actor, at, payload)]),
  );
}
