/** Subscriptions: consumers of the journal, each with its own position in PostgreSQL. */
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../database/db.ts';
import type { SealedEntry } from './entry.ts';
import { readJournal } from './reader.ts';

export type Subscription = {
  /** Permanent name, under which the position is stored. */
  readonly name: string;
  /** Applies entries, in order, each exactly once, in the transaction that moves the position. */
  readonly apply: (tx: Tx, entries: readonly SealedEntry[]) => Promise<void>;
  /** Called after the commit, for wake-ups. Losing one does no harm. */
  readonly afterwards?: () => Promise<void>;
};

/** Moves a subscription by up to `limit` entries. Returns their number; 0 also when another process is moving it. */
export async function advance(db: Db, subscription: Subscription, limit = 500): Promise<number> {
  const count = await db.transaction(async (tx) => {
    const position = await lockPosition(tx, subscription.name);
    if (position === undefined) return 0;
    const entries = await readJournal(tx, position, limit);
    const last = entries.at(-1);
    if (!last) return 0;
    await subscription.apply(tx, entries);
    await tx.execute(sql`
      update journal_subscriptions set position = ${last.index}, moved_at = now() where name = ${subscription.name}`);
    return entries.length;
  });
  if (count > 0) await subscription.afterwards?.();
  return count;
}

/** Inserts a subscription at the beginning of the journal. Does nothing when it exists. */
export async function subscribe(db: Db, name: string): Promise<void> {
  await db.execute(sql`insert into journal_subscriptions (name) values (${name}) on conflict (name) do nothing`);
}

async function lockPosition(tx: Tx, name: string): Promise<number | undefined> {
  const { rows } = await tx.execute<{ position: string }>(sql`
    select position from journal_subscriptions where name = ${name} for update skip locked`);
  return rows[0] && Number(rows[0].position);
}
