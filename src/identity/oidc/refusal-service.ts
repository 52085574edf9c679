/** Problems for what the library of the authorisation server refuses. */
import { Problem, type ProblemEntry } from '../../core/messages/problem.ts';
import { coreProblem } from '../../core/problems.ts';
import { authProblem } from '../../platform/auth/index.ts';
import { httpProblem } from '../../platform/http/index.ts';
import { personProblem } from '../people/problems.ts';
import { codeOf, type LibraryFault, type RefusalCode } from './fault.ts';
import { oauthProblem } from './problems.ts';

export type ShownCode = RefusalCode | 'device-code-wrong' | 'device-code-used' | 'login-lapsed';

/** Only problems whose texts show no facts can stand here. */
const ENTRIES: Readonly<Record<ShownCode, ProblemEntry>> = {
  ...oauthProblem.entries,
  ...coreProblem.entries,
  ...authProblem.entries,
  ...personProblem.entries,
  ...httpProblem.entries,
};

export const problemCalled = (code: ShownCode): Problem => new Problem(code, {}, { entry: ENTRIES[code], terms: {} });

/** Members that explain an answer of OAuth: our code and the remedy. None where the library says enough. */
export function explained(fault: LibraryFault): { readonly code?: string; readonly remedy?: string } {
  const code = codeOf(fault);
  return code === undefined ? {} : { code, remedy: problemCalled(code).text('en').remedy };
}
