/** Runs and dispositions that depend on a batch or a run. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Dependant } from '../core/dependant.ts';
import type { Reader } from '../platform/database/db.ts';
import { DEPENDANTS_MAX, type ReadDependants } from '../platform/dependants.ts';

const RunRow = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed']),
  fedGrams: z.coerce.number(),
  yieldedGrams: z.coerce.number(),
  gainedGrams: z.coerce.number(),
  lostGrams: z.coerce.number(),
});
const DispositionRow = z.object({ id: z.string(), massGrams: z.coerce.number() });

/** Reads the runs that a batch was fed to, or a run itself, and the dispositions of a batch. */
export const readRecyclingDependants: ReadDependants = async (db, { kind, id }) => {
  if (kind === 'site') return readOfSite(db, id);
  if (kind !== 'batch' && kind !== 'run') return [];
  const { rows: runs } = await db.execute(sql`
    select id, case when closed_at is null then 'open' else 'closed' end as state, fed_grams as "fedGrams",
      yielded_grams as "yieldedGrams", gained_grams as "gainedGrams", lost_grams as "lostGrams"
    from runs where id = ${id}
      or id in (select to_batch_id from movements where from_batch_id = ${id} and kind = 'feed')
      or id = (select run_id from run_outputs where batch_id = ${id})
    order by id limit ${DEPENDANTS_MAX}`);
  const { rows: dispositions } = await db.execute(sql`
    select d.id, (select coalesce(sum(case when m.from_batch_id = d.batch_id then m.mass_grams else -m.mass_grams end), 0)
      from movements m where m.evidence = 'disposition:' || d.id::text) as "massGrams"
    from dispositions d where d.batch_id = ${id} order by d.id limit ${DEPENDANTS_MAX}`);
  return [
    ...z
      .array(RunRow)
      .parse(runs)
      .map(({ id: runId, state, ...figures }): Dependant => ({ kind: 'run', id: runId, state, figures, keeps: null })),
    ...z
      .array(DispositionRow)
      .parse(dispositions)
      .map(
        ({ id: leftBy, ...figures }): Dependant => ({
          kind: 'disposition',
          id: leftBy,
          state: null,
          figures,
          keeps: null,
        }),
      ),
  ];
};

/** Runs were made at the site as it is registered: recovery rates count recyclers only. */
async function readOfSite(db: Reader, siteId: string): Promise<Dependant[]> {
  const { rows } = await db.execute(sql`
    select id, case when closed_at is null then 'open' else 'closed' end as state from runs where site_id = ${siteId}
    order by id limit ${DEPENDANTS_MAX}`);
  return z
    .array(RunRow.pick({ id: true, state: true }))
    .parse(rows)
    .map(({ id, state }) => ({
      ...{ kind: 'run', id, state, figures: {}, keeps: null },
      ...{ repeats: [], holds: state === 'open' ? ['kind', 'divisionCode'] : ['kind'] },
    }));
}
