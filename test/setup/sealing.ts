/** Seals everything that was recorded before the call. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../src/platform/database/db.ts';
import { createSealer } from '../../src/platform/journal/index.ts';

const PATIENCE_MS = 30_000;

/**
 * A pass of the sealer waits for every older transaction of the cluster, and the other test files have databases there.
 * So a pass that sealed nothing says nothing: the position of the sealer does.
 */
export async function sealAll(db: Db): Promise<void> {
  const seal = createSealer(db);
  const { rows } = await db.execute<{ written: string }>(sql`
    select case when is_called then last_value else 0 end as written from journal_sequence`);
  for (const end = Date.now() + PATIENCE_MS; !(await sealedUpTo(db, rows[0]?.written ?? '0')); ) {
    if (Date.now() > end) throw new Error('the journal could not be sealed in time');
    if ((await seal()) === 0) await sleep(2);
  }
}

async function sealedUpTo(db: Db, written: string): Promise<boolean> {
  const { rows } = await db.execute<{ done: boolean }>(sql`
    select sequence >= ${written}::bigint as done from journal_sealer`);
  return rows[0]?.done ?? false;
}
