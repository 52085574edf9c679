/** Reads the journal in its sealed order. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../database/db.ts';
import type { Fact, SealedEntry } from './entry.ts';

type Row = {
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
 */
export async function readJournal(db: Reader, after: number, limit: number): Promise<SealedEntry[]> {
  const { rows } = await db.execute<Row>(sql`
    select s.index, e.recorded_at, e.occurred_at, e.kind, e.subject, e.number, e.version, e.actor, e.payload,
      encode(e.previous_hash, 'hex') as previous_hash, encode(e.hash, 'hex') as hash
    from (select index, recorded_at, sequence from journal_seals where index > ${after} order by index limit ${limit}) s
    join journal_entries e on e.recorded_at = s.recorded_at and e.sequence = s.sequence
    order by s.index`);
  return rows.map(toEntry);
}

/** Lists at most `limit` sealed entries of one subject with a number greater than `after`, first to last. */
export async function readSubject(db: Reader, subject: string, limit = 1_000, after = 0): Promise<SealedEntry[]> {
  const { rows } = await db.execute<Row>(sql`
    select s.index, e.recorded_at, e.occurred_at, e.kind, e.subject, e.number, e.version, e.actor, e.payload,
      encode(e.previous_hash, 'hex') as previous_hash, encode(e.hash, 'hex') as hash
    from journal_entries e join journal_seals s on s.sequence = e.sequence
    where e.subject = ${subject} and e.number > ${after}::bigint order by e.number limit ${limit}`);
  return rows.map(toEntry);
}

/** Returns the index of the last sealed entry; 0 in an empty journal. */
export async function sealedUpTo(db: Reader): Promise<number> {
  const { rows } = await db.execute<{ head: string }>(sql`select coalesce(max(index), 0) as head from journal_seals`);
  return Number(rows[0]?.head ?? 0);
}

function toEntry(row: Row): SealedEntry {
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
