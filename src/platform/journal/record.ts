/** Writes to the journal. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../database/db.ts';
import { asServiceInAny } from '../database/row-security.ts';
import { chain, type Entry, type Fact, type Head, namedActor } from './entry.ts';

/**
 * Two common table expressions that append entries and move the heads of their subjects. The statement has an
 * expression `entry_rows` with a `jsonb` column `entry` per journal entry (see `toRow`).
 */
export const APPEND_ENTRIES = `
  entry_fields as materialized (
    select f.* from entry_rows, jsonb_to_record(entry) as f(
      kind text, subject text, number integer, version integer, actor jsonb, payload jsonb,
      "occurredAt" timestamptz, "recordedAt" timestamptz, "previousHash" text, hash text)
  ), appended_entries as (
    insert into journal_entries
      (recorded_at, occurred_at, kind, subject, number, version, actor, payload, previous_hash, hash)
    select "recordedAt", "occurredAt", kind, subject, number, version, actor, payload,
      decode("previousHash", 'hex'), decode(hash, 'hex') from entry_fields
    returning 1
  ), moved_heads as (
    insert into journal_heads (subject, number, hash)
    select distinct on (subject) subject, number, decode(hash, 'hex') from entry_fields order by subject, number desc
    on conflict (subject) do update set number = excluded.number, hash = excluded.hash
      where journal_heads.number < excluded.number
    returning 1
  )`;

/** Returns an entry in the form that `APPEND_ENTRIES` reads. */
export function toRow(entry: Entry): object {
  return { ...entry, actor: namedActor(entry.actor) };
}

/** Makes the first entries of new subjects: no head is read or locked. */
export function firstEntries(facts: readonly Fact[]): Entry[] {
  return chain(facts, new Map());
}

/**
 * Records facts in the transaction that makes them true, in their order, each chained to its subject. The heads are
 * locked in the order of their names, so two transactions never wait for each other in a circle.
 */
export async function record(tx: Tx, facts: readonly Fact[]): Promise<void> {
  if (facts.length > 0) await asServiceInAny(tx, 'the journal is one for all', () => append(tx, facts));
}

async function append(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const heads = await lockHeads(tx, facts);
  const rows = JSON.stringify(chain(facts, heads).map(toRow));
  const subjects = new Set(facts.map(({ subject }) => subject)).size;
  const { rows: counts } = await tx.execute<{ moved: number }>(sql`
    with entry_rows as (select jsonb_array_elements(${rows}::jsonb) as entry), ${sql.raw(APPEND_ENTRIES)}
    select (select count(*)::int from moved_heads) as moved, (select count(*) from appended_entries)`);
  if (counts[0]?.moved !== subjects) throw new Error('another transaction wrote to the same subject without its lock');
}

async function lockHeads(tx: Tx, facts: readonly Fact[]): Promise<Map<string, Head>> {
  const subjects = JSON.stringify([...new Set(facts.map(({ subject }) => subject))]);
  const { rows } = await tx.execute<{ subject: string; number: number; hash: string }>(sql`
    select subject, number, encode(hash, 'hex') as hash from journal_heads
    where subject in (select jsonb_array_elements_text(${subjects}::jsonb)) order by subject for update`);
  return new Map(rows.map(({ subject, number, hash }) => [subject, { number, hash }]));
}
