/** Reads the journal in its sealed order. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../database/db.ts';
import type { Fact, SealedEntry } from './entry.ts';
import { journalProblem } from './problems.ts';

/** An entry as the database returns it. */
export type EntryRow = {
  index: string;
  recorded_at: string | Date;
  occurred_at: string | Date;
  kind: string;
  subject: string;
  number: number;
  version: number;
  actor: Fact['actor'];
  payload: unknown;
  previous_hash: string | null;
  hash: string;
};

/**
 * Lists at most `limit` entries after an index, in order and without gaps. An empty list means that no later entry is
 * sealed yet.
 * @throws Problem `journal-broken` at a place whose entry is gone: a reader that went on would never know it
 */
export async function readJournal(db: Reader, after: number, limit: number): Promise<SealedEntry[]> {
  const entries = await readPlaces(db, after, limit);
  if (entries.length > 0 || (await journalSize(db)) <= after) return entries;
  // Entries that were sealed between the two questions are there now.
  const later = await readPlaces(db, after, limit);
  if (later.length === 0) throw journalProblem('journal-broken', { fault: 'seal-missing', index: after + 1 });
  return later;
}

async function readPlaces(db: Reader, after: number, limit: number): Promise<SealedEntry[]> {
  const { rows } = await db.execute<EntryRow>(sql`
    select s.index, e.recorded_at, e.occurred_at, e.kind, e.subject, e.number, e.version, e.actor, e.payload,
      encode(e.previous_hash, 'hex') as previous_hash, encode(e.hash, 'hex') as hash
    from (select index, recorded_at, sequence from journal_seals where index > ${after} order by index limit ${limit}) s
    left join journal_entries e on e.recorded_at = s.recorded_at and e.sequence = s.sequence
    order by s.index`);
  return rows.map((row, at) => {
    const index = after + at + 1;
    if (Number(row.index) !== index) throw journalProblem('journal-broken', { fault: 'seal-missing', index });
    if (row.hash === null) throw journalProblem('journal-broken', { fault: 'entry-missing', index });
    return entryOf(row);
  });
}

async function journalSize(db: Reader): Promise<number> {
  const { rows } = await db.execute<{ size: string }>(sql`select journal_size() as size`);
  return Number(rows[0]?.size ?? 0);
}

/** Returns the index of the last sealed entry; 0 in an empty journal. */
export async function sealedUpTo(db: Reader): Promise<number> {
  const { rows } = await db.execute<{ head: string }>(sql`select coalesce(max(index), 0) as head from journal_seals`);
  return Number(rows[0]?.head ?? 0);
}

/** Makes the entry of a row. */
export function entryOf(row: EntryRow): SealedEntry {
  return {
    index: Number(row.index),
    kind: row.kind,
    subject: row.subject,
    number: row.number,
    version: row.version,
    actor: row.actor,
    occurredAt: new Date(row.occurred_at),
    recordedAt: new Date(row.recorded_at),
    payload: row.payload,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
