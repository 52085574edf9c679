/** Reads the records that decide about the lead of runs, and locks runs. Contains no rule. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../../platform/database/db.ts';
import { WORK_IN_PROGRESS } from '../material.ts';
import type { LeadBooks, LeadFinding } from './lead-balance.ts';

/** Runs that carried mass over into each other, counted back from the run that is read. */
const CARRIED_OVER_MAX = 12;

const ContentColumn = z.object({ ppm: z.number(), moisturePpm: z.number() });
const BooksRow = z.object({
  accounts: z.array(
    z.object({
      ...{ id: z.string(), material: z.string(), runId: z.string().nullable() },
      content: ContentColumn.nullable(),
    }),
  ),
  transfers: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['feed', 'output', 'split', 'merge', 'dispatch', 'return']),
      ...{ fromId: z.string(), toId: z.string(), massGrams: z.number() },
    }),
  ),
  samples: z.array(ContentColumn.extend({ runId: z.string(), material: z.string() })),
});

type LeadSource = {
  readonly runIds: readonly string[];
  /** SQL for the movements as corrections left them. */
  readonly counted: SQL;
  /** Waste code of batteries. */
  readonly batteries: string;
};

/**
 * Reads runs with their feeds and outputs, the batches from which the feeds came, and the runs that carried mass over into
 * them. Mass that was carried over more often has the range of its material.
 */
export async function readLeadBooks(tx: Tx, { runIds, counted, batteries }: LeadSource): Promise<LeadBooks> {
  const { rows } = await tx.execute(sql`
    with recursive up as (
      select id, 0 as carried from unnest(${sql.param([...runIds])}::uuid[]) run(id)
      union
      select m.from_batch_id, case m.kind when 'output' then up.carried + 1 else up.carried end
      from up join movements m on m.to_batch_id = up.id and m.from_batch_id is not null
      where m.kind in ('feed', 'split', 'merge', 'dispatch', 'return') or (m.kind = 'output' and up.carried < ${CARRIED_OVER_MAX}
        and exists (select from run_outputs o where o.batch_id = m.to_batch_id and o.material = ${WORK_IN_PROGRESS.code}))
    ), ids as materialized (
      select distinct id from up
    ), moved as materialized (
      select m.id, m.kind, m.from_batch_id, m.to_batch_id, m.mass_grams from ids join ${counted} m on m.to_batch_id = ids.id
        where m.from_batch_id is not null and m.kind in ('feed', 'split', 'merge', 'dispatch', 'return')
      union all
      select m.id, m.kind, m.from_batch_id, m.to_batch_id, m.mass_grams from ids join ${counted} m on m.from_batch_id = ids.id
        where m.to_batch_id is not null and m.kind = 'output'
    ), account as (
      select b.id, coalesce(o.material, s.source_kind, case b.kind when 'battery' then ${batteries} else b.material end,
        ${batteries}) as material, o.run_id, a.ppm, a.moisture_ppm
      from (select id from ids union select to_batch_id from moved) one join batches b on b.id = one.id
        left join run_outputs o on o.batch_id = b.id left join supplies s on s.batch_id = b.id
        left join assays a on a.batch_id = b.id and not exists (select from assays later where later.replaces_id = a.id)
    )
    select coalesce((select jsonb_agg(jsonb_build_object('id', id, 'material', material, 'runId', run_id, 'content',
        case when ppm is not null then jsonb_build_object('ppm', ppm, 'moisturePpm', moisture_ppm) end)) from account), '[]') as accounts,
      coalesce((select jsonb_agg(jsonb_build_object('id', id::text, 'kind', kind, 'fromId', from_batch_id, 'toId', to_batch_id,
        'massGrams', mass_grams)) from moved), '[]') as transfers,
      coalesce((select jsonb_agg(jsonb_build_object('runId', a.run_id, 'material', a.material, 'ppm', a.ppm,
        'moisturePpm', a.moisture_ppm)) from assays a
        where a.run_id in (select run_id from account union select id from ids)
          and not exists (select from assays later where later.replaces_id = a.id)), '[]') as samples`);
  return BooksRow.parse(rows[0]);
}

const RunRow = z.object({ id: z.string() });

/**
 * Locks the runs of an organisation about whose lead an assay decides, in the order of their ids: those that made what was
 * sampled, and those that it was fed to. Returns their ids.
 */
export async function lockRunsOf(
  tx: Tx,
  partyId: string,
  { batchId, runId, material }: Omit<LeadFinding, 'ppm' | 'moisturePpm'>,
): Promise<string[]> {
  const { rows } = await tx.execute(sql`
    with recursive sampled as (
      select ${batchId}::uuid as id where ${batchId}::uuid is not null
      union
      select batch_id from run_outputs where run_id = ${runId}::uuid and material = ${material}
    ), down as (
      select id from sampled
      union
      select m.to_batch_id from down join movements m on m.from_batch_id = down.id
        and m.kind in ('split', 'merge', 'dispatch', 'return') and m.to_batch_id is not null
    )
    select r.id from runs r where r.party_id = ${partyId} and r.id in (
      select m.to_batch_id from down join movements m on m.from_batch_id = down.id and m.kind = 'feed'
      union select o.run_id from sampled join run_outputs o on o.batch_id = sampled.id
      union select ${runId}::uuid) order by r.id for update of r`);
  return z
    .array(RunRow)
    .parse(rows)
    .map(({ id }) => id);
}
