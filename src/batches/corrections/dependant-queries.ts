/** Batches and sites that depend on a batch: itself, the batches that it was split or merged into, and the stock of its site. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { DEPENDANTS_MAX, type ReadDependants } from '../../platform/dependants.ts';
import { STORED_KINDS } from '../storage/storage.ts';

const BatchRow = z.object({ id: z.string(), massGrams: z.coerce.number(), pieces: z.number() });
const SiteRow = z.object({ id: z.string(), stockGrams: z.coerce.number() });

/** Reads the batches that hold mass of a batch, and its site. */
export const readBatchDependants: ReadDependants = async (db, { kind, id }) => {
  if (kind !== 'batch') return [];
  const { rows: batches } = await db.execute(sql`
    with recursive held as (
      select ${id}::uuid as id, 0 as depth
      union
      select m.to_batch_id, held.depth + 1 from held join movements m on m.from_batch_id = held.id
      where m.kind in ('split', 'merge') and held.depth < 20
    )
    select b.id, b.mass_grams as "massGrams", b.pieces from batches b where b.id in (select id from held)
    order by b.id limit ${DEPENDANTS_MAX}`);
  const { rows: sites } = await db.execute(sql`
    select stored.site_id as id, coalesce(sum(stored.mass_grams), 0) as "stockGrams"
    from batches b join batches stored on stored.party_id = b.party_id and stored.site_id = b.site_id
    where b.id = ${id} and stored.kind in ${[...STORED_KINDS]} group by stored.site_id`);
  return [
    ...z
      .array(BatchRow)
      .parse(batches)
      .map(({ id: batchId, ...figures }) => ({
        kind: 'batch' as const,
        id: batchId,
        state: null,
        figures,
        keeps: null,
      })),
    ...z
      .array(SiteRow)
      .parse(sites)
      .map(({ id: siteId, stockGrams }) => ({
        ...{ kind: 'site' as const, id: siteId, state: null, figures: { stockGrams }, keeps: null },
      })),
  ];
};
