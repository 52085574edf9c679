/** Journal entries of registrations. */
import type { Actor } from '../core/actor.ts';
import type { Tx } from '../platform/database/db.ts';
import { fact, record } from '../platform/journal/index.ts';

/** Nouns of the register, as kinds and subjects of journal entries name them. */
export type RegisteredNoun = 'party' | 'site' | 'licence' | 'vehicle';

/** Records registrations: rows of an import make the same entries as single requests. */
export async function recordRegistrations(
  tx: Tx,
  noun: RegisteredNoun,
  registered: readonly { readonly id: string; readonly registeredAt: Date; readonly version: number }[],
  actor: Actor,
): Promise<void> {
  const entries = registered.map(({ registeredAt, version: _, ...payload }) =>
    fact(`${noun}.registered`, `${noun}:${payload.id}`, actor, registeredAt, payload),
  );
  await record(tx, entries);
}
