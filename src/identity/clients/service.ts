/** Use cases: registering and revoking clients, and their secrets. A secret is shown once; only its hash is stored. */
import type { Actor } from '../../core/actor.ts';
import { requireParty } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { type Client, hashSecret, newSecret, refuseBeyondRoles, rotateSecrets } from './client.ts';
import { clientProblem } from './problems.ts';
import { insertClient, lockClient, updateClient } from './store.ts';

/** The new state of a client, and its new secret if there is one. */
export type ClientWithSecret = { readonly client: Client; readonly secret: string | null };

type Caller = { readonly actor: Actor };
type Draft = Pick<Client, 'name' | 'kind' | 'partyId' | 'division' | 'roles' | 'scopes' | 'jwks'> &
  Pick<Client, 'redirectUris' | 'dpopRequired'>;

/**
 * Registers a client. A machine has either its own keys or a secret; apps and handhelds have neither.
 * @throws Problem `role-does-not-fit`, `client-scope-refused`, `party-missing`
 */
export async function registerClient(
  tx: Tx,
  deps: Deps,
  { actor, ...draft }: Caller & Draft,
): Promise<ClientWithSecret> {
  refuseBeyondRoles(draft);
  if (draft.partyId !== null) await requireParty(tx, draft.partyId, '#/body/partyId');
  const secret = draft.kind === 'machine' && draft.jwks === null ? newSecret() : null;
  const client: Client = {
    ...draft,
    id: deps.newId(),
    authMethod: authMethodOf(draft),
    secrets: secret === null ? [] : [{ hash: hashSecret(secret), expiresAt: null }],
    registeredAt: deps.clock(),
    revokedAt: null,
    version: 1,
  };
  await insertClient(tx, client);
  const { secrets: _, id: __, registeredAt: ___, revokedAt: ____, version: _____, ...payload } = client;
  await recordClientFact(tx, deps, { actor, client, kind: 'client.registered', payload });
  return { client, secret };
}

/**
 * Gives a client a new secret. The one before stays valid for the overlap, so that the client need not stop.
 * @throws Problem `client-missing`, `client-revoked-already`, `client-has-no-secret`
 */
export async function rotateSecret(
  tx: Tx,
  deps: Deps,
  { actor, id, overlapHours }: Caller & { readonly id: string; readonly overlapHours: number },
): Promise<ClientWithSecret> {
  const found = await lockUnrevoked(tx, id);
  const { kind, authMethod } = found;
  if (authMethod !== 'client_secret_basic') throw clientProblem('client-has-no-secret', { id, kind, authMethod });
  const secret = newSecret();
  const overlap = { now: deps.clock(), overlapMs: overlapHours * 3_600_000 };
  const secrets = rotateSecrets(found.secrets, hashSecret(secret), overlap);
  const client = await updateClient(tx, { ...found, secrets });
  await recordClientFact(tx, deps, { actor, client, kind: 'client.secret-rotated', payload: { overlapHours } });
  return { client, secret };
}

/** Revokes a client permanently. Its access tokens are refused within 30 seconds. @throws Problem `client-missing`, `client-revoked-already` */
export async function revokeClient(
  tx: Tx,
  deps: Deps,
  { actor, id }: Caller & { readonly id: string },
): Promise<Client> {
  const client = await updateClient(tx, { ...(await lockUnrevoked(tx, id)), revokedAt: deps.clock() });
  await recordClientFact(tx, deps, { actor, client, kind: 'client.revoked', payload: { name: client.name } });
  return client;
}

/** Locks a client that may still change. @throws Problem `client-missing`, `client-revoked-already` */
export async function lockUnrevoked(tx: Tx, id: string): Promise<Client> {
  const client = await lockClient(tx, id);
  if (!client) throw clientProblem('client-missing', { id });
  if (client.revokedAt !== null) throw clientProblem('client-revoked-already', { id });
  return client;
}

function authMethodOf({ kind, jwks }: Pick<Client, 'kind' | 'jwks'>): Client['authMethod'] {
  if (kind !== 'machine') return 'none';
  return jwks === null ? 'client_secret_basic' : 'private_key_jwt';
}

type ClientFact = Caller & { readonly client: Client; readonly kind: `client.${string}`; readonly payload: object };

async function recordClientFact(tx: Tx, deps: Deps, { actor, client, kind, payload }: ClientFact): Promise<void> {
  await record(tx, [fact(kind, `client:${client.id}`, actor, deps.clock(), payload)]);
}
