/** The authorisation server: `oidc-provider` over our clients, keys and records. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Adapter, AdapterPayload, Configuration, KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import { ALL_SCOPES } from '../core/scopes.ts';
import { ALGORITHM } from '../platform/auth/index.ts';
import type { Db } from '../platform/db.ts';
import type { OpenKey } from './key-service.ts';
import { type Client, matchesSecret } from './registration.ts';
import { signingAt, TOKEN_SECONDS } from './signing-key.ts';
import { findClient, findRecord, insertRecord } from './store.ts';

/** What of a client its tokens say: in whose name it acts, and as what. */
const WHOSE = ['roles', 'party_id', 'division'];

type ProviderDeps = { readonly db: Db; readonly clock: () => Date; readonly errors: Library['errors'] };

/** Under which name it issues tokens, for which service, and with which keys. */
export type Issuing = { readonly issuer: string; readonly audience: string; readonly keys: readonly OpenKey[] };

export type HandleOauth = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What goes wrong at the token endpoint gets a code of its own where a client can do something about it. */
const CODES: Readonly<Record<string, string>> = {
  'client assertion tokens must only be used once': 'client-assertion-replayed',
  'client is revoked': 'client-revoked',
  'DPoP proof JWT Replay detected': 'token-proof-replayed',
};

type Library = typeof import('oidc-provider');

/**
 * The library tells everybody who runs it on a Node that is not (yet) an LTS; ours is pinned and tested, so that its
 * operators would read of a trouble they do not have.
 */
async function loadLibrary(): Promise<Library> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}

/** Handles the requests below the path of the issuer, whose URL is given without that path. */
export async function createProvider(given: Omit<ProviderDeps, 'errors'>, issuing: Issuing): Promise<HandleOauth> {
  const { Provider, errors } = await loadLibrary();
  const deps = { ...given, errors };
  const provider = new Provider(issuing.issuer, configure(deps, issuing));
  // The headers of proxies it reads are written by our own route.
  provider.proxy = true;
  // The library compares clear secrets; ours are kept as hashes.
  provider.Client.prototype.compareClientSecret = async function compare(this: object, given: string) {
    const { client_id } = (this as { metadata: () => { client_id: string } }).metadata();
    const client = await findClient(deps.db, client_id);
    return client !== undefined && matchesSecret(client.secrets, given, deps.clock());
  };
  provider.on('grant.error', (ctx, error) => {
    const code = CODES[error.error_detail ?? ''];
    if (code !== undefined && typeof ctx.body === 'object') ctx.body = { ...ctx.body, code };
  });
  const handle = provider.callback();
  return async (request, response) => void (await handle(request, response));
}

function configure(deps: ProviderDeps, { issuer, audience, keys }: Issuing): Configuration {
  const off = { enabled: false };
  return {
    adapter: (model) => (model === 'Client' ? clientAdapter(deps) : recordAdapter(deps, model)),
    jwks: { keys: keys.map(({ privateJwk }) => privateJwk) as NonNullable<Configuration['jwks']>['keys'] },
    clientDefaults: {
      grant_types: ['client_credentials'],
      response_types: [],
      id_token_signed_response_alg: ALGORITHM,
    },
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['ES256', 'PS256', 'EdDSA'] },
    responseTypes: [],
    scopes: [...ALL_SCOPES],
    features: {
      devInteractions: off,
      userinfo: off,
      rpInitiatedLogout: off,
      pushedAuthorizationRequests: off,
      // A client that sends a proof is given a token bound to its key.
      dPoP: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: (ctx, resource) => resourceServer(ctx, resource, { ...deps, audience, keys }),
      },
    },
    extraClientMetadata: { properties: WHOSE },
    extraTokenClaims: (ctx) => {
      const client = ctx.oidc.client;
      return Object.fromEntries(WHOSE.flatMap((name) => (client?.[name] === undefined ? [] : [[name, client[name]]])));
    },
    // Machines read it; the page of the library would fetch fonts from elsewhere.
    renderError: (ctx, out) => {
      ctx.body = out;
    },
    ttl: { ClientCredentials: TOKEN_SECONDS },
    discovery: { service_documentation: new URL('/docs', issuer).href },
  };
}

type Serving = ProviderDeps & { readonly audience: string; readonly keys: readonly OpenKey[] };

function resourceServer(
  ctx: KoaContextWithOIDC,
  resource: string,
  { audience, keys, clock, errors }: Serving,
): ResourceServer {
  if (resource !== audience) throw new errors.InvalidTarget();
  // Who names no scope gets all that were given to him (RFC 6749, section 3.3).
  const { params, client } = ctx.oidc;
  if (params && client?.scope) params.scope ??= client.scope;
  const kid = signingAt(keys, clock())?.kid;
  return {
    audience,
    scope: ALL_SCOPES.join(' '),
    accessTokenTTL: TOKEN_SECONDS,
    accessTokenFormat: 'jwt',
    jwt: { sign: kid === undefined ? { alg: ALGORITHM } : { alg: ALGORITHM, kid } },
  };
}

/** Only what machines need is kept here; any other use is a mistake of ours and told as such. */
function adapter(model: string, kept: Pick<Adapter, 'find' | 'upsert'>): Adapter {
  const never = async () => {
    throw new Error(`${model} is not kept here`);
  };
  return { findByUserCode: never, findByUid: never, consume: never, destroy: never, revokeByGrantId: never, ...kept };
}

function clientAdapter({ db, errors }: ProviderDeps): Adapter {
  return adapter('Client', {
    find: async (id) => {
      const client = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? await findClient(db, id) : undefined;
      if (client !== undefined && client.revokedAt !== null) throw new errors.InvalidClientAuth('client is revoked');
      return client && toMetadata(client);
    },
    upsert: async () => {
      throw new Error('clients are registered under /v1/clients');
    },
  });
}

function toMetadata({ id, name, partyId, division, roles, scopes, authMethod, secrets, jwks }: Client) {
  return {
    client_id: id,
    client_name: name,
    scope: scopes.join(' '),
    token_endpoint_auth_method: authMethod,
    redirect_uris: [],
    roles: [...roles],
    ...(partyId !== null && { party_id: partyId }),
    ...(division !== null && { division }),
    ...(jwks === null ? { client_secret: secrets.map(({ hash }) => hash).join() } : { jwks }),
  };
}

function recordAdapter({ db, clock, errors }: ProviderDeps, model: string): Adapter {
  return adapter(model, {
    find: async (id) => (await findRecord(db, model, id, clock())) as AdapterPayload | undefined,
    upsert: async (id, payload, expiresIn = TOKEN_SECONDS) => {
      const now = clock();
      const expiresAt = new Date(now.getTime() + expiresIn * 1000);
      const isNew = await insertRecord(db, model, id, { payload, expiresAt, now });
      // Two requests at once may both have found nothing; the second to write is the replay.
      if (!isNew) throw new errors.InvalidClientAuth('client assertion tokens must only be used once');
    },
  });
}
