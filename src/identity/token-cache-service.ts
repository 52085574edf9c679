/** What a process keeps at hand of clients, people and keys, renewed every few seconds: tokens are checked locally. */
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { ALGORITHM, type RefuseToken, type TrustedIssuer } from '../platform/auth/index.ts';
import { type KeyDeps, readKeys } from './keys/service.ts';
import { signingAt } from './keys/signing-key.ts';
import type { InteractionDeps } from './login/interaction-service.ts';
import { purgeStates } from './oidc/oidc-state-store.ts';
import { createProvider, type OauthServer } from './oidc/provider-service.ts';
import { listBlockedSince, purgeAttempts } from './people/store.ts';
import { CUTOFF_MS, refusing } from './revocation/revocation.ts';
import { listRevocationsSince, purgeRevocations } from './revocation/store.ts';
import { insertRecord, listRevokedSince, purgeRecords } from './store.ts';

/** Pause between two looks, in milliseconds: a revocation is known everywhere after twice as long. */
const RENEW_MS = 15_000;
/** Least pause between two looks that unknown keys cause, in milliseconds. */
const RENEW_LEAST_MS = 2_000;

export type IdentityDeps = KeyDeps & { readonly log: Logger; readonly issuer: string; readonly audience: string };

export type Identity = {
  readonly trusted: TrustedIssuer;
  readonly isRevoked: (clientId: string) => boolean;
  /** Whether the person that a token was given to has been blocked. */
  readonly isBlocked: (subject: string) => boolean;
  /** Which other tokens are taken back: another function after each look. */
  readonly refusal: () => RefuseToken;
  readonly server: OauthServer;
  /** What the pages of a login need. */
  readonly deps: InteractionDeps;
  readonly renew: () => Promise<void>;
  readonly stop: () => void;
};

/** Reads keys, revoked clients, blocked people and tokens taken back, and goes on reading them until it is stopped. */
export async function openIdentity(deps: IdentityDeps): Promise<Identity> {
  const { issuer, audience, log, clock } = deps;
  let held = await look(deps);
  const renew = async () => {
    held = await look(deps, held);
  };
  const timer = setInterval(() => {
    renew().catch((error: unknown) => log.warn({ err: error }, 'clients, people and keys could not be read again'));
  }, RENEW_MS);
  timer.unref();
  const keys: JWTVerifyGetKey = async (header, token) => {
    try {
      return await held.keySet(header, token);
    } catch (error) {
      const isKnownLately = clock().getTime() - held.at.getTime() < RENEW_LEAST_MS;
      if (!(error instanceof errors.JWKSNoMatchingKey) || isKnownLately) throw error;
      await renew();
      return held.keySet(header, token);
    }
  };
  return {
    trusted: { issuer, audience, algorithms: [ALGORITHM], keys },
    isRevoked: (clientId) => held.revoked.has(clientId),
    isBlocked: (subject) => held.blocked.has(subject),
    refusal: () => held.refuses,
    server: {
      handle: (request, response) => held.server.handle(request, response),
      findLogin: (request, response) => held.server.findLogin(request, response),
      endLogin: (request, response, result) => held.server.endLogin(request, response, result),
    },
    deps,
    renew,
    stop: () => clearInterval(timer),
  };
}

/** Remembers, for all processes, that a name was used; answers false when it was used before. */
export const rememberOnce =
  ({ db, clock }: Pick<IdentityDeps, 'db' | 'clock'>) =>
  (name: string, expiresAt: Date): Promise<boolean> =>
    insertRecord(db, 'Proof', name, { payload: {}, expiresAt, now: clock() });

type Held = {
  readonly at: Date;
  readonly kids: string;
  readonly keySet: JWTVerifyGetKey;
  readonly revoked: ReadonlySet<string>;
  readonly blocked: ReadonlySet<string>;
  readonly refuses: RefuseToken;
  readonly server: OauthServer;
};

async function look(deps: IdentityDeps, before?: Held): Promise<Held> {
  const { db, clock } = deps;
  const at = clock();
  const since = new Date(at.getTime() - CUTOFF_MS);
  const [keys, revoked, blocked, revocations] = await Promise.all([
    readKeys(deps),
    listRevokedSince(db, since),
    listBlockedSince(db, since),
    listRevocationsSince(db, since),
    purgeRecords(db, at),
    purgeStates(db, at),
    purgeAttempts(db, at),
    purgeRevocations(db, since),
  ]);
  // Another one signs than before when its time has come, though all of them were known.
  const kids = `${keys.map(({ kid }) => kid).join()} ${signingAt(keys, at)?.kid}`;
  const known = { at, revoked: new Set(revoked), blocked: new Set(blocked), refuses: refusing(revocations) };
  if (before?.kids === kids) return { ...before, ...known };
  const keySet = createLocalJWKSet({ keys: keys.map(({ publicJwk }) => publicJwk) });
  return { ...known, kids, keySet, server: await createProvider(deps, { ...deps, keys }) };
}
