/** Batches and sites that depend on a batch: itself, the batches that it was split or merged into, and the stock of its site. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Dependant, type Dependants, dependantsIn, joinDependants } from '../../core/dependant.ts';
import type { Reader } from '../../platform/database/db.ts';
import { DEPENDANTS_MAX, dependantsFrom, idsIn, idsOf, type ReadDependants } from '../../platform/dependants.ts';
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

/** Reads the batches that hold mass of some batches, these first, and their sites. */
async function readOfBatches(db: Reader, ids: readonly string[]): Promise<Dependants> {
  const { rows: batches } = await db.execute(sql`
    with recursive held as (
      select id, 0 as depth from batches where id in ${idsIn(ids)}
      union
      select m.to_batch_id, held.depth + 1 from held join movements m on m.from_batch_id = held.id
      where m.kind in ('split', 'merge') and held.depth < 20
    )
    select b.id, b.mass_grams as "massGrams", b.pieces, count(*) over () as total from batches b
    where b.id in (select id from held) order by b.id not in ${idsIn(ids)}, b.id limit ${DEPENDANTS_MAX}`);
  const { rows: sites } = await db.execute(sql`
    select stored.site_id as id, coalesce(sum(stored.mass_grams), 0) as "stockGrams"
    from (select distinct party_id, site_id from batches where id in ${idsIn(ids)}) at
      join batches stored on stored.party_id = at.party_id and stored.site_id = at.site_id
    where stored.kind in ${[...STORED_KINDS]} group by stored.site_id`);
  const stock = z.array(SiteRow).parse(sites);
  return joinDependants([
    batchesIn(z.array(BatchRow).parse(batches)),
    dependantsIn(
      stock.map(({ id: siteId, stockGrams }) => ({
        ...{ kind: 'site', id: siteId, state: null, figures: { stockGrams }, keeps: null },
      })),
    ),
  ]);
}

const batchesIn = (rows: readonly z.infer<typeof BatchRow>[], needs: Partial<Dependant> = {}): Dependants =>
  dependantsFrom(rows, ({ id, massGrams, pieces }) => ({
    ...{ kind: 'batch', id, state: null, figures: { massGrams, pieces }, keeps: null },
    ...needs,
  }));

/** Stock lies where its site is registered, and may be held there under the kind of the site, up to its storage limit. */
async function readOfSites(db: Reader, ids: readonly string[]): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    select id, mass_grams as "massGrams", pieces, count(*) over () as total from batches
    where site_id in ${idsIn(ids)} and mass_grams > 0 order by id limit ${DEPENDANTS_MAX}`);
  const { rows: limits } = await db.execute(sql`
    select s.id, s.storage_limit_grams as "limitGrams", coalesce(sum(b.mass_grams), 0) as "stockGrams"
    from sites s left join batches b on b.site_id = s.id and b.kind in ${[...STORED_KINDS]}
    where s.id in ${idsIn(ids)} group by s.id`);
  return joinDependants([
    batchesIn(z.array(BatchRow).parse(rows), { repeats: [], holds: ['kind', 'divisionCode'] }),
    dependantsIn(z.array(LimitRow).parse(limits).map(againstLimit)),
  ]);
}

/** Shows a site with the stock above its own limit. */
function againstLimit({ id, limitGrams, stockGrams }: z.infer<typeof LimitRow>): Dependant {
  const overLimitGrams = limitGrams === null ? 0 : Math.max(0, stockGrams - limitGrams);
  return {
    ...{ kind: 'site', id, state: overLimitGrams > 0 ? 'over_limit' : null, figures: { stockGrams, overLimitGrams } },
    ...{ keeps: null, repeats: ['storageLimitGrams'] },
  };
}

/** Reads the batches and sites that depend on batches, and the stock of sites. */
export const readBatchDependants: ReadDependants = async (db, records) => {
  const [batches, sites] = [idsOf('batch', records), idsOf('site', records)];
  const found: Dependants[] = [];
  if (batches.length > 0) found.push(await readOfBatches(db, batches));
  if (sites.length > 0) found.push(await readOfSites(db, sites));
  return joinDependants(found);
};
