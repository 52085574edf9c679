/** What can be wrong in the feature `parties`. */
import type { ProblemEntry } from '../problem.ts';

export const PARTY_PROBLEMS = {} as const satisfies Record<string, ProblemEntry>;
