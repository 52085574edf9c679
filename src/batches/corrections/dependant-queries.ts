/** Batches and sites that depend on a batch: itself, the batches that it was split or merged into, and the stock of its site. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { DEPENDANTS_MAX, type ReadDependants } from '../../platform/dependants.ts';
import { STORED_KINDS } from '../storage/storage.ts';

const BatchRow = z.object({ id: z.string(), massGrams: z.coerce.number(), pieces: z.number() });
const SiteRow = z.object({ id: z.string(), stockGrams: z.coerce.number() });

/** Reads the batches that hold mass of a batch, and its site. */
const readOfBatch: ReadDependants = async (db, { id }) => {
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

/** Stock lies where its site is registered, and may be held there under the kind of the site. */
const readOfSite: ReadDependants = async (db, { id }) => {
  const { rows } = await db.execute(sql`
    select id, mass_grams as "massGrams", pieces from batches where site_id = ${id} and mass_grams > 0
    order by id limit ${DEPENDANTS_MAX}`);
  return z
    .array(BatchRow)
    .parse(rows)
    .map(({ id: batchId, ...figures }) => ({
      ...{ kind: 'batch' as const, id: batchId, state: null, figures, keeps: null },
      ...{ repeats: [], holds: ['kind', 'divisionCode'] },
    }));
};

/** Reads the batches and sites that depend on a batch, and the stock of a site. */
export const readBatchDependants: ReadDependants = async (db, record, now) => {
  if (record.kind === 'batch') return readOfBatch(db, record, now);
  return record.kind === 'site' ? readOfSite(db, record, now) : [];
};
