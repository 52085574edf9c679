/** What can be wrong in the feature `exchange`. */
import type { ProblemEntry } from './entry.ts';

export const EXCHANGE_PROBLEMS = {} as const satisfies Record<string, ProblemEntry>;
