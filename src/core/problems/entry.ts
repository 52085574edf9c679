/** The shape of the catalogue of problems. */

/** How machinery reacts: 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429 and 503 in this order. */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'wrong-method'
  | 'conflict'
  | 'changed-meanwhile'
  | 'too-large'
  | 'unsupported'
  | 'rule'
  | 'too-many'
  | 'unavailable';

/** The two languages a problem is told in. */
export type Language = 'en' | 'zh';

/** One problem in one language. `{name}` is replaced by the fact of that name. */
export type ProblemText = { readonly title: string; readonly detail: string; readonly remedy: string };

export type ProblemEntry = { readonly kind: ProblemKind; readonly en: ProblemText; readonly zh: ProblemText };
