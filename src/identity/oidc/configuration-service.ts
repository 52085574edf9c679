/** The configuration of the authorisation server: which flows there are, how long each thing holds, what tokens say. */
import { hkdfSync } from 'node:crypto';
import type { Client, Configuration, KoaContextWithOIDC, ResourceServer, Session } from 'oidc-provider';
import { ALL_SCOPES } from '../../core/access/scopes.ts';
import { ALGORITHM } from '../../platform/auth/index.ts';
import type { OpenKey } from '../keys/service.ts';
import { signingAt, TOKEN_SECONDS } from '../keys/signing-key.ts';
import { LOCK_MS } from '../login/lock-out.ts';
import { tellEntry } from '../login/service.ts';
import {
  claimsOf,
  findAccount,
  grantFor,
  IDENTITY_CLAIMS,
  isPerson,
  scopesIn,
  scopesOfClient,
  WHOSE,
} from './account-service.ts';
import { type AdapterDeps, createAdapter } from './adapter-service.ts';
import type { Library } from './library-service.ts';
import { confirming, PAGES } from './pages-service.ts';

/** Under which name it issues tokens, for which service, and with which keys. */
export type Issuing = { readonly issuer: string; readonly audience: string; readonly keys: readonly OpenKey[] };

export type ConfigurationDeps = AdapterDeps & { readonly library: Library };

/** Says who is logged in in a browser. */
export const SESSION_COOKIE = 'leadloop_session';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** How long each holds, in seconds. */
const HOLDS = {
  /** A working day: then the password is asked for again. */
  session: 12 * HOUR,
  /** The refresh tokens of applications end with the session, too. */
  app: 12 * HOUR,
  /** Of a handheld that may be without a net for days, counted from when it was let in. */
  handheld: 30 * DAY,
  interaction: LOCK_MS / 1_000 + HOUR / 2,
  code: 60,
  deviceCode: 600,
} as const;

