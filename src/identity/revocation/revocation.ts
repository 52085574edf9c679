/**
 * Tokens that are refused before they expire. None is told by when it was issued: whole seconds and clocks that differ
 * would refuse one too many or one too few. A token names its grant and the version of the roles it says instead.
 */
import { TOKEN_SECONDS } from '../keys/signing-key.ts';

export const CUTOFF_KINDS = ['grant', 'token', 'roles'] as const;

export type Revocation = {
  /** All tokens of a grant, one token, or those of a person that say roles of an earlier version. */
  readonly kind: (typeof CUTOFF_KINDS)[number];
  /** The hashed name of the grant, the `jti` of the token, or the id of the person. */
  readonly id: string;
  /** Of roles: tokens of earlier versions are refused. */
  readonly leastVersion: number | null;
};

/** Tokens given before a revocation of that age have expired, with room for clocks that differ, in milliseconds. */
export const CUTOFF_MS = 2 * TOKEN_SECONDS * 1000;

/** What a token says of where it comes from. */
export type Provenance = {
  readonly jti: string;
  readonly grant: string | undefined;
  readonly subject: string;
  readonly rolesVersion: number;
};

/** Says of each token whether one of these refuses it. */
export function refusing(revocations: readonly Revocation[]): (token: Provenance) => boolean {
  const idsOf = (kind: Revocation['kind']) =>
    new Set(revocations.filter((one) => one.kind === kind).map(({ id }) => id));
  const [grants, tokens] = [idsOf('grant'), idsOf('token')];
  const versions = new Map(
    revocations.flatMap(({ id, leastVersion }) => (leastVersion === null ? [] : [[id, leastVersion]])),
  );
  return ({ jti, grant, subject, rolesVersion }) =>
    tokens.has(jti) || (grant !== undefined && grants.has(grant)) || rolesVersion < (versions.get(subject) ?? 0);
}
