/** Use case: accepting a proof of possession (DPoP, RFC 9449) once, across all processes. */
import type { Db } from '../../platform/database/db.ts';
import { insertUsedName } from './used-name-store.ts';

type ProofDeps = { readonly db: Db; readonly clock: () => Date };

/** Returns a function that records the use of a proof. It returns false when the proof was used before. */
export const useProofOnce =
  ({ db, clock }: ProofDeps) =>
  (name: string, expiresAt: Date): Promise<boolean> =>
    insertUsedName(db, { kind: 'Proof', name, expiresAt }, clock());
