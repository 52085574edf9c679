/**
 * The rule of the second person: some acts need a person other than the first, who logged in for it with an account that the
 * first cannot use. The giver of an initial password has known it, so both accounts could belong to one person.
 */
import type { Actor } from './actor.ts';
import type { Problem } from './messages/problem.ts';
import { coreProblem } from './problems.ts';

/** An account that gave an initial password: to the account in question, to its giver, and so on. */
export type PasswordGiver = { readonly subject: string; readonly isSystem: boolean };

/** An account with all that have known an initial password on the way to it. Of another issuer, none are known. */
export type Account = { readonly subject: string; readonly passwordGivers: readonly PasswordGiver[] };

/**
 * Refuses an actor that cannot be the second person.
 * @param first subject of the first person
 * @param sameAsFirst problem of the act when the second is the first
 * @throws Problem of `sameAsFirst`; `second-person-not-logged-in`
 */
export function requireSecondPerson(
  { subject, loggedIn }: Pick<Actor, 'subject' | 'loggedIn'>,
  first: string,
  sameAsFirst: () => Problem,
): void {
  if (subject === first) throw sameAsFirst();
  if (loggedIn !== true) throw coreProblem('second-person-not-logged-in');
}

/**
 * Refuses a second account that the first could use: the first, or a system, gave its initial password or that of a giver.
 * @throws Problem `second-person-dependent`
 */
export function refuseGivenBy(first: string, second: Account): void {
  refuseGivers(second.passwordGivers.filter(({ subject, isSystem }) => subject === first || isSystem));
}

/**
 * Refuses two accounts that one person could use: one gave the initial password of the other, or a third those of both. A
 * system that gave one makes them dependent too, because more than one person may know its secret.
 * @throws Problem `second-person-dependent`
 */
export function refuseOneHand(first: Account, second: Account): void {
  const ofSecond = new Set([second, ...second.passwordGivers].map(({ subject }) => subject));
  const shared = [{ subject: first.subject, isSystem: false }, ...first.passwordGivers].filter(({ subject }) =>
    ofSecond.has(subject),
  );
  const systems = [...first.passwordGivers, ...second.passwordGivers].filter(({ isSystem }) => isSystem);
  refuseGivers([...shared, ...systems]);
}

function refuseGivers([giver]: readonly PasswordGiver[]): void {
  if (giver !== undefined) throw coreProblem('second-person-dependent', { giver: giver.subject });
}
