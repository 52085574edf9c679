/** Use cases: clients registered, given another secret, revoked. Secrets are answered once and never kept. */
import type { Actor } from '../../core/actor.ts';
import { requireParty } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { insertClient, lockClient, updateClient } from '../store.ts';
import { type Client, hashSecret, newSecret, refuseBeyondRoles, rotateSecrets } from './client.ts';
import { clientProblem } from './problems.ts';

/** The new state, and the secret where one was made. */
export type Issued = { readonly client: Client; readonly secret: string | null };

type By = { readonly actor: Actor };
type Draft = Pick<Client, 'name' | 'kind' | 'partyId' | 'division' | 'roles' | 'scopes' | 'jwks'> &
  Pick<Client, 'redirectUris' | 'dpopRequired'>;

/**
 * Registers a client: a machine with keys of its own when it brings some, else with a secret; what people log in with has
 * neither.
 * @throws Problem `role-does-not-fit`, `client-scope-refused`, `party-missing`
 */
export async function registerClient(tx: Tx, deps: Deps, { actor, ...draft }: Draft & By): Promise<Issued> {
  refuseBeyondRoles(draft);
  if (draft.partyId !== null) await requireParty(tx, draft.partyId, '#/body/partyId');
  const secret = draft.kind === 'machine' && draft.jwks === null ? newSecret() : null;
  const client: Client = {
    ...draft,
    id: deps.newId(),
    authMethod: methodOf(draft),
    secrets: secret === null ? [] : [{ hash: hashSecret(secret), expiresAt: null }],
    registeredAt: deps.clock(),
    revokedAt: null,
  };
  await insertClient(tx, client);
  const { secrets: _, id: __, registeredAt: ___, revokedAt: ____, ...payload } = client;
  await tell(tx, deps, {
    actor,
    client,
    kind: 'client.registered',
    payload,
  });
  return { client, secret };
}

/**
 * Gives a client another secret; the one before holds on for the overlap, so that nothing need stop.
 * @throws Problem `client-missing`, `client-revoked-already`, `client-has-no-secret`
 */
export async function rotateSecret(
  tx: Tx,
  deps: Deps,
  { actor, id, overlapHours }: By & { readonly id: string; readonly overlapHours: number },
): Promise<Issued> {
  const found = await requireHolding(tx, id);
  if (found.authMethod !== 'client_secret_basic') throw clientProblem('client-has-no-secret', { id });
  const secret = newSecret();
  const overlap = { now: deps.clock(), overlapMs: overlapHours * 3_600_000 };
  const client = { ...found, secrets: rotateSecrets(found.secrets, hashSecret(secret), overlap) };
  await updateClient(tx, client);
  await tell(tx, deps, { actor, client, kind: 'client.secret-rotated', payload: { overlapHours } });
  return { client, secret };
}

/** Takes a client its access, for good. @throws Problem `client-missing`, `client-revoked-already` */
export async function revokeClient(tx: Tx, deps: Deps, { actor, id }: By & { readonly id: string }): Promise<Client> {
  const client = { ...(await requireHolding(tx, id)), revokedAt: deps.clock() };
  await updateClient(tx, client);
  await tell(tx, deps, { actor, client, kind: 'client.revoked', payload: { name: client.name } });
  return client;
}

async function requireHolding(tx: Tx, id: string): Promise<Client> {
  const client = await lockClient(tx, id);
  if (!client) throw clientProblem('client-missing', { id });
  if (client.revokedAt !== null) throw clientProblem('client-revoked-already', { id });
  return client;
}

function methodOf({ kind, jwks }: Pick<Client, 'kind' | 'jwks'>): Client['authMethod'] {
  if (kind !== 'machine') return 'none';
  return jwks === null ? 'client_secret_basic' : 'private_key_jwt';
}

type News = By & { readonly client: Client; readonly kind: string; readonly payload: object };

async function tell(tx: Tx, deps: Deps, { actor, client, kind, payload }: News): Promise<void> {
  await record(tx, [fact(kind, `client:${client.id}`, actor, deps.clock(), payload)]);
}
