/** Reads the entries of one subject, and notices when one is gone. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../database/db.ts';
import type { SealedEntry } from './entry.ts';
import { type FaultKind, journalProblem } from './problems.ts';
import { type EntryRow, entryOf } from './reader.ts';

/** The ends of the journal, with an entry of the subject; without one, its members are null. */
type Row = Omit<EntryRow, 'index' | 'number'> & {
  index: string | null;
  number: number | null;
  sequence: string | null;
  head: number | null;
  size: string;
  last_index: string;
  last_sequence: string;
};

/**
 * Lists at most `limit` sealed entries of one subject with a number greater than `after`, first to last. Their numbers are
 * consecutive up to the noted last entry of the subject. Entries that are not sealed yet are left out.
 * @throws Problem `journal-broken` when an entry of the subject or its place is gone
 */
export async function readSubject(db: Reader, subject: string, limit = 1_000, after = 0): Promise<SealedEntry[]> {
  const { rows } = await db.execute<Row>(sql`
    select ends.*, e.* from (
      select (select number from journal_heads where subject = ${subject}) as head, journal_size() as size,
        (select coalesce(max(index), 0) from journal_seals) as last_index,
        (select coalesce(max(sequence), 0) from journal_seals) as last_sequence
    ) ends left join lateral (
      select s.index, e.sequence, e.recorded_at, e.occurred_at, e.kind, e.subject, e.number, e.version, e.actor, e.payload,
        encode(e.previous_hash, 'hex') as previous_hash, encode(e.hash, 'hex') as hash
      from journal_entries e left join journal_seals s on s.sequence = e.sequence and s.recorded_at = e.recorded_at
      where e.subject = ${subject} and e.number > ${after}::bigint order by e.number limit ${limit}
    ) e on true order by e.number`);
  const fault = faultOf(rows, { limit, after });
  if (fault) throw journalProblem('journal-broken', { ...fault, subject });
  return rows.flatMap((row) => (isSealed(row) ? [entryOf(row)] : []));
}

/** Lists the sealed entries of some subjects up to an index, by subject and number. */
export async function readSubjects(db: Reader, subjects: readonly string[], upTo: number): Promise<SealedEntry[]> {
  const { rows } = await db.execute<EntryRow>(sql`
    select s.index, e.recorded_at, e.occurred_at, e.kind, e.subject, e.number, e.version, e.actor, e.payload,
      encode(e.previous_hash, 'hex') as previous_hash, encode(e.hash, 'hex') as hash
    from journal_entries e join journal_seals s on s.sequence = e.sequence and s.recorded_at = e.recorded_at
    where e.subject in (select jsonb_array_elements_text(${JSON.stringify(subjects)}::jsonb)) and s.index <= ${upTo}::bigint
    order by e.subject collate "C", e.number`);
  return rows.map(entryOf);
}

/** Lists the subjects of entries that were recorded until an instant, and that no index up to this one has. */
export async function listPending(db: Reader, upTo: number, until: Date): Promise<string[]> {
  const { rows } = await db.execute<{ subject: string }>(sql`
    select distinct subject from journal_entries
    where sequence > coalesce((select sequence from journal_seals where index = ${upTo}::bigint), 0)
      and recorded_at <= ${until.toISOString()}::timestamptz`);
  return rows.map(({ subject }) => subject);
}

type Range = { readonly limit: number; readonly after: number };

function faultOf(rows: readonly Row[], { limit, after }: Range): { fault: FaultKind; index: number } | undefined {
  const found = rows.filter(({ number }) => number !== null);
  const end = { head: rows[0]?.head ?? 0, size: Number(rows[0]?.size ?? 0), last: Number(rows[0]?.last_index ?? 0) };
  const count = Math.min(limit, Math.max(0, end.head - after));
  const place = found.findIndex(({ number }, at) => number !== after + at + 1);
  if (place !== -1 || found.length < count) {
    return { fault: 'subject-gap', index: Number(found[place]?.index ?? end.size) };
  }
  if (found.length > count) return { fault: 'head-changed', index: end.size };
  const open = found.findIndex((row) => !isSealed(row));
  if (open === -1) return undefined;
  // The sealer leaves nothing out, so only entries written after the last sealed one wait for their places.
  const isPassed = (row: Row) => isSealed(row) || BigInt(row.sequence ?? 0) <= BigInt(row.last_sequence);
  if (found.slice(open).some(isPassed)) return { fault: 'entry-unplaced', index: end.size };
  return end.size > end.last ? { fault: 'seal-missing', index: end.last + 1 } : undefined;
}

const isSealed = (row: Row): row is Row & EntryRow => row.index !== null;

/** Lists the payloads of the entries of one subject and some kinds, sealed or not, as the transaction sees them. */
export async function readRecorded(tx: Reader, subject: string, kinds: readonly string[]): Promise<unknown[]> {
  const { rows } = await tx.execute<{ payload: unknown }>(sql`
    select payload from journal_entries where subject = ${subject}
      and kind in (select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb)) order by number`);
  return rows.map(({ payload }) => payload);
}

/** Reads which account made the first entry of a subject; undefined without one. */
export async function readRecorder(tx: Reader, subject: string): Promise<string | undefined> {
  const { rows } = await tx.execute<{ recorder: string }>(sql`
    select actor ->> 'subject' as recorder from journal_entries where subject = ${subject} and number = 1`);
  return rows[0]?.recorder;
}
