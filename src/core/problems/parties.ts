/** What can be wrong in the feature `parties`. */
import type { ProblemEntry } from './entry.ts';

export const PARTY_PROBLEMS = {} as const satisfies Record<string, ProblemEntry>;
