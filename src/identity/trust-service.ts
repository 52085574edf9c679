/** What a process keeps at hand of clients and keys, renewed every few seconds, so that a token is checked locally. */
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { ALGORITHM, type TrustedIssuer } from '../platform/auth/index.ts';
import { type KeyDeps, readKeys } from './key-service.ts';
import { createProvider, type HandleOauth } from './provider-service.ts';
import { TOKEN_SECONDS } from './signing-key.ts';
import { insertRecord, listRevokedSince, purgeRecords } from './store.ts';

/** Pause between two looks, in milliseconds: a revocation is known everywhere after twice as long. */
const RENEW_MS = 15_000;
/** Least pause between two looks that unknown keys cause, in milliseconds. */
const RENEW_LEAST_MS = 2_000;
/** Tokens of a client revoked so long ago have expired, with room for clocks that differ, in milliseconds. */
const REVOKED_MS = 2 * TOKEN_SECONDS * 1000;

export type IdentityDeps = KeyDeps & { readonly log: Logger; readonly issuer: string; readonly audience: string };

export type Identity = {
  readonly trusted: TrustedIssuer;
  readonly isRevoked: (clientId: string) => boolean;
  readonly handle: HandleOauth;
  readonly renew: () => Promise<void>;
  readonly stop: () => void;
};

/** Reads keys and revoked clients, and goes on reading them until it is stopped. */
export async function openIdentity(deps: IdentityDeps): Promise<Identity> {
  const { issuer, audience, log, clock } = deps;
  let held = await look(deps);
  const renew = async () => {
    held = await look(deps, held);
  };
  const timer = setInterval(() => {
    renew().catch((error: unknown) => log.warn({ err: error }, 'clients and keys could not be read again'));
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
    handle: (request, response) => held.handle(request, response),
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
  readonly handle: HandleOauth;
};

async function look(deps: IdentityDeps, before?: Held): Promise<Held> {
  const at = deps.clock();
  const [keys, revoked] = await Promise.all([
    readKeys(deps),
    listRevokedSince(deps.db, new Date(at.getTime() - REVOKED_MS)),
    purgeRecords(deps.db, at),
  ]);
  const kids = keys.map(({ kid, signsFrom }) => `${kid} ${signsFrom.getTime()}`).join();
  const known = { at, revoked: new Set(revoked) };
  if (before?.kids === kids) return { ...before, ...known };
  const keySet = createLocalJWKSet({ keys: keys.map(({ publicJwk }) => publicJwk) });
  return { ...known, kids, keySet, handle: await createProvider(deps, { ...deps, keys }) };
}
