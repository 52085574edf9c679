/** What can be wrong in the feature `oversight`. */
import type { ProblemEntry } from './entry.ts';

export const OVERSIGHT_PROBLEMS = {} as const satisfies Record<string, ProblemEntry>;
