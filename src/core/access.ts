/** Whose records an actor may see: the one place where that is decided. */
import type { Actor } from './actor.ts';
import { Problem } from './problem.ts';

/** Everything (an authority of the province), or only what names the actor's own organisation. */
export type Sight = { readonly everything: true } | { readonly everything: false; readonly partyId: string };

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * An authority (`oversight:read`, and no organisation in its token) sees all records of the province; an organisation
 * sees the records in which it is named; everybody else sees nothing. What is not seen does not exist: 404.
 */
export function sightOf(actor: Actor): Sight {
  if (actor.partyId !== undefined) return { everything: false, partyId: actor.partyId };
  if (actor.scopes.includes('oversight:read')) return { everything: true };
  return { everything: false, partyId: NOBODY };
}

/** Whether a record that names these parties is seen. */
export function sees(sight: Sight, parties: readonly (string | null | undefined)[]): boolean {
  return sight.everything || parties.includes(sight.partyId);
}

/** Refuses whoever acts for one organisation where everything is shown at once. @throws Problem `authority-needed` */
export function refuseOrganisation(actor: Actor): void {
  if (actor.partyId !== undefined) throw new Problem('authority-needed');
}
