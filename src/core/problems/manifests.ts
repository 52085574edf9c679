/** What can be wrong in the feature `manifests`. */
import type { ProblemEntry } from './entry.ts';

export const MANIFEST_PROBLEMS = {} as const satisfies Record<string, ProblemEntry>;
