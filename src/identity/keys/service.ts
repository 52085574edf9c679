/** Use cases: the keys that sign access tokens, made and rotated here. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { ALGORITHM } from '../../platform/auth/index.ts';
import type { Db, Tx } from '../../platform/database/db.ts';
import { insertSigningKey, listSigningKeys, lockSigningKeys } from '../store.ts';
import { ANNOUNCE_MS, holdingAt, isDue, type SigningKey, seal, unseal } from './signing-key.ts';

/** A signing key with its private part opened. */
export type OpenKey = {
  readonly kid: string;
  readonly signsFrom: Date;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
};

/** Where keys are kept, and what opens them. */
export type KeyDeps = { readonly db: Db; readonly clock: () => Date; readonly sealingKey: Buffer };

/**
 * Makes the next signing key. It signs once every process knows it; the one before verifies until its tokens expired.
 * The first one of all signs at once.
 */
export async function rotateKey(tx: Tx, { clock, sealingKey }: Omit<KeyDeps, 'db'>): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  await lockSigningKeys(tx);
  const isFirst = openAll(await listSigningKeys(tx), sealingKey).length === 0;
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const madeAt = clock();
  const key: SigningKey = {
    kid,
    publicJwk: { ...stringsOf(publicJwk), kid, alg: ALGORITHM, use: 'sig' },
    sealed: seal(JSON.stringify(await exportJWK(privateKey)), kid, sealingKey),
    madeAt,
    signsFrom: isFirst ? madeAt : new Date(madeAt.getTime() + ANNOUNCE_MS),
  };
  await insertSigningKey(tx, key);
  return key;
}

/** The keys that hold now, oldest first. Makes one when there is none or it is time for another. */
export async function readKeys(deps: KeyDeps): Promise<OpenKey[]> {
  const { db, clock, sealingKey } = deps;
  const kept = openAll(await listSigningKeys(db), sealingKey);
  if (!isDue(kept, clock())) return holdingAt(kept, clock());
  await db.transaction(async (tx) => {
    await lockSigningKeys(tx);
    // Another process may have made it while this one waited.
    if (isDue(openAll(await listSigningKeys(tx), sealingKey), clock())) await rotateKey(tx, deps);
  });
  return holdingAt(openAll(await listSigningKeys(db), sealingKey), clock());
}

/** Keys sealed under another key file cannot sign any more and are passed over. */
function openAll(keys: readonly SigningKey[], sealingKey: Buffer): OpenKey[] {
  return keys.flatMap(({ kid, sealed, publicJwk, signsFrom }) => {
    const plain = unseal(sealed, kid, sealingKey);
    if (plain === undefined) return [];
    const privateJwk: JWK = { ...JSON.parse(plain), kid, alg: ALGORITHM, use: 'sig' };
    return [{ kid, signsFrom, privateJwk, publicJwk: { ...publicJwk } }];
  });
}

function stringsOf({ kty = '', crv = '', x = '', y = '' }: JWK): Record<string, string> {
  return { kty, crv, x, y };
}
