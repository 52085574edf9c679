/**
 * The rule of the second person: some acts need a person other than the first, who logged in for it. A system may be the first,
 * as an ERP that proposes, and never the second.
 */
import type { Actor } from './actor.ts';
import type { Problem } from './messages/problem.ts';
import { coreProblem } from './problems.ts';

/**
 * Refuses an actor that cannot be the second person.
 * @param first subject of the first person, or of the system
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
