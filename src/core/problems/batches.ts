/** What can be wrong in the feature `batches`. */
import type { ProblemEntry } from './entry.ts';

export const BATCH_PROBLEMS = {} as const satisfies Record<string, ProblemEntry>;
