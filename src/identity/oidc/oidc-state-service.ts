/** Use cases: what the authorisation server has to remember is sealed, kept and opened again. */
import { createHash } from 'node:crypto';
import type { Db } from '../../platform/database/db.ts';
import { seal, unseal } from '../keys/signing-key.ts';
import { findState, type StateName, upsertState } from './oidc-state-store.ts';

export type StateDeps = { readonly db: Db; readonly clock: () => Date; readonly sealingKey: Buffer };

/** What is kept. The named parts stand beside what is sealed, so that it can be found and ended by them. */
export type Payload = {
  readonly accountId?: string | undefined;
  readonly grantId?: string | undefined;
  readonly userCode?: string | undefined;
  readonly uid?: string | undefined;
};

/** Kept so much longer than it holds, so that it is told to have expired and not to be unknown, in milliseconds. */
const GRACE_MS = 600_000;

/** Names are kept hashed: who reads the table cannot show what he finds. */
export const hashOfName = (model: string, name: string): string =>
  createHash('sha256').update(`${model} ${name}`).digest('base64url');

/** Keeps it for so many seconds, in place of what has the name already. */
export async function keepState(
  { db, clock, sealingKey }: StateDeps,
  { model, name, seconds }: { readonly model: string; readonly name: string; readonly seconds: number },
  payload: Payload,
): Promise<void> {
  const id = hashOfName(model, name);
  const { accountId = null, grantId = null, userCode = null, uid = null } = payload;
  await upsertState(db, {
    ...{ model, id, sealed: seal(JSON.stringify(payload), `${model} ${id}`, sealingKey) },
    ...{ accountId, grantId, userCode, uid: model === 'Session' ? uid : null },
    expiresAt: new Date(clock().getTime() + seconds * 1_000 + GRACE_MS),
  });
}

/** What is kept, with the instant at which it was consumed. Nothing when it was sealed under another key file. */
export async function readState<Kept extends Payload>(
  { db, clock, sealingKey }: StateDeps,
  model: string,
  name: StateName,
): Promise<(Kept & { consumedAt: Date | null }) | undefined> {
  const kept = await findState(db, model, name, clock());
  const plain = kept && unseal(kept.sealed, `${model} ${kept.id}`, sealingKey);
  return plain === undefined || kept === undefined ? undefined : { ...JSON.parse(plain), consumedAt: kept.consumedAt };
}
