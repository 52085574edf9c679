/** The first instant at which a batch could be sampled. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../../platform/database/db.ts';

const FirstRow = z.object({ firstAt: z.coerce.date().nullable() });

/**
 * Finds the earliest of the batches from which a batch came: for a load on a manifest its handing over, for an output the start
 * of its run, otherwise the record of the batch. Null for bought feed, which its seller sampled.
 */
export async function findFirstInstant(tx: Tx, batchId: string): Promise<Date | null> {
  const { rows } = await tx.execute(sql`
    with recursive came as (
      select ${batchId}::uuid as id
      union
      select m.from_batch_id from came join movements m on m.to_batch_id = came.id
        and m.kind in ('split', 'merge', 'dispatch', 'return') where m.from_batch_id is not null
    )
    select case when count(s.id) = 0 then min(coalesce(f.handed_over_at, r.started_at, b.occurred_at)) end as "firstAt"
    from came join batches b on b.id = came.id
      left join manifest_lines line on line.received_batch_id = b.id left join manifests f on f.id = line.manifest_id
      left join run_outputs o on o.batch_id = b.id left join runs r on r.id = o.run_id
      left join supplies s on s.batch_id = b.id`);
  return FirstRow.parse(rows[0]).firstAt;
}
