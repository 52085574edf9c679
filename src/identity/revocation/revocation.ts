/**
 * Revoked access tokens: refused before they expire. A token is never judged by its time of issue, because that has whole
 * seconds and clocks differ. It names its login grant and the version of its roles instead.
 */
import { TOKEN_SECONDS } from '../keys/signing-key.ts';

/** `grant`: all tokens of a login; `token`: one token; `roles`: tokens of a person with earlier roles. */
export const REVOCATION_KINDS = ['grant', 'token', 'roles'] as const;

export type Revocation = {
  readonly kind: (typeof REVOCATION_KINDS)[number];
  /** Hashed name of the grant, `jti` of the token, or id of the person. */
  readonly id: string;
  /** For kind `roles`: tokens with an earlier version of the roles are refused. */
  readonly minimumVersion: number | null;
};

/**
 * Duration in milliseconds after which a revocation is deleted: the tokens it refuses have expired by then. Twice the
 * life of a token, because clocks differ.
 */
export const REVOCATION_KEPT_MS = 2 * TOKEN_SECONDS * 1000;

/** Claims by which a token can be revoked. */
export type TokenOrigin = {
  readonly jti: string;
  readonly grant: string | undefined;
  readonly subject: string;
  readonly rolesVersion: number;
};

/** Returns a function that decides whether a token is revoked by one of these revocations. */
export function revokedBy(revocations: readonly Revocation[]): (token: TokenOrigin) => boolean {
  const idsOf = (kind: Revocation['kind']) =>
    new Set(revocations.filter((one) => one.kind === kind).map(({ id }) => id));
  const [grants, tokens] = [idsOf('grant'), idsOf('token')];
  const minimumVersions = new Map(
    revocations.flatMap(({ id, minimumVersion }) => (minimumVersion === null ? [] : [[id, minimumVersion]])),
  );
  return ({ jti, grant, subject, rolesVersion }) =>
    tokens.has(jti) || (grant !== undefined && grants.has(grant)) || rolesVersion < (minimumVersions.get(subject) ?? 0);
}
