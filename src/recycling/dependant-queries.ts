/** Runs and dispositions that depend on a batch or a run, and records of a recycler that depend on its site. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type DependantKind, type Dependants, joinDependants } from '../core/dependant.ts';
import type { Reader } from '../platform/database/db.ts';
import { DEPENDANTS_MAX, dependantsFrom, idsIn, idsOf, type ReadDependants } from '../platform/dependants.ts';

const RunRow = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed']),
  fedGrams: z.coerce.number(),
  yieldedGrams: z.coerce.number(),
  gainedGrams: z.coerce.number(),
  lostGrams: z.coerce.number(),
  total: z.coerce.number(),
});
const AdjustmentRow = z.object({
  ...{ id: z.string(), massGrams: z.coerce.number(), pieces: z.coerce.number(), total: z.coerce.number() },
});
const DispositionRow = z.object({ id: z.string(), massGrams: z.coerce.number(), total: z.coerce.number() });

/** Reads the runs that batches were fed to, or runs themselves, and the dispositions of batches. */
export const readRecyclingDependants: ReadDependants = async (db, records) => {
  const sites = idsOf('site', records);
  const [batches, runs] = [idsOf('batch', records), idsOf('run', records)];
  const dispositions = idsOf('disposition', records);
  const found: Dependants[] = [];
  if (sites.length > 0) found.push(await readOfSites(db, sites));
  if (batches.length + runs.length > 0) found.push(await readRuns(db, [...batches, ...runs]));
  if (batches.length + dispositions.length > 0) found.push(await readDispositions(db, batches, dispositions));
  if (batches.length > 0) found.push(await readAdjustments(db, batches));
  return joinDependants(found);
};

/** Reads the runs of batches, and runs themselves, which come first. */
async function readRuns(db: Reader, ids: readonly string[]): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    select id, case when closed_at is null then 'open' else 'closed' end as state, fed_grams as "fedGrams",
      yielded_grams as "yieldedGrams", gained_grams as "gainedGrams", lost_grams as "lostGrams", count(*) over () as total
    from runs where id in ${idsIn(ids)}
      or id in (select to_batch_id from movements where from_batch_id in ${idsIn(ids)} and kind = 'feed')
      or id in (select run_id from run_outputs where batch_id in ${idsIn(ids)})
    order by id not in ${idsIn(ids)}, closed_at is not null, id limit ${DEPENDANTS_MAX}`);
  return dependantsFrom(z.array(RunRow).parse(rows), ({ id, state, total: _, ...figures }) => ({
    ...{ kind: 'run', id, state, figures, keeps: null },
  }));
}

/** Reads the dispositions of batches, and dispositions themselves, which come first. */
async function readDispositions(db: Reader, batchIds: readonly string[], ids: readonly string[]): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    select d.id, count(*) over () as total, (
      select coalesce(sum(case when m.from_batch_id = d.batch_id then m.mass_grams else -m.mass_grams end), 0)
      from movements m where m.evidence = 'disposition:' || d.id::text) as "massGrams"
    from dispositions d where d.id in ${idsIn(ids)} or d.batch_id in ${idsIn(batchIds)}
    order by d.id not in ${idsIn(ids)}, d.id limit ${DEPENDANTS_MAX}`);
  return dependantsFrom(z.array(DispositionRow).parse(rows), ({ id, massGrams }) => ({
    ...{ kind: 'disposition', id, state: null, figures: { massGrams }, keeps: null },
  }));
}

/** Reads the stock adjustments that moved mass of batches, with what they move now: a withdrawal takes it back. */
async function readAdjustments(db: Reader, batchIds: readonly string[]): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    select substring(evidence from 'stock-adjustment:(.*)') as id, abs(sum(signed.mass)) as "massGrams",
      abs(sum(signed.pieces)) as pieces, count(*) over () as total
    from (
      select evidence, mass_grams as mass, pieces from movements where to_batch_id in ${idsIn(batchIds)}
      union all
      select evidence, -mass_grams, -pieces from movements where from_batch_id in ${idsIn(batchIds)}
    ) signed where evidence like 'stock-adjustment:%' group by evidence order by evidence limit ${DEPENDANTS_MAX}`);
  return dependantsFrom(z.array(AdjustmentRow).parse(rows), ({ id, massGrams, pieces }) => ({
    ...{ kind: 'stock_adjustment', id, state: 'booked', figures: { massGrams, pieces }, keeps: null },
  }));
}

/**
 * Runs, supplies, emissions and counts were recorded at the site as it is registered: recovery rates count recyclers only.
 * Open runs hold most, so they come first.
 */
async function readOfSites(db: Reader, ids: readonly string[]): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    with recorded as (
      select 'run' as kind, id, case when closed_at is null then 'open' else 'closed' end as state from runs
        where site_id in ${idsIn(ids)}
      union all select 'supply', id, null from supplies where site_id in ${idsIn(ids)}
      union all select 'emission', id, null from emissions where site_id in ${idsIn(ids)}
      union all select 'stock_count', c.id, null from stock_counts c join sites s on s.id = c.site_id and s.kind = 'recycler'
        where c.site_id in ${idsIn(ids)}
    ), numbered as (
      select *, row_number() over (partition by kind order by state = 'open' desc, id) as place,
        count(*) over (partition by kind) as total
      from recorded
    )
    select kind, id, state, total from numbered where place <= ${DEPENDANTS_MAX} order by kind, place`);
  const byKind = Map.groupBy(z.array(RecordedRow).parse(rows), ({ kind }) => kind);
  return joinDependants([...byKind].map(([kind, found]) => holdingKind(kind, found)));
}

const RecordedRow = z.object({
  kind: z.enum(['run', 'supply', 'emission', 'stock_count']),
  ...{ id: z.string(), state: z.string().nullable(), total: z.coerce.number() },
});

const holdingKind = (kind: DependantKind, found: readonly z.infer<typeof RecordedRow>[]): Dependants =>
  dependantsFrom(found, ({ id, state }) => ({
    ...{ kind, id, state, figures: {}, keeps: null },
    ...{ repeats: ['kind'], holds: state === 'open' ? ['kind', 'divisionCode'] : ['kind'] },
  }));
