/** What can be wrong in the feature `exchange`. */
import type { ProblemEntry } from '../problem.ts';

export const EXCHANGE_PROBLEMS = {} as const satisfies Record<string, ProblemEntry>;
