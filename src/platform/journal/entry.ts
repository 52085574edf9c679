/**
 * A journal entry: one fact with its actor, the time it happened and the time it was recorded. SHA-256 chains it to the
 * previous entry about the same subject.
 */
import type { JournalKind } from '../../core/access/journal-scopes.ts';
import type { Actor } from '../../core/actor.ts';
import { canonicalHash } from '../../core/canonical.ts';

/** A fact to be recorded. `payload` is self-contained JSON: readers need nothing else. */
export type Fact = {
  /** Past tense, `<noun>.<what happened>`, such as `manifest.submitted`. */
  readonly kind: string;
  /** `<noun>:<id>`, such as `manifest:0198…`. */
  readonly subject: string;
  readonly actor: Pick<Actor, 'subject' | 'partyId' | 'source'>;
  /** Time of the event. It may be earlier than `recordedAt` for work done offline. */
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** Version of the payload's shape, from 1. */
  readonly version: number;
  readonly payload: unknown;
};

/** Times at which a fact happened and was recorded; one instant when both are the same. */
export type When = Date | Pick<Fact, 'occurredAt' | 'recordedAt'>;

/** Makes a fact whose payload has version 1 of its shape. */
export function fact(kind: JournalKind, subject: string, actor: Fact['actor'], when: When, payload: unknown): Fact {
  const { occurredAt, recordedAt } = when instanceof Date ? { occurredAt: when, recordedAt: when } : when;
  return { kind, subject, actor, occurredAt, recordedAt, version: 1, payload };
}

/** End of the chain of a subject. */
export type Head = { readonly number: number; readonly hash: string };

/** A fact with its place in the chain of its subject. Hashes are lower-case hexadecimal. */
export type Entry = Fact & { readonly number: number; readonly previousHash: string | null; readonly hash: string };

/** An entry with its place in the order that every reader sees. */
export type SealedEntry = Entry & { readonly index: number };

/**
 * Returns the SHA-256 of the canonical JSON (RFC 8785) of all members of an entry, including its number and the
 * previous hash. Instants are rounded to milliseconds, as they are stored.
 */
export function hashOf(entry: Placed): string {
  return hashOfStored({ ...entry, actor: namedActor(entry.actor) });
}

type Placed = Fact & { readonly number: number; readonly previousHash: string | null };

/** Returns the same hash over an actor as it is, so that no member of a stored one goes unread. */
export function hashOfStored(entry: Placed): string {
  return canonicalHash({
    actor: entry.actor,
    kind: entry.kind,
    number: entry.number,
    occurredAt: entry.occurredAt.toISOString(),
    payload: entry.payload,
    previousHash: entry.previousHash,
    recordedAt: entry.recordedAt.toISOString(),
    subject: entry.subject,
    version: entry.version,
  });
}

/** Chains facts, in their order, to the heads of their subjects. A subject without a head begins with number 1. */
export function chain(facts: readonly Fact[], heads: ReadonlyMap<string, Head>): Entry[] {
  const ends = new Map(heads);
  return facts.map((fact) => {
    const head = ends.get(fact.subject);
    const place = { ...fact, number: (head?.number ?? 0) + 1, previousHash: head?.hash ?? null };
    const entry = { ...place, hash: hashOf(place) };
    ends.set(fact.subject, entry);
    return entry;
  });
}

/** Returns the actor as the journal stores it: without scopes, which change with every token. */
export function namedActor({ subject, partyId, source }: Fact['actor']): Fact['actor'] {
  return partyId === undefined ? { subject, source } : { subject, partyId, source };
}
