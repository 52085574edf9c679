/** Finds what is present where it must not be, and absent where it must be. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../../database/db.ts';
import type { Fault } from '../problems.ts';

/** Numbers of writing after `after` (null: from the lowest) up to `upTo`; `size` is that of the journal before them. */
type Stretch = { readonly after: bigint | null; readonly upTo: bigint; readonly size: number };

/** Finds an entry that was written among sealed ones and has no place: the sealer leaves none out. */
export async function findUnplaced(db: Reader, { after, upTo, size }: Stretch): Promise<Fault | undefined> {
  const lower = after === null ? sql`true` : sql`e.sequence > ${String(after)}::bigint`;
  const { rows } = await db.execute<{ subject: string; index: string }>(sql`
    select e.subject, coalesce((select min(s.index) from journal_seals s where s.sequence > e.sequence), ${size} + 1) as index
    from journal_entries e where ${lower} and e.sequence <= ${String(upTo)}::bigint
      and not exists (select from journal_seals s where s.sequence = e.sequence and s.recorded_at = e.recorded_at)
    order by e.sequence limit 1`);
  const [found] = rows;
  return found && { fault: 'entry-unplaced', index: Number(found.index), subject: found.subject };
}

/** Finds an entry with a number of writing that was never given. A restore may have left their source behind, though. */
export async function findBeyond(db: Reader, size: number): Promise<Fault | undefined> {
  const { rows } = await db.execute<{ subject: string }>(sql`
    select e.subject from journal_entries e
    where e.sequence > (select last_value from journal_sequence)
      and (select last_value from journal_sequence) >= (select sequence from journal_sealer)
    order by e.sequence limit 1`);
  const [found] = rows;
  return found && { fault: 'entry-unplaced', index: size + 1, subject: found.subject };
}

/** A page of subjects: the first fault, and the subject to go on after; null at the end. */
export type HeadsPage = { readonly fault: Fault | undefined; readonly next: string | null };

type Page = { readonly after: string | null; readonly size: number; readonly limit: number };

/** Verifies for at most `limit` subjects that their noted last entries exist. */
export async function verifyHeads(db: Reader, { after, size, limit }: Page): Promise<HeadsPage> {
  const { rows } = await db.execute<{ subject: string; exists: boolean }>(sql`
    select h.subject,
      exists (select from journal_entries e where e.subject = h.subject and e.number = h.number) as "exists"
    from (select subject, number from journal_heads where ${after === null ? sql`true` : sql`subject > ${after}`}
      order by subject limit ${limit}) h
    order by h.subject`);
  const lost = rows.find((row) => !row.exists);
  return {
    fault: lost && { fault: 'head-changed', index: size, subject: lost.subject },
    next: rows.length < limit ? null : (rows.at(-1)?.subject ?? null),
  };
}
