/** Runs and dispositions that depend on a batch or a run, and records of a recycler that depend on its site. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  type Dependant,
  type DependantKind,
  type Dependants,
  dependantsIn,
  joinDependants,
} from '../core/dependant.ts';
import type { Reader } from '../platform/database/db.ts';
import { DEPENDANTS_MAX, type ReadDependants, unlistedOf } from '../platform/dependants.ts';

const RunRow = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed']),
  fedGrams: z.coerce.number(),
  yieldedGrams: z.coerce.number(),
  gainedGrams: z.coerce.number(),
  lostGrams: z.coerce.number(),
  total: z.coerce.number(),
});
const DispositionRow = z.object({ id: z.string(), massGrams: z.coerce.number(), total: z.coerce.number() });

/** Reads the runs that a batch was fed to, or a run itself, and the dispositions of a batch. */
export const readRecyclingDependants: ReadDependants = async (db, { kind, id }) => {
  if (kind === 'site') return readOfSite(db, id);
  if (kind === 'disposition') return readDispositions(db, sql`d.id = ${id}`);
  if (kind !== 'batch' && kind !== 'run') return dependantsIn([]);
  return joinDependants([await readRuns(db, id), await readDispositions(db, sql`d.batch_id = ${id}`)]);
};

/** Reads the runs of a batch, or a run itself, which comes first. */
async function readRuns(db: Reader, id: string): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    select id, case when closed_at is null then 'open' else 'closed' end as state, fed_grams as "fedGrams",
      yielded_grams as "yieldedGrams", gained_grams as "gainedGrams", lost_grams as "lostGrams", count(*) over () as total
    from runs where id = ${id}
      or id in (select to_batch_id from movements where from_batch_id = ${id} and kind = 'feed')
      or id = (select run_id from run_outputs where batch_id = ${id})
    order by id <> ${id}, closed_at is not null, id limit ${DEPENDANTS_MAX}`);
  const found = z.array(RunRow).parse(rows);
  const listed = found.map(
    ({ id: runId, state, total: _, ...figures }): Dependant => ({
      kind: 'run',
      id: runId,
      state,
      figures,
      keeps: null,
    }),
  );
  return dependantsIn(listed, { unlisted: unlistedOf('run', found) });
}

async function readDispositions(db: Reader, where: SQL): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    select d.id, count(*) over () as total, (
      select coalesce(sum(case when m.from_batch_id = d.batch_id then m.mass_grams else -m.mass_grams end), 0)
      from movements m where m.evidence = 'disposition:' || d.id::text) as "massGrams"
    from dispositions d where ${where} order by d.id limit ${DEPENDANTS_MAX}`);
  const found = z.array(DispositionRow).parse(rows);
  const listed = found.map(
    ({ id, massGrams }): Dependant => ({ kind: 'disposition', id, state: null, figures: { massGrams }, keeps: null }),
  );
  return dependantsIn(listed, { unlisted: unlistedOf('disposition', found) });
}

/**
 * Runs, supplies, emissions and counts were recorded at the site as it is registered: recovery rates count recyclers only.
 * Open runs hold most, so they come first.
 */
async function readOfSite(db: Reader, siteId: string): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    with recorded as (
      select 'run' as kind, id, case when closed_at is null then 'open' else 'closed' end as state from runs
        where site_id = ${siteId}
      union all select 'supply', id, null from supplies where site_id = ${siteId}
      union all select 'emission', id, null from emissions where site_id = ${siteId}
      union all select 'stock_count', c.id, null from stock_counts c join sites s on s.id = c.site_id and s.kind = 'recycler'
        where c.site_id = ${siteId}
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
  dependantsIn(
    found.map(({ id, state }) => ({
      ...{ kind, id, state, figures: {}, keeps: null },
      ...{ repeats: ['kind'], holds: state === 'open' ? ['kind', 'divisionCode'] : ['kind'] },
    })),
    { unlisted: unlistedOf(kind, found) },
  );
