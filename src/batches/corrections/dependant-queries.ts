/** Batches and sites that depend on a batch: itself, the batches that it was split or merged into, and the stock of its site. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Dependant, type Dependants, dependantsIn, joinDependants } from '../../core/dependant.ts';
import { DEPENDANTS_MAX, type ReadDependants, unlistedOf } from '../../platform/dependants.ts';
import { STORED_KINDS } from '../storage/storage.ts';

const BatchRow = z.object({
  ...{ id: z.string(), massGrams: z.coerce.number(), pieces: z.number(), total: z.coerce.number() },
});
const LimitRow = z.object({
  id: z.string(),
  limitGrams: z.coerce.number().nullable(),
  stockGrams: z.coerce.number(),
});
const SiteRow = z.object({ id: z.string(), stockGrams: z.coerce.number() });

/** Reads the batches that hold mass of a batch, itself first, and its site. */
const readOfBatch: ReadDependants = async (db, { id }) => {
  const { rows: batches } = await db.execute(sql`
    with recursive held as (
      select ${id}::uuid as id, 0 as depth
      union
      select m.to_batch_id, held.depth + 1 from held join movements m on m.from_batch_id = held.id
      where m.kind in ('split', 'merge') and held.depth < 20
    )
    select b.id, b.mass_grams as "massGrams", b.pieces, count(*) over () as total from batches b
    where b.id in (select id from held) order by b.id <> ${id}, b.id limit ${DEPENDANTS_MAX}`);
  const { rows: sites } = await db.execute(sql`
    select stored.site_id as id, coalesce(sum(stored.mass_grams), 0) as "stockGrams"
    from batches b join batches stored on stored.party_id = b.party_id and stored.site_id = b.site_id
    where b.id = ${id} and stored.kind in ${[...STORED_KINDS]} group by stored.site_id`);
  const stock = z.array(SiteRow).parse(sites);
  return joinDependants([
    batchesIn(z.array(BatchRow).parse(batches)),
    dependantsIn(
      stock.map(({ id: siteId, stockGrams }) => ({
        ...{ kind: 'site', id: siteId, state: null, figures: { stockGrams }, keeps: null },
      })),
    ),
  ]);
};

const batchesIn = (rows: readonly z.infer<typeof BatchRow>[], needs: Partial<Dependant> = {}): Dependants =>
  dependantsIn(
    rows.map(({ id, massGrams, pieces }) => ({
      ...{ kind: 'batch', id, state: null, figures: { massGrams, pieces }, keeps: null },
      ...needs,
    })),
    { unlisted: unlistedOf('batch', rows) },
  );

/** Stock lies where its site is registered, and may be held there under the kind of the site, up to its storage limit. */
const readOfSite: ReadDependants = async (db, { id }) => {
  const { rows } = await db.execute(sql`
    select id, mass_grams as "massGrams", pieces, count(*) over () as total from batches
    where site_id = ${id} and mass_grams > 0 order by id limit ${DEPENDANTS_MAX}`);
  const { rows: limits } = await db.execute(sql`
    select s.id, s.storage_limit_grams as "limitGrams", coalesce(sum(b.mass_grams), 0) as "stockGrams"
    from sites s left join batches b on b.site_id = s.id and b.kind in ${[...STORED_KINDS]}
    where s.id = ${id} group by s.id`);
  return joinDependants([
    batchesIn(z.array(BatchRow).parse(rows), { repeats: [], holds: ['kind', 'divisionCode'] }),
    dependantsIn(z.array(LimitRow).parse(limits).map(againstLimit)),
  ]);
};

/** Shows a site with the stock above its own limit. */
function againstLimit({ id, limitGrams, stockGrams }: z.infer<typeof LimitRow>): Dependant {
  const overLimitGrams = limitGrams === null ? 0 : Math.max(0, stockGrams - limitGrams);
  return {
    ...{ kind: 'site', id, state: overLimitGrams > 0 ? 'over_limit' : null, figures: { stockGrams, overLimitGrams } },
    ...{ keeps: null, repeats: ['storageLimitGrams'] },
  };
}

/** Reads the batches and sites that depend on a batch, and the stock of a site. */
export const readBatchDependants: ReadDependants = async (db, record, now) => {
  if (record.kind === 'batch') return readOfBatch(db, record, now);
  return record.kind === 'site' ? readOfSite(db, record, now) : dependantsIn([]);
};
