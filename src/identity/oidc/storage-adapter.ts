/** Storage of the authorisation server in PostgreSQL, so that all processes share its sessions, codes and tokens. */
import type { Adapter, AdapterPayload, Provider } from 'oidc-provider';
import { addressOf } from '../../platform/http/index.ts';
import type { Client } from '../clients/client.ts';
import { findClient } from '../clients/store.ts';
import { countAttemptFrom } from '../login/service.ts';
import { type EndCause, endGrant } from '../revocation/grant-service.ts';
import { hashOfName, keepState, readState, type StateDeps } from '../state/service.ts';
import { consumeState, deleteState, pollState, type StateName } from '../state/store.ts';
import type { Library } from './library-adapter.ts';

export type StorageDeps = StateDeps & {
  readonly errors: Library['errors'];
  /** Returns the current request. */
  readonly context: () => (typeof Provider)['ctx'];
};

/** Minimum interval between two requests of a device for its token (RFC 8628 §3.5), in seconds. */
export const POLL_SECONDS = 5;
/** Tolerance in milliseconds for a device that waits exactly that interval but arrives slightly early. */
const POLL_TOLERANCE_MS = 1_000;

/** Default lifetime of a state, in seconds. */
const DEFAULT_SECONDS = 3_600;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Creates the storage for one model of the library, such as `Session` or `Client`. */
export function createStorage(deps: StorageDeps, model: string): Adapter {
  return model === 'Client' ? clientStorage(deps) : stateStorage(deps, model);
}

function stateStorage(deps: StorageDeps, model: string): Adapter {
  const { db } = deps;
  const find = async (name: StateName): Promise<AdapterPayload | undefined> => {
    const kept = await readState<AdapterPayload>(deps, model, name);
    if (kept === undefined) return undefined;
    const { consumedAt, ...payload } = kept;
    return consumedAt === null ? payload : { ...payload, consumed: Math.floor(consumedAt.getTime() / 1_000) };
  };
  return {
    upsert: (name, payload, seconds = DEFAULT_SECONDS) => keepState(deps, { model, name, seconds }, payload),
    find: async (name) => {
      const id = hashOfName(model, name);
      const payload = await find({ id });
      if (model === 'DeviceCode' && payload !== undefined) await refuseEarlyPoll(deps, id, payload);
      return payload;
    },
    findByUserCode: async (userCode) => {
      // The code is short, because people type it. Guessing it leads to a lock-out, as with passwords.
      const attempt = await countAttemptFrom(deps, addressOf({ ip: deps.context()?.ip ?? '' }));
      const found = await find({ userCode });
      if (found !== undefined) await attempt.takeBack();
      return found;
    },
    findByUid: (uid) => find({ uid }),
    consume: (name) => consume(deps, model, name),
    destroy: (name) => deleteState(db, model, hashOfName(model, name)),
    // The library calls this for every model. One call ends the whole grant; AccessToken is always among them.
    revokeByGrantId: async (grantId) => {
      if (model === 'AccessToken') await endGrant(deps, grantId, causeOf(deps));
    },
  };
}

/** Returns the reason why a grant ends, from the called endpoint, and the client that called it. */
function causeOf({ context }: StorageDeps): { readonly cause: EndCause; readonly clientId: string | undefined } {
  const { route, client } = context()?.oidc ?? {};
  const cause = route === 'revocation' ? 'given-back' : route === 'token' ? 'used-twice' : 'logged-out';
  return { cause, clientId: client?.clientId };
}

const CONSUMED: Readonly<Record<string, string>> = {
  AuthorizationCode: 'authorization code already consumed',
  RefreshToken: 'refresh token already used',
  DeviceCode: 'device code already consumed',
};

/**
 * Marks a code as used. The library checks this before it marks, so two concurrent requests may both pass its check.
 * The second one to arrive here is a replay, and ends the login.
 */
async function consume(deps: StorageDeps, model: string, name: string): Promise<void> {
  const { db, clock, errors } = deps;
  const id = hashOfName(model, name);
  if (await consumeState(db, model, id, clock())) return;
  const kept = await readState(deps, model, { id });
  if (kept?.grantId !== undefined) await endGrant(deps, kept.grantId, causeOf(deps));
  throw new errors.InvalidGrant(CONSUMED[model] ?? `${model} already consumed`);
}

/** Enforces the polling interval while a device waits for its person. */
async function refuseEarlyPoll(deps: StorageDeps, id: string, { accountId, error }: AdapterPayload): Promise<void> {
  if (deps.context()?.oidc.route !== 'token' || accountId !== undefined || error !== undefined) return;
  const pause = { now: deps.clock(), minMs: POLL_SECONDS * 1_000 - POLL_TOLERANCE_MS };
  if (await pollState(deps.db, { model: 'DeviceCode', id }, pause)) return;
  throw new deps.errors.CustomOIDCProviderError('slow_down', 'the device asks too often');
}

function clientStorage({ db, errors }: StorageDeps): Adapter {
  const never = async () => {
    throw new Error('clients are registered under /v1/clients');
  };
  return {
    find: async (id) => {
      const client = UUID.test(id) ? await findClient(db, id) : undefined;
      if (client !== undefined && client.revokedAt !== null) throw new errors.InvalidClientAuth('client is revoked');
      return client && toMetadata(client);
    },
    ...{ upsert: never, findByUserCode: never, findByUid: never, consume: never, destroy: never },
    revokeByGrantId: never,
  };
}

const REFRESH = 'refresh_token';
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';

/** Grants of each kind of client (RFC 6749 §1.3). */
const GRANTS = {
  machine: { grant_types: ['client_credentials'], response_types: [] },
  // The answer goes through the browser only, in the query of the registered address.
  app: { grant_types: ['authorization_code', REFRESH], response_types: ['code'], response_modes: ['query'] },
  handheld: { grant_types: [DEVICE, REFRESH], response_types: [] },
} as const;

function toMetadata(client: Client): AdapterPayload {
  const { id, name, kind, scopes, authMethod, secrets, jwks, redirectUris, dpopRequired } = client;
  const { grant_types, response_types, ...modes } = GRANTS[kind];
  return {
    ...{ client_id: id, client_name: name, kind, token_endpoint_auth_method: authMethod },
    ...{ grant_types: [...grant_types], response_types: [...response_types], ...structuredClone(modes) },
    ...{ redirect_uris: [...redirectUris], post_logout_redirect_uris: [...redirectUris] },
    dpop_bound_access_tokens: dpopRequired,
    // Excess scopes are an error for a machine; for people they are left out (RFC 6749 §3.3).
    ...(kind === 'machine' ? { scope: scopes.join(' ') } : { may_ask: [...scopes] }),
    ...(kind === 'machine' && bearerOf(client)),
    ...(authMethod === 'client_secret_basic' && { client_secret: secrets.map(({ hash }) => hash).join() }),
    ...(jwks !== null && { jwks: { keys: jwks.keys.map((key) => ({ ...key })) } }),
  } as AdapterPayload;
}

function bearerOf({ roles, partyId, division, version }: Client): object {
  return {
    roles_version: version,
    roles: [...roles],
    ...(partyId !== null && { party_id: partyId }),
    ...(division !== null && { division }),
  };
}
