/** Use cases: storing sessions, codes, grants and refresh tokens encrypted, and reading them again. */
import { createHash } from 'node:crypto';
import type { Db } from '../../platform/database/db.ts';
import { decrypt, encrypt } from '../keys/encryption.ts';
import { findState, type StateName, upsertState } from './store.ts';

/** `encryptionKey`: 32 bytes, derived from the key file `issuer.json`. */
export type StateDeps = { readonly db: Db; readonly clock: () => Date; readonly encryptionKey: Buffer };

/** Members by which a state is found or ended. They are also stored in clear, next to the encrypted content. */
export type Payload = {
  readonly accountId?: string | undefined;
  readonly grantId?: string | undefined;
  readonly userCode?: string | undefined;
  readonly uid?: string | undefined;
};

/** Expired state is kept this long (milliseconds), so that the answer can be "expired" instead of "unknown". */
const GRACE_MS = 600_000;

/** Returns the name under which a state is stored: hashed, so that a leaked table yields no usable code or token. */
export const hashOfName = (model: string, name: string): string =>
  createHash('sha256').update(`${model} ${name}`).digest('base64url');

/** Stores a state for a number of seconds, and replaces one of the same name. */
export async function keepState<Kept extends Payload>(
  { db, clock, encryptionKey }: StateDeps,
  { model, name, seconds }: { readonly model: string; readonly name: string; readonly seconds: number },
  payload: Kept,
): Promise<void> {
  const id = hashOfName(model, name);
  const { accountId = null, grantId = null, userCode = null, uid = null } = payload;
  await upsertState(db, {
    ...{ model, id, encrypted: encrypt(JSON.stringify(payload), `${model} ${id}`, encryptionKey) },
    ...{ accountId, grantId, userCode, uid: model === 'Session' ? uid : null },
    expiresAt: new Date(clock().getTime() + seconds * 1_000 + GRACE_MS),
  });
}

/**
 * Reads a state, with the instant at which it was used.
 * @returns undefined when it is unknown, or was encrypted under another key file
 */
export async function readState<Kept extends Payload>(
  { db, clock, encryptionKey }: StateDeps,
  model: string,
  name: StateName,
): Promise<(Kept & { consumedAt: Date | null }) | undefined> {
  const kept = await findState(db, model, name, clock());
  const plain = kept && decrypt(kept.encrypted, `${model} ${kept.id}`, encryptionKey);
  return plain === undefined || kept === undefined ? undefined : { ...JSON.parse(plain), consumedAt: kept.consumedAt };
}
