/** Runs and dispositions that depend on a batch or a run. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Dependant, type Dependants, dependantsIn, joinDependants } from '../core/dependant.ts';
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
  if (kind === 'site') return readRunsOfSite(db, id);
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

/** Runs were made at the site as it is registered: recovery rates count recyclers only. Open ones hold most, so they come first. */
async function readRunsOfSite(db: Reader, siteId: string): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    select id, case when closed_at is null then 'open' else 'closed' end as state, count(*) over () as total
    from runs where site_id = ${siteId} order by closed_at is not null, id limit ${DEPENDANTS_MAX}`);
  const found = z.array(RunRow.pick({ id: true, state: true, total: true })).parse(rows);
  const listed = found.map(
    ({ id, state }): Dependant => ({
      ...{ kind: 'run', id, state, figures: {}, keeps: null },
      ...{ repeats: [], holds: state === 'open' ? ['kind', 'divisionCode'] : ['kind'] },
    }),
  );
  return dependantsIn(listed, { unlisted: unlistedOf('run', found) });
}
