/** Problems for refusals of the library: our code, and texts in both languages. */
import { Problem, type ProblemEntry } from '../../core/messages/problem.ts';
import { coreProblem } from '../../core/problems.ts';
import { authProblem } from '../../platform/auth/index.ts';
import { httpProblem } from '../../platform/http/index.ts';
import { personProblem } from '../people/problems.ts';
import { codeOf, type LibraryFault, type RefusalCode } from './fault.ts';
import { oauthProblem } from './problems.ts';

export type ShownCode = RefusalCode | 'device-code-wrong' | 'device-code-used' | 'login-lapsed';

/** Codes whose texts must not show facts: the library gives none. */
const ENTRIES: Readonly<Record<ShownCode, ProblemEntry>> = {
  ...oauthProblem.entries,
  ...coreProblem.entries,
  ...authProblem.entries,
  ...personProblem.entries,
  ...httpProblem.entries,
};

/** Makes the problem for a refusal of the library. */
export const problemOf = (code: ShownCode): Problem => new Problem(code, {}, { entry: ENTRIES[code], terms: {} });

/** Returns the members that we add to an OAuth error: our code and the remedy. Empty when we have no code for it. */
export function explanationOf(fault: LibraryFault): { readonly code?: string; readonly remedy?: string } {
  const code = codeOf(fault);
  return code === undefined ? {} : { code, remedy: problemOf(code).text('en').remedy };
}
