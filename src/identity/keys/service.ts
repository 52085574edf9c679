/** Use cases: making, rotating and reading the keys that sign access tokens. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { ALGORITHM } from '../../platform/auth/index.ts';
import type { Db, Tx } from '../../platform/database/db.ts';
import { decrypt, encrypt } from './encryption.ts';
import { ANNOUNCE_MS, isRotationDue, type SigningKey, verifyingKeysAt } from './signing-key.ts';
import { insertSigningKey, listSigningKeys, lockSigningKeys } from './store.ts';

/** A signing key with its private part decrypted. */
export type OpenKey = {
  readonly kid: string;
  readonly signsFrom: Date;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
};

/** `encryptionKey`: 32 bytes, derived from the key file `issuer.json`. */
export type KeyDeps = { readonly db: Db; readonly clock: () => Date; readonly encryptionKey: Buffer };

/**
 * Makes the next signing key. It signs once every process knows it; the previous key verifies until its tokens have
 * expired. The very first key signs at once.
 */
export async function rotateKey(tx: Tx, { clock, encryptionKey }: Omit<KeyDeps, 'db'>): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  await lockSigningKeys(tx);
  const isFirst = openAll(await listSigningKeys(tx), encryptionKey).length === 0;
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const madeAt = clock();
  const key: SigningKey = {
    kid,
    publicJwk: { ...stringsOf(publicJwk), kid, alg: ALGORITHM, use: 'sig' },
    encrypted: encrypt(JSON.stringify(await exportJWK(privateKey)), kid, encryptionKey),
    madeAt,
    signsFrom: isFirst ? madeAt : new Date(madeAt.getTime() + ANNOUNCE_MS),
  };
  await insertSigningKey(tx, key);
  return key;
}

/** Reads the keys that verify now, oldest first. Makes a key if no key exists or rotation is due. */
export async function readKeys(deps: KeyDeps): Promise<OpenKey[]> {
  const { db, clock, encryptionKey } = deps;
  const kept = openAll(await listSigningKeys(db), encryptionKey);
  if (!isRotationDue(kept, clock())) return verifyingKeysAt(kept, clock());
  await db.transaction(async (tx) => {
    await lockSigningKeys(tx);
    // Another process may have made it while this one waited for the lock.
    if (isRotationDue(openAll(await listSigningKeys(tx), encryptionKey), clock())) await rotateKey(tx, deps);
  });
  return verifyingKeysAt(openAll(await listSigningKeys(db), encryptionKey), clock());
}

/** Decrypts keys. Leaves out those encrypted under another key file, which can no longer sign. */
function openAll(keys: readonly SigningKey[], encryptionKey: Buffer): OpenKey[] {
  return keys.flatMap(({ kid, encrypted, publicJwk, signsFrom }) => {
    const plain = decrypt(encrypted, kid, encryptionKey);
    if (plain === undefined) return [];
    const privateJwk: JWK = { ...JSON.parse(plain), kid, alg: ALGORITHM, use: 'sig' };
    return [{ kid, signsFrom, privateJwk, publicJwk: { ...publicJwk } }];
  });
}

function stringsOf({ kty = '', crv = '', x = '', y = '' }: JWK): Record<string, string> {
  return { kty, crv, x, y };
}
