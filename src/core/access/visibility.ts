/** Records that an actor may see or change: the table of roles, applied to one actor. */
import type { Actor } from '../actor.ts';
import { coreProblem } from '../problems.ts';
import { type ActsFor, ALL_ROLES, type Reach, type Role, rowOf } from './roles.ts';
import type { Scope } from './scopes.ts';

/** Visible records: all, those naming an organisation, those of a city (4 digits), those crossing to a province (2). */
export type Visibility =
  | { readonly of: 'all' }
  | { readonly of: 'party'; readonly partyId: string }
  | { readonly of: 'city'; readonly division: string }
  | { readonly of: 'province'; readonly division: string }
  | { readonly of: 'nothing' };

/** The organisation or division for which an actor acts; the authority of the province has neither. */
export type ActingFor = { readonly partyId?: string | undefined; readonly division?: string | undefined };
type Bearer = Pick<Actor, 'roles'> & ActingFor;

const DIGITS = { city: 4, partner: 2 } as const;

/**
 * Returns true when the token names exactly the party or division that the role needs. An organisation never acts as
 * the authority, nor the authority as an organisation.
 */
export function fits(acts: ActsFor, { partyId, division }: ActingFor): boolean {
  if (acts === 'party') return partyId !== undefined && division === undefined;
  if (partyId !== undefined) return false;
  return acts === 'authority' ? division === undefined : division?.length === DIGITS[acts];
}

/** Reaches from the narrowest to the widest. */
const NARROW_TO_WIDE: readonly Reach[] = ['own', 'crossing', 'city', 'all'];

/** Returns the reach of a scope for a bearer, by the widest role that fits; undefined when no role gives it. */
export function reachOf(bearer: Bearer, scope: Scope): Reach | undefined {
  const reaches = bearer.roles.flatMap((role) => {
    const { acts, may } = rowOf(role);
    return fits(acts, bearer) ? (may[scope] ?? []) : [];
  });
  return NARROW_TO_WIDE.findLast((reach) => reaches.includes(reach));
}

/** Returns the records that a scope of an actor reaches. A record outside does not exist for the caller: 404. */
export function visibilityOf(actor: Bearer, scope: Scope): Visibility {
  const { partyId, division } = actor;
  switch (reachOf(actor, scope)) {
    case 'all':
      return { of: 'all' };
    case 'own':
      return partyId === undefined ? { of: 'nothing' } : { of: 'party', partyId };
    case 'city':
      return division === undefined ? { of: 'nothing' } : { of: 'city', division };
    case 'crossing':
      return division === undefined ? { of: 'nothing' } : { of: 'province', division };
    default:
      return { of: 'nothing' };
  }
}

/**
 * Requires that the token names a scope and that one of its roles gives it.
 * @throws Problem `scope-missing` when the token lacks the scope, `role-missing` when no role gives it
 */
export function requireScope(actor: Bearer & Pick<Actor, 'scopes'>, scope: Scope): void {
  if (!actor.scopes.includes(scope)) throw coreProblem('scope-missing', { scope });
  if (reachOf(actor, scope) === undefined) {
    throw coreProblem('role-missing', { scope, roles: [...actor.roles], sufficient: rolesWithScope(scope) });
  }
}

/** Returns the roles that give a scope, for refusals and for the description of the API. */
export function rolesWithScope(scope: Scope): Role[] {
  return ALL_ROLES.filter((role) => rowOf(role).may[scope] !== undefined);
}

/** Returns the roles that give a scope, each with its reach. */
export function reachesOf(scope: Scope): (readonly [Role, Reach])[] {
  return ALL_ROLES.flatMap((role) => {
    const reach = rowOf(role).may[scope];
    return reach === undefined ? [] : [[role, reach] as const];
  });
}

/** Returns true when a record that names these organisations is visible. */
export function seesOneOf(
  visibility: Visibility,
  named: readonly { readonly id: string; readonly divisionCode: string }[],
): boolean {
  switch (visibility.of) {
    case 'all':
      return true;
    case 'party':
      return named.some(({ id }) => id === visibility.partyId);
    case 'city':
      return named.some(({ divisionCode }) => divisionCode.startsWith(visibility.division));
    default:
      return false;
  }
}
