/**
 * Visibility, worked out a second time from the rows of the table of roles alone. Nothing of the code that applies the
 * table is used here.
 */
import { type Reach, ROLES, type Role, type RoleEntry } from '../../../src/core/access/roles.ts';
import type { Scope } from '../../../src/core/access/scopes.ts';

/** The bearer of a token. */
export type Bearer = {
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
  readonly partyId?: string | undefined;
  readonly division?: string | undefined;
};

/** The owners that a record names. */
export type Named = {
  /** Organisations it names. */
  readonly parties: readonly string[];
  /** GB/T 2260 codes of these organisations, and of the sites it names. */
  readonly divisions: readonly string[];
  /** Origin and destination of a manifest. */
  readonly provinces: readonly string[];
  /** The organisation whose draft it is, until the draft is submitted. */
  readonly draftOf: string | null;
  /** The only organisation that sees it: a file that belongs to no record. */
  readonly heldBy: string | null;
};

const WIDTH: readonly Reach[] = ['own', 'crossing', 'city', 'all'];

/** Returns the reach of the bearer with a scope; null when the bearer may not use it. */
export function reachOf({ roles, scopes, partyId, division }: Bearer, scope: Scope): Reach | null {
  if (!scopes.includes(scope)) return null;
  const acts = partyId === undefined ? (['authority', undefined, 'partner', undefined, 'city'] as const) : [];
  const actsFor = partyId === undefined ? acts[division?.length ?? 0] : division === undefined ? 'party' : undefined;
  const reaches = roles
    .map((role): RoleEntry => ROLES[role])
    .filter((entry) => entry.acts === actsFor)
    .map(({ may }) => may[scope]);
  return WIDTH.findLast((reach) => reaches.includes(reach)) ?? null;
}

/** Checks that a record exists for the bearer. */
export function sees(bearer: Bearer, scope: Scope, record: Named): boolean {
  const reach = reachOf(bearer, scope);
  if (reach === null) return false;
  if (record.heldBy !== null) return reach === 'own' && record.heldBy === bearer.partyId;
  if (reach === 'all') return true;
  if (reach === 'own') {
    return record.draftOf === null
      ? record.parties.some((id) => id === bearer.partyId)
      : record.draftOf === bearer.partyId;
  }
  if (record.draftOf !== null) return false;
  return reach === 'city'
    ? record.divisions.some((code) => code.slice(0, 4) === bearer.division)
    : record.provinces.some((code) => code === bearer.division);
}
