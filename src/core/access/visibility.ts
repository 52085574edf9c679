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

/** In whose name someone acts. */
export type Whose = { readonly partyId?: string | undefined; readonly division?: string | undefined };
type Bearer = Pick<Actor, 'roles'> & Whose;

const DIGITS = { city: 4, partner: 2 } as const;

/**
 * Returns true when the token names exactly the party or division that the role needs. An organisation never acts as
 * the authority, nor the authority as an organisation.
 */
export function fits(acts: ActsFor, { partyId, division }: Whose): boolean {
  if (acts === 'party') return partyId !== undefined && division === undefined;
  if (partyId !== undefined) return false;
  return acts === 'authority' ? division === undefined : division?.length === DIGITS[acts];
}

const WIDTH: readonly Reach[] = ['own', 'crossing', 'city', 'all'];

/** Returns the reach of a scope for a bearer, by the widest role that fits; undefined when no role gives it. */
export function reachOf(bearer: Bearer, scope: Scope): Reach | undefined {
  const reaches = bearer.roles.flatMap((role) => {
    const { acts, may } = rowOf(role);
    return fits(acts, bearer) ? (may[scope] ?? []) : [];
  });
  return WIDTH.findLast((reach) => reaches.includes(reach));
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

/** @throws Problem `scope-missing` for what the token does not name, `role-missing` for what none of its roles may */
export function refuseUnlessMay(actor: Bearer & Pick<Actor, 'scopes'>, scope: Scope): void {
  if (!actor.scopes.includes(scope)) throw coreProblem('scope-missing', { scope });
  if (reachOf(actor, scope) === undefined) {
    throw coreProblem('role-missing', { scope, roles: [...actor.roles], sufficient: rolesThatMay(scope) });
  }
}

/** Roles that give a scope, for refusals and for the description of the API. */
export function rolesThatMay(scope: Scope): Role[] {
  return ALL_ROLES.filter((role) => rowOf(role).may[scope] !== undefined);
}

/** The roles that may do it, each with its reach. */
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
