/**
 * Configuration of the authorisation server: its flows, the lifetime of everything it issues, and the content of
 * tokens.
 */
import { hkdfSync } from 'node:crypto';
import type { Client, Configuration, KoaContextWithOIDC, ResourceServer, Session } from 'oidc-provider';
import { ALL_SCOPES } from '../../core/access/scopes.ts';
import { ALGORITHM } from '../../platform/auth/index.ts';
import { ASSERTION_ALGORITHMS } from '../clients/client.ts';
import type { OpenKey } from '../keys/service.ts';
import { signingKeyAt, TOKEN_SECONDS } from '../keys/signing-key.ts';
import { LOCK_OUT_MS } from '../login/lock-out.ts';
import { recordLogin } from '../login/service.ts';
import {
  BEARER_CLAIMS,
  claimsOf,
  findAccount,
  IDENTITY_CLAIMS,
  isPerson,
  methodsOf,
  scopesOfClient,
  scopesOfToken,
} from './account-adapter.ts';
import { consentPrompt, grantFor } from './consent-adapter.ts';
import type { Library } from './library-adapter.ts';
import { confirmPageFor, PAGES } from './pages-adapter.ts';
import { createStorage, type StorageDeps } from './storage-adapter.ts';

/** Name of the issuer (iss), audience (aud) and keys of the tokens. */
export type Issuing = { readonly issuer: string; readonly audience: string; readonly keys: readonly OpenKey[] };

export type ConfigurationDeps = StorageDeps & { readonly library: Library };

/** Name of the cookie that identifies the session of a browser. */
export const SESSION_COOKIE = 'leadloop_session';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Lifetimes, in seconds. */
const LIVES = {
  /** A working day, after which the person logs in again. */
  session: 12 * HOUR,
  /** Refresh token of an app: as long as the session. */
  app: 12 * HOUR,
  /** Refresh token of a handheld, which may be offline for days. Counted from its authorisation. */
  handheld: 30 * DAY,
  /** An open login page outlives a lock-out. */
  interaction: LOCK_OUT_MS / 1_000 + HOUR / 2,
  code: 60,
  deviceCode: 600,
} as const;

