/** The local issuer: the authorisation server under `/oidc`, and the data for checking its tokens. */
import { errors, type JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { ALGORITHM, type RefuseToken, type TrustedIssuer } from '../platform/auth/index.ts';
import type { KeyDeps } from './keys/service.ts';
import { signingKeyAt } from './keys/signing-key.ts';
import type { InteractionDeps } from './login/interaction-service.ts';
import { type AuthorisationServer, createAuthorisationServer } from './oidc/provider-adapter.ts';
import { readTokenCache, type TokenCache } from './token-cache-service.ts';

/** Interval between readings of the token cache, in milliseconds. */
const READ_MS = 15_000;
/** Minimum interval between readings caused by tokens with an unknown key, in milliseconds. */
const READ_MIN_MS = 2_000;

export type LocalIssuerDeps = KeyDeps & { readonly log: Logger; readonly issuer: string; readonly audience: string };

/**
 * Checks and server of the local issuer. Every process reads revocations every 15 seconds. All processes refuse a
 * revoked token within 30 seconds, even if one reading is slow or fails.
 */
export type LocalIssuer = {
  readonly trusted: TrustedIssuer;
  readonly isRevoked: (clientId: string) => boolean;
  /** Returns true when the person of a token (`sub`) has been blocked. */
  readonly isBlocked: (subject: string) => boolean;
  /** Returns the check for other revocations; a new function after each reading. */
  readonly refusal: () => RefuseToken;
  readonly server: AuthorisationServer;
  /** Dependencies of the login pages. */
  readonly deps: InteractionDeps;
  /** Reads the token cache at once. */
  readonly renew: () => Promise<void>;
  readonly stop: () => void;
};

/** Opens the local issuer, and reads its token cache at an interval until it is stopped. */
export async function openLocalIssuer(deps: LocalIssuerDeps): Promise<LocalIssuer> {
  const { issuer, audience, log, clock } = deps;
  let cache = await readTokenCache(deps);
  let server = await createAuthorisationServer(deps, { issuer, audience, keys: cache.keys });
  let [lastBegun, lastKept] = [0, 0];
  const renew = async () => {
    lastBegun += 1;
    const turn = lastBegun;
    const next = await readTokenCache(deps);
    const isSame = keysIn(next) === keysIn(cache);
    const nextServer = isSame ? server : await createAuthorisationServer(deps, { issuer, audience, keys: next.keys });
    // A slow reading must not replace a later one, which may know more revocations.
    if (turn < lastKept) return;
    lastKept = turn;
    server = nextServer;
    cache = next;
  };
  const timer = setInterval(() => {
    renew().catch((error: unknown) => log.warn({ err: error }, 'keys and revocations could not be read'));
  }, READ_MS);
  timer.unref();
  const keys: JWTVerifyGetKey = async (header, token) => {
    try {
      return await cache.keySet(header, token);
    } catch (error) {
      const isRecent = clock().getTime() - cache.at.getTime() < READ_MIN_MS;
      if (!(error instanceof errors.JWKSNoMatchingKey) || isRecent) throw error;
      await renew();
      return cache.keySet(header, token);
    }
  };
  return {
    trusted: { issuer, audience, algorithms: [ALGORITHM], keys },
    isRevoked: (clientId) => cache.revokedClients.has(clientId),
    isBlocked: (subject) => cache.blockedPeople.has(subject),
    refusal: () => cache.isRevoked,
    server: {
      handle: (request, response) => server.handle(request, response),
      findLogin: (request, response) => server.findLogin(request, response),
      endLogin: (request, response, result) => server.endLogin(request, response, result),
    },
    deps,
    renew,
    stop: () => clearInterval(timer),
  };
}

/**
 * Names the keys and the signing key, to detect a change. The signing key may change while the set of keys stays the
 * same.
 */
const keysIn = ({ keys, at }: TokenCache): string =>
  `${keys.map(({ kid }) => kid).join()} ${signingKeyAt(keys, at)?.kid}`;
