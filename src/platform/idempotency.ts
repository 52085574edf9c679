/**
 * Idempotency: one key has one effect and one answer, permanently.
 *
 * The key is claimed in the transaction that does the work. So a claim without its work, or work without its claim, is
 * impossible. A second request with the same key waits for the first on the unique index and then finds its answer.
 */
import { sql } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { canonicalHash } from '../core/canonical.ts';
import { type Db, type Reader, type RequestDb, run, type Tx } from './database/db.ts';
import { type RequestTx, type Viewer, writeAs } from './database/row-security.ts';
import { callerOf, httpProblem } from './http/index.ts';

/** A key, its owner, and the SHA-256 (lower-case hexadecimal) of its input. */
export type Claim = { readonly client: string; readonly key: string; readonly inputHash: string };

/** Reads the key of a request and its owner. @throws Problem `idempotency-key-missing`, `idempotency-key-invalid` */
export function keyOf(request: FastifyRequest): Pick<Claim, 'client' | 'key'> {
  const header = request.headers['idempotency-key'];
  if (header === undefined) throw httpProblem('idempotency-key-missing', { pointer: '#/headers/idempotency-key' });
  const key = String(header).replace(/^"(.*)"$/, '$1');
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw httpProblem('idempotency-key-invalid', { pointer: '#/headers/idempotency-key' });
  }
  return { client: callerOf(request).client, key };
}

/** Checks the key of a request. @throws Problem `idempotency-key-missing`, `idempotency-key-invalid` */
export function claimOf(request: FastifyRequest): Claim {
  return { ...keyOf(request), inputHash: canonicalHash([request.method, pathOf(request), request.body ?? null]) };
}

/** The path with its parameters as the schema read them, so that two spellings of one record are one input. */
function pathOf({ url, params, routeOptions }: FastifyRequest): string {
  const read = new Map(Object.entries(params ?? {}));
  if (routeOptions.url === undefined || read.size === 0) return url.split('?')[0] ?? '';
  return routeOptions.url.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(read.get(name))));
}

/**
 * Does the work of a request once, within its visibility and in one transaction with its key. Every repetition gets the
 * same answer. Work that throws stores nothing, not even the key, so a corrected request may use the key again.
 */
export async function once<Body>(
  deps: { readonly db: RequestDb; readonly clock: () => Date },
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: RequestTx) => Promise<Body>,
): Promise<Body> {
  return onceFor(deps, request, { claim: claimOf(request), reply }, work);
}

/** Does the work once for a claim that covers more than the path and the body; otherwise as `once`. */
export async function onceFor<Body>(
  deps: { readonly db: RequestDb; readonly clock: () => Date },
  request: FastifyRequest,
  { claim, reply }: { readonly claim: Claim; readonly reply: FastifyReply },
  work: (tx: RequestTx) => Promise<Body>,
): Promise<Body> {
  const { answer, replayed } = await claimOnce(deps, callerOf(request), { claim, status: reply.statusCode }, work);
  if (replayed) reply.header('idempotency-replayed', 'true');
  return answer;
}

/** Does the work once for a claim, as a part of a request such as a row. @param status of the answer */
export function claimOnce<Body>(
  deps: { readonly db: RequestDb; readonly clock: () => Date },
  viewer: Viewer,
  { claim, status }: { readonly claim: Claim; readonly status: number },
  work: (tx: RequestTx) => Promise<Body>,
): Promise<{ readonly answer: Body; readonly replayed: boolean }> {
  return writeAs(deps.db, viewer, async (tx) => {
    const stored = await take(tx, claim, deps.clock());
    if (stored) return { answer: stored.answer as Body, replayed: true };
    const answer = await work(tx);
    await tx.execute(sql`
      update idempotency_keys set status = ${status}, answer = ${JSON.stringify(answer)}::jsonb
      where client = ${claim.client} and key = ${claim.key}`);
    return { answer, replayed: false };
  });
}

/** Returns the answer stored under a key; undefined for a new key. @throws Problem `idempotency-key-reused` */
export async function recall(db: Reader, { client, key, inputHash }: Claim): Promise<{ answer: unknown } | undefined> {
  const { rows } = await db.execute<{ input_hash: string; answer: unknown }>(sql`
    select encode(input_hash, 'hex') as input_hash, answer from idempotency_keys
    where client = ${client} and key = ${key}`);
  const stored = rows[0];
  if (stored === undefined) return undefined;
  if (stored.input_hash !== inputHash) throw httpProblem('idempotency-key-reused', { key });
  return { answer: stored.answer };
}

/**
 * A common table expression that claims the keys of a set-based statement. The statement has an expression `key_claims`
 * with a row per request: `client`, `key`, `inputHash` (hexadecimal), `resource`, `status`, `answer` and `claimedAt`.
 * Keys are claimed in the same order by all statements. It returns the resources of the keys that were free. `place`
 * decides between equal keys of one set.
 */
export const CLAIM_KEYS = `
  claimed_keys as (
    insert into idempotency_keys (client, key, input_hash, resource, status, answer, created_at)
    select client, key, decode("inputHash", 'hex'), resource, status, answer, "claimedAt" from key_claims
    order by client, key, place
    on conflict do nothing returning resource
  )`;

const USED_KEYS = `
  select requested.place::integer - 1 as place, encode(k.input_hash, 'hex') as "inputHash", k.answer
  from unnest($1::text[], $2::text[]) with ordinality as requested(client, key, place)
  join idempotency_keys k on k.client = requested.client and k.key = requested.key`;

/** Input and answer of the first request with a key. */
export type UsedKey = { readonly inputHash: string; readonly answer: unknown };

/** Reads the used keys of a set, by their place in the set. */
export async function recallSet(
  db: Db,
  claims: readonly Pick<Claim, 'client' | 'key'>[],
): Promise<ReadonlyMap<number, UsedKey>> {
  if (claims.length === 0) return new Map();
  const rows = await run<UsedKey & { readonly place: number }>(db, { name: 'used-keys', text: USED_KEYS }, [
    claims.map(({ client }) => client),
    claims.map(({ key }) => key),
  ]);
  return new Map(rows.map(({ place, ...used }) => [place, used]));
}

async function take(tx: Tx, claim: Claim, now: Date): Promise<{ answer: unknown } | undefined> {
  const { client, key, inputHash } = claim;
  const { rowCount } = await tx.execute(sql`
    insert into idempotency_keys (client, key, input_hash, created_at)
    values (${client}, ${key}, decode(${inputHash}, 'hex'), ${now.toISOString()}) on conflict do nothing`);
  if (rowCount === 1) return undefined;
  const stored = await recall(tx, claim);
  if (stored === undefined) throw new Error(`the idempotency key ${claim.key} was claimed and is gone`);
  return stored;
}
