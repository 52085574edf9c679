/** What can be wrong in the feature `recycling`. */
import type { ProblemEntry } from './entry.ts';

export const RECYCLING_PROBLEMS = {} as const satisfies Record<string, ProblemEntry>;
