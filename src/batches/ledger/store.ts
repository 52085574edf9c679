/** Reads the postings of accounts. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import type { Ledgers } from './ledger.ts';

const PostingRow = z.object({
  id: z.string(),
  massGrams: z.coerce.number(),
  pieces: z.coerce.number(),
  occurredAt: z.coerce.date(),
  recordedAt: z.coerce.date(),
});

/** Reads the postings of batches, of each instant together. The caller holds the locks of the batches. */
export async function readLedgers(db: Reader, ids: readonly string[]): Promise<Ledgers> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute(sql`
    with accounts as (select distinct jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid as id)
    select id, sum(mass) as "massGrams", sum(pieces) as pieces, occurred_at as "occurredAt",
      min(recorded_at) as "recordedAt"
    from (
      select a.id, m.mass_grams as mass, m.pieces, m.occurred_at, m.recorded_at
      from accounts a join movements m on m.to_batch_id = a.id
      union all
      select a.id, -m.mass_grams, -m.pieces, m.occurred_at, m.recorded_at
      from accounts a join movements m on m.from_batch_id = a.id
    ) legs group by id, occurred_at`);
  return Map.groupBy(z.array(PostingRow).parse(rows), ({ id }) => id);
}