export function configure(deps: ConfigurationDeps, issuing: Issuing): Configuration {
  const { clock, sealingKey } = deps;
  const { issuer, audience, keys } = issuing;
  return {
    adapter: (model) => createAdapter(deps, model),
    jwks: { keys: signingFirst(keys, clock()) as NonNullable<Configuration['jwks']>['keys'] },
    clientDefaults: {
      grant_types: ['client_credentials'],
      response_types: [],
      id_token_signed_response_alg: ALGORITHM,
    },
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt', 'none'],
    enabledJWA: {
      clientAuthSigningAlgValues: ['ES256', 'PS256', 'EdDSA'],
      dPoPSigningAlgValues: ['ES256', 'EdDSA', 'Ed25519'],
    },
    responseTypes: ['code'],
    scopes: ['openid', ...ALL_SCOPES],
    claims: { openid: IDENTITY_CLAIMS },
    pkce: { required: () => true },
    features: featuresOf(deps, issuing),
    extraClientMetadata: { properties: ['kind', 'may_ask', ...WHOSE] },
    cookies: cookies(sealingKey, issuer),
    interactions: {
      url: (_, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}`,
      policy: policyOf(deps.library),
    },
    findAccount: findAccount(deps.db),
    loadExistingGrant: grantFor(audience),
    extraTokenClaims: claimsOf,
    ...refreshing(),
    ttl: {
      AccessToken: TOKEN_SECONDS,
      AuthorizationCode: HOLDS.code,
      ClientCredentials: TOKEN_SECONDS,
      DeviceCode: HOLDS.deviceCode,
      Grant: HOLDS.handheld + DAY,
      IdToken: TOKEN_SECONDS,
      Interaction: HOLDS.interaction,
      RefreshToken: (_, __, client) => (isHandheld(client) ? HOLDS.handheld : HOLDS.app),
      // From the login on, however much is done meanwhile.
      Session: (_, { loginTs }: Session) =>
        loginTs === undefined ? HOUR : Math.max(1, loginTs + HOLDS.session - Math.floor(clock().getTime() / 1_000)),
    },
    renderError: PAGES.renderError,
    discovery: { service_documentation: new URL('/docs', issuer).href },
  };
}

function featuresOf(deps: ConfigurationDeps, { audience, keys }: Issuing): NonNullable<Configuration['features']> {
  const off = { enabled: false };
  return {
    devInteractions: off,
    // Who logged in stands in the identity token; tokens for the API open nothing else.
    userinfo: off,
    pushedAuthorizationRequests: off,
    // A client that sends a proof is given a token bound to its key.
    dPoP: { enabled: true },
    clientCredentials: { enabled: true },
    deviceFlow: {
      ...PAGES.deviceFlow,
      enabled: true,
      charset: 'base-20',
      mask: '****-****',
      userCodeConfirmSource: confirming(findAccount(deps.db)),
      successSource: lettingIn(deps),
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

/** Who let which device in is written down before it is said to be done. */
const lettingIn = (deps: ConfigurationDeps) => async (ctx: KoaContextWithOIDC) => {
  const { account, client, entities } = ctx.oidc;
  if (!isPerson(account) || client === undefined) throw new Error('a device was let in by nobody');
  const software = String(entities.DeviceCode?.deviceInfo?.software ?? '');
  await tellEntry(deps, account.person, { clientId: client.clientId, software });
  PAGES.deviceFlow.successSource(ctx);
};

const isHandheld = (client: Client | undefined): boolean => client?.kind === 'handheld';

/**
 * An application gets another refresh token each time, and one that is used twice ends the login (RFC 9700, section
 * 2.2.2). That of a handheld is bound to its key instead, which is the other way allowed there: out in the yard answers
 * get lost, and a device that never saw its new token must not be locked out for it.
 */
function refreshing(): Pick<Configuration, 'issueRefreshToken' | 'rotateRefreshToken' | 'expiresWithSession'> {
  return {
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: ({ oidc: { client } }) => !isHandheld(client),
    // Who logs out of the browser is logged out of its applications; a handheld let in from it stays in.
    expiresWithSession: ({ oidc: { client } }) => !isHandheld(client),
  };
}

/** No page asks for consent (see `grantFor`), and who is gone or blocked meanwhile has to log in. */
function policyOf({ interactionPolicy: { base, Check } }: Library) {
  const policy = base();
  policy.remove('consent');
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

/** Signed with what every process derives from the key file, and sent nowhere but to the authorisation server. */
function cookies(sealingKey: Buffer, issuer: string): NonNullable<Configuration['cookies']> {
  const key = Buffer.from(hkdfSync('sha256', sealingKey, '', 'leadloop cookies', 32)).toString('base64url');
  const common = { httpOnly: true, sameSite: 'lax', signed: true } as const;
  return {
    keys: [key],
    names: { session: SESSION_COOKIE, interaction: 'leadloop_login', resume: 'leadloop_resume' },
    long: { ...common, path: new URL(issuer).pathname },
    short: common,
  };
}

/** The key that signs now stands first: identity tokens are signed with the first that fits. */
function signingFirst(keys: readonly OpenKey[], now: Date) {
  const signing = signingAt(keys, now);
  return [...keys.filter((key) => key === signing), ...keys.filter((key) => key !== signing)].map(
    ({ privateJwk }) => privateJwk,
  );
}

type Serving = ConfigurationDeps & { readonly audience: string; readonly keys: readonly OpenKey[] };

function resourceServer(
  ctx: KoaContextWithOIDC,
  resource: string,
  { audience, keys, clock, errors }: Serving,
): ResourceServer {
  if (resource !== audience) throw new errors.InvalidTarget();
  const { params, client, route } = ctx.oidc;
  // Who names no scope gets all that were given to him (RFC 6749, section 3.3). A token of a login has those of the login.
  const isAsked = route !== 'token' || params?.grant_type === 'client_credentials';
  if (params && isAsked) params.scope ??= scopesOfClient(client).join(' ');
  const kid = signingAt(keys, clock())?.kid;
  const isMachine = client?.kind === 'machine';
  return {
    audience,
    scope: (isMachine ? ALL_SCOPES : scopesIn(ctx)).join(' '),
    accessTokenTTL: TOKEN_SECONDS,
    accessTokenFormat: 'jwt',
    jwt: { sign: kid === undefined ? { alg: ALGORITHM } : { alg: ALGORITHM, kid } },
  };
}