export function configure(deps: ConfigurationDeps, issuing: Issuing): Configuration {
  const { clock, encryptionKey } = deps;
  const { issuer, audience, keys } = issuing;
  return {
    adapter: (model) => createStorage(deps, model),
    jwks: { keys: signingFirst(keys, clock()) as NonNullable<Configuration['jwks']>['keys'] },
    clientDefaults: {
      grant_types: ['client_credentials'],
      response_types: [],
      id_token_signed_response_alg: ALGORITHM,
    },
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt', 'none'],
    enabledJWA: {
      clientAuthSigningAlgValues: [...ASSERTION_ALGORITHMS],
      dPoPSigningAlgValues: ['ES256', 'EdDSA', 'Ed25519'],
    },
    responseTypes: ['code'],
    scopes: ['openid', ...ALL_SCOPES],
    claims: { openid: IDENTITY_CLAIMS },
    pkce: { required: () => true },
    features: featuresOf(deps, issuing),
    extraClientMetadata: { properties: ['kind', 'may_ask', 'roles_version', ...BEARER_CLAIMS] },
    cookies: cookiesOf(encryptionKey, issuer),
    interactions: {
      url: (_, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}`,
      policy: policyOf(deps),
    },
    findAccount: findAccount(deps.db),
    loadExistingGrant: grantFor(deps, audience),
    extraTokenClaims: claimsOf,
    ...refreshPolicy(),
    ttl: {
      AccessToken: TOKEN_SECONDS,
      AuthorizationCode: LIVES.code,
      ClientCredentials: TOKEN_SECONDS,
      DeviceCode: LIVES.deviceCode,
      Grant: LIVES.handheld + DAY,
      IdToken: TOKEN_SECONDS,
      Interaction: LIVES.interaction,
      RefreshToken: (_, __, client) => (isHandheld(client) ? LIVES.handheld : LIVES.app),
      // Counted from the login; activity does not extend it.
      Session: (_, { loginTs }: Session) =>
        loginTs === undefined ? HOUR : Math.max(1, loginTs + LIVES.session - Math.floor(clock().getTime() / 1_000)),
    },
    renderError: PAGES.renderError,
    discovery: { service_documentation: new URL('/docs', issuer).href },
  };
}

function featuresOf(deps: ConfigurationDeps, { audience, keys }: Issuing): NonNullable<Configuration['features']> {
  const off = { enabled: false };
  return {
    devInteractions: off,
    // The identity token names the person; access tokens are for the API only.
    userinfo: off,
    pushedAuthorizationRequests: off,
    // A client that sends a proof gets a token bound to its key.
    dPoP: { enabled: true },
    clientCredentials: { enabled: true },
    deviceFlow: {
      ...PAGES.deviceFlow,
      enabled: true,
      charset: 'base-20',
      mask: '****-****',
      userCodeConfirmSource: confirmPageFor(deps.db),
      successSource: recordDevice(deps),
    },
    revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: { enabled: true, ...PAGES.rpInitiatedLogout },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: (ctx, resource) => resourceServer(ctx, resource, { ...deps, audience, keys }),
    },
  };
}

/** Records which person authorised which device, before the page shows the success. */
const recordDevice = (deps: ConfigurationDeps) => async (ctx: KoaContextWithOIDC) => {
  const { account, client, entities } = ctx.oidc;
  if (!isPerson(account) || client === undefined) throw new Error('a device was let in without a person or a client');
  const software = String(entities.DeviceCode?.deviceInfo?.software ?? '');
  const methods = methodsOf(ctx.oidc);
  await recordLogin(deps, { person: account.person, methods }, { clientId: client.clientId, software });
  PAGES.deviceFlow.successSource(ctx);
};

const isHandheld = (client: Client | undefined): boolean => client?.kind === 'handheld';

/**
 * Rotates the refresh token of an application each time; one that is used twice ends the login (RFC 9700 §2.2.2). The
 * refresh token of a handheld is bound to its key instead, as that section also allows. In a yard without a network
 * answers get lost, and a device that never received its new token must not be locked out.
 */
function refreshPolicy(): Pick<Configuration, 'issueRefreshToken' | 'rotateRefreshToken' | 'expiresWithSession'> {
  return {
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: ({ oidc: { client } }) => !isHandheld(client),
    // A logout in the browser ends its applications. Handhelds authorised from it stay logged in.
    expiresWithSession: ({ oidc: { client } }) => !isHandheld(client),
  };
}

/** Asks for consent by our own rule. A session whose person is unknown or blocked must log in again. */
function policyOf(deps: ConfigurationDeps) {
  const { base, Check } = deps.library.interactionPolicy;
  const policy = base();
  policy.remove('consent');
  policy.add(consentPrompt(deps.library, deps));
  policy
    .get('login')
    ?.checks.add(
      new Check('account_gone', 'End-User authentication is required', 'login_required', ({ oidc }) =>
        oidc.session?.accountId !== undefined && oidc.account === undefined
          ? Check.REQUEST_PROMPT
          : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
}

/** Signs cookies with a key that every process derives from the key file, and limits them to the authorisation server. */
function cookiesOf(encryptionKey: Buffer, issuer: string): NonNullable<Configuration['cookies']> {
  const key = Buffer.from(hkdfSync('sha256', encryptionKey, '', 'leadloop cookies', 32)).toString('base64url');
  const common = { httpOnly: true, sameSite: 'lax', signed: true } as const;
  return {
    keys: [key],
    names: { session: SESSION_COOKIE, interaction: 'leadloop_login', resume: 'leadloop_resume' },
    long: { ...common, path: new URL(issuer).pathname },
    short: common,
  };
}

/** Moves the signing key to the front: the library signs identity tokens with the first suitable key. */
function signingFirst(keys: readonly OpenKey[], now: Date) {
  const signing = signingKeyAt(keys, now);
  return [...keys.filter((key) => key === signing), ...keys.filter((key) => key !== signing)].map(
    ({ privateJwk }) => privateJwk,
  );
}

type ResourceDeps = ConfigurationDeps & { readonly audience: string; readonly keys: readonly OpenKey[] };

function resourceServer(
  ctx: KoaContextWithOIDC,
  resource: string,
  { audience, keys, clock, errors }: ResourceDeps,
): ResourceServer {
  if (resource !== audience) throw new errors.InvalidTarget();
  const { params, client, route } = ctx.oidc;
  // Without a scope parameter the client gets all its scopes (RFC 6749 §3.3). Later tokens of a login keep its scopes.
  const isFirst = route !== 'token' || params?.grant_type === 'client_credentials';
  if (params && isFirst) params.scope ??= scopesOfClient(client).join(' ');
  const kid = signingKeyAt(keys, clock())?.kid;
  const isMachine = client?.kind === 'machine';
  return {
    audience,
    scope: (isMachine ? ALL_SCOPES : scopesOfToken(ctx)).join(' '),
    accessTokenTTL: TOKEN_SECONDS,
    accessTokenFormat: 'jwt',
    jwt: { sign: kid === undefined ? { alg: ALGORITHM } : { alg: ALGORITHM, kid } },
  };
}
