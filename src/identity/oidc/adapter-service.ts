/** Where the authorisation server keeps what it has to remember: in PostgreSQL, so that every process knows it. */
import type { Adapter, AdapterPayload, Provider } from 'oidc-provider';
import { addressOf } from '../../platform/http/index.ts';
import type { Client } from '../clients/client.ts';
import { attemptFrom } from '../login/service.ts';
import { type EndCause, endGrant } from '../revocation/grant-service.ts';
import { findClient } from '../store.ts';
import type { Library } from './library-service.ts';
import { hashOfName, keepState, readState, type StateDeps } from './oidc-state-service.ts';
import { consumeState, deleteState, pollState, type StateName } from './oidc-state-store.ts';

export type AdapterDeps = StateDeps & {
  readonly errors: Library['errors'];
  /** The request that is being answered. */
  readonly context: () => (typeof Provider)['ctx'];
};

/** Least pause between two questions of a device (RFC 8628, section 3.5), in seconds. */
export const POLL_SECONDS = 5;
/** A device that waits as long as it was told arrives a little early now and then, in milliseconds. */
const POLL_TOLERANCE_MS = 1_000;

/** Of what names no end itself, in seconds. */
const DEFAULT_SECONDS = 3_600;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Keeps records of one kind. */
export function createAdapter(deps: AdapterDeps, model: string): Adapter {
  return model === 'Client' ? clientAdapter(deps) : stateAdapter(deps, model);
}

function stateAdapter(deps: AdapterDeps, model: string): Adapter {
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
      if (model === 'DeviceCode' && payload !== undefined) await refuseHaste(deps, id, payload);
      return payload;
    },
    findByUserCode: async (userCode) => {
      // Codes are short, so that people can type them: who tries many is stopped like who tries many passwords.
      const attempt = await attemptFrom(deps, addressOf({ ip: deps.context()?.ip ?? '' }));
      const found = await find({ userCode });
      if (found !== undefined) await attempt.forgive();
      return found;
    },
    findByUid: (uid) => find({ uid }),
    consume: (name) => consume(deps, model, name),
    destroy: (name) => deleteState(db, model, hashOfName(model, name)),
    // Asked of every kind at once: it is done at the one that is always asked, for all of them.
    revokeByGrantId: async (grantId) => {
      if (model === 'AccessToken') await endGrant(deps, grantId, causeOf(deps));
    },
  };
}

/** Why a grant is ended shows in what was asked for. */
function causeOf({ context }: AdapterDeps): { readonly cause: EndCause; readonly clientId: string | undefined } {
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
 * The library looks whether a code was used before it marks it, and two requests at once may both have looked. The one
 * that comes second here is the replay, and everything given for that login is taken back.
 */
async function consume(deps: AdapterDeps, model: string, name: string): Promise<void> {
  const { db, clock, errors } = deps;
  const id = hashOfName(model, name);
  if (await consumeState(db, model, id, clock())) return;
  const kept = await readState(deps, model, { id });
  if (kept?.grantId !== undefined) await endGrant(deps, kept.grantId, causeOf(deps));
  throw new errors.InvalidGrant(CONSUMED[model] ?? `${model} already consumed`);
}

/** A device that nobody has let in yet asks no more often than it was told. */
async function refuseHaste(deps: AdapterDeps, id: string, { accountId, error }: AdapterPayload): Promise<void> {
  if (deps.context()?.oidc.route !== 'token' || accountId !== undefined || error !== undefined) return;
  const pause = { now: deps.clock(), leastMs: POLL_SECONDS * 1_000 - POLL_TOLERANCE_MS };
  if (await pollState(deps.db, { model: 'DeviceCode', id }, pause)) return;
  throw new deps.errors.CustomOIDCProviderError('slow_down', 'the device asks too often');
}

function clientAdapter({ db, errors }: AdapterDeps): Adapter {
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

/** What each kind of client may ask for, and how. People log in with a browser, or let a handheld in with one. */
const GRANTS = {
  machine: { grant_types: ['client_credentials'], response_types: [] },
  // The answer is for the browser alone: as a query of the registered address, and in no other way.
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
    // A machine is refused what it may not have; in what people ask for, it is left out (RFC 6749, section 3.3).
    ...(kind === 'machine' ? { scope: scopes.join(' ') } : { may_ask: [...scopes] }),
    ...(kind === 'machine' && whoseOf(client)),
    ...(authMethod === 'client_secret_basic' && { client_secret: secrets.map(({ hash }) => hash).join() }),
    ...(jwks !== null && { jwks: { keys: jwks.keys.map((key) => ({ ...key })) } }),
  } as AdapterPayload;
}

function whoseOf({ roles, partyId, division }: Client): object {
  return {
    roles: [...roles],
    ...(partyId !== null && { party_id: partyId }),
    ...(division !== null && { division }),
  };
}
