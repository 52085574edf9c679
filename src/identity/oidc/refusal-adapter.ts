/** Problems for refusals of the library: our code, and texts in both languages. */
import type { EventEmitter } from 'node:events';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Logger } from 'pino';
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

/** Events of the library about errors that a browser sees as a page. */
const PAGE_ERRORS = [
  'authorization.error',
  'code_verification.error',
  'device_resume.error',
  'end_session.error',
  'end_session_confirm.error',
  'end_session_success.error',
] as const;

/** Maximum length of a text of the library in the log; a request can lengthen it. */
const LOGGED_MAX = 500;

/** Number of a request, which its answer and its lines in the log have. */
export const requestIdOf = ({ response }: Pick<KoaContextWithOIDC, 'response'>): string => response.get('x-request-id');

/** Logs the library's own texts of refusals. The pages show our words and the number of the request. */
export function logRefusals(provider: Pick<EventEmitter, 'on'>, log: Pick<Logger, 'info'>): void {
  const shortened = (text: unknown) => (typeof text === 'string' ? text.slice(0, LOGGED_MAX) : undefined);
  for (const event of PAGE_ERRORS) {
    provider.on(event, (ctx: KoaContextWithOIDC, { error, error_description, error_detail }: LibraryFault) => {
      const texts = { error, description: shortened(error_description), detail: shortened(error_detail) };
      log.info({ requestId: requestIdOf(ctx), ...texts }, 'the authorisation server refused a request');
    });
  }
}
