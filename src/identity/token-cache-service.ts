/** Token cache: the keys, revocations and blocked people for checking tokens without a query. */
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import type { RefuseToken } from '../platform/auth/index.ts';
import { listClientsRevokedSince } from './clients/store.ts';
import { type KeyDeps, type OpenKey, readKeys } from './keys/service.ts';
import { purgeFailedAttempts } from './login/store.ts';
import { listBlockedSince } from './people/store.ts';
import { REVOCATION_KEPT_MS, revokedBy } from './revocation/revocation.ts';
import { listRevocationsSince, purgeRevocations } from './revocation/store.ts';
import { purgeStates } from './state/store.ts';
import { purgeUsedNames } from './state/used-name-store.ts';

export type TokenCache = {
  /** Instant of the reading. */
  readonly at: Date;
  readonly keys: readonly OpenKey[];
  readonly keySet: JWTVerifyGetKey;
  readonly revokedClients: ReadonlySet<string>;
  readonly blockedPeople: ReadonlySet<string>;
  readonly isRevoked: RefuseToken;
};

/** Reads all data again, and deletes expired rows. */
export async function readTokenCache(deps: KeyDeps): Promise<TokenCache> {
  const { db, clock } = deps;
  const at = clock();
  const since = new Date(at.getTime() - REVOCATION_KEPT_MS);
  const [keys, revokedClients, blockedPeople, revocations] = await Promise.all([
    readKeys(deps),
    listClientsRevokedSince(db, since),
    listBlockedSince(db, since),
    listRevocationsSince(db, since),
    purgeUsedNames(db, at),
    purgeStates(db, at),
    purgeFailedAttempts(db, at),
    purgeRevocations(db, since),
  ]);
  return {
    ...{ at, keys, keySet: createLocalJWKSet({ keys: keys.map(({ publicJwk }) => publicJwk) }) },
    ...{ revokedClients: new Set(revokedClients), blockedPeople: new Set(blockedPeople) },
    isRevoked: revokedBy(revocations),
  };
}
