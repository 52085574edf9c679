/** Whose records an actor may see or change: the table of roles, applied to one actor. */
import type { Actor } from '../actor.ts';
import { coreProblem } from '../problems.ts';
import { type ActsFor, ALL_ROLES, type Reach, type Role, rowOf } from './roles.ts';
import type { Scope } from './scopes.ts';

/** Whose records: all, those naming an organisation, those of a city (4 digits), those crossing to a province (2). */
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
 * Whether the token says in whose name the role acts, and says nothing else: an organisation never acts as the
 * authority, nor the authority as an organisation.
 */
export function fits(acts: ActsFor, { partyId, division }: Whose): boolean {
  if (acts === 'party') return partyId !== undefined && division === undefined;
  if (partyId !== undefined) return false;
  return acts === 'authority' ? division === undefined : division?.length === DIGITS[acts];
}

const WIDTH: readonly Reach[] = ['own', 'crossing', 'city', 'all'];

/** How far a scope reaches for a bearer, by the widest of the roles that fit it; undefined when none gives it. */
export function reachOf(bearer: Bearer, scope: Scope): Reach | undefined {
  const reaches = bearer.roles.flatMap((role) => {
    const { acts, may } = rowOf(role);
    return fits(acts, bearer) ? (may[scope] ?? []) : [];
  });
  return WIDTH.findLast((reach) => reaches.includes(reach));
}

/** Whose records an action of an actor is about. What is not seen does not exist: 404. */
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

/** The roles that may do it, for whoever is refused and for the description of the API. */
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

/** Whether a record that names these organisations is seen. */
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
