/** Facts about people, recorded in the journal with the change that they are about. */
import type { Actor } from '../../core/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Person } from './person.ts';

export type PersonFact = {
  readonly actor: Pick<Actor, 'subject' | 'partyId' | 'source'>;
  readonly person: Person;
  readonly kind: `person.${string}`;
  readonly payload: object;
};

/** Returns a person as the actor of a journal entry. */
export function actorOfPerson({ id, partyId }: Person): PersonFact['actor'] {
  return { subject: id, source: 'local', ...(partyId !== null && { partyId }) };
}

/** Records a fact about a person. The payload never contains a password or its hash. */
export async function recordPersonFact(
  tx: Tx,
  deps: Pick<Deps, 'clock'>,
  { actor, person, kind, payload }: PersonFact,
): Promise<void> {
  await record(tx, [fact(kind, `person:${person.id}`, actor, deps.clock(), payload)]);
}
