/** Law of approvals, read from the cache before a transaction opens. */
import type { RequestDeps } from '../platform/deps.ts';
import { codesIn, type LawCache } from '../platform/law/index.ts';
import type { ApprovalLaw } from './decisions/approval.ts';
import { REQUIRED, Required, VALIDITY, Validity } from './law-schemas.ts';

export type ApprovalDeps = RequestDeps & { readonly law: () => Promise<LawCache> };

/** Returns the law of approvals: each rule for a day. */
export async function approvalLaw({ law }: Pick<ApprovalDeps, 'law'>): Promise<ApprovalLaw> {
  const cache = await law();
  return {
    validity: (on) => cache.at(VALIDITY, on, Validity),
    treatmentMethods: (on) => codesIn(cache, 'codes.treatment-methods', on),
  };
}

/** Returns true when a load that leaves the province on a day needs an approval. @throws Problem `law-missing` */
export const approvalNeeded = (cache: LawCache, on: string): boolean => cache.at(REQUIRED, on, Required).required;
