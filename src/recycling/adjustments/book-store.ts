/** The book stock of a site at an instant, by kind and material, as a count of then is held against it. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { WORK_IN_PROGRESS } from '../material.ts';
import type { BookedStock } from './stock-item.ts';

/**
 * SQL for accounts with their materials. Residues that share a waste code differ in the material of the run that made them,
 * also after a split. What an open run holds is work in progress.
 */
const withMaterials = (accounts: SQL) => sql`
  account as materialized (${accounts}),
  lineage as (
    select id, id as ancestor_id, 0 as depth from account where kind <> 'battery'
    union all
    select l.id, parent.id, l.depth + 1 from lineage l join batches b on b.id = l.ancestor_id and b.evidence like 'batch:%'
      join batches parent on parent.id = substring(b.evidence from 7)::uuid
  ), made as (
    select distinct on (l.id) l.id, o.material
    from lineage l join run_outputs o on o.batch_id = l.ancestor_id order by l.id, l.depth
  ), known as (
    select account.id, account.kind, case account.kind when 'process' then ${WORK_IN_PROGRESS.code}
      else coalesce(made.material, account.material) end as material
    from account left join made using (id)
  )`;

const StockRow = z.object({
  kind: z.string(),
  material: z.string(),
  massGrams: z.coerce.number(),
  pieces: z.coerce.number(),
});

type Place = { readonly partyId: string; readonly siteId: string; readonly at: Date };

/**
 * SQL for what each account of a site held at an instant, open runs included: `held`, and `known` with its material. It takes
 * the movements since then out of the balances of today, because stock and later movements are few next to a history.
 */
const booksOf = ({ partyId, siteId, at }: Place): SQL => {
  const here = sql`b.party_id = ${partyId} and (b.site_id = ${siteId} or b.kind = 'process'
    and exists (select from runs r where r.id = b.id and r.site_id = ${siteId}))`;
  const since = sql`m.occurred_at > ${at.toISOString()} and ${here}`;
  return sql`
    with recursive held as materialized (
      select id, kind, material, sum(mass) as mass, sum(pieces) as pieces from (
        select b.id, b.kind, b.material, b.mass_grams as mass, b.pieces from batches b
        where ${here} and (b.mass_grams > 0 or b.pieces > 0)
        union all
        select b.id, b.kind, b.material, -m.mass_grams, -m.pieces from movements m join batches b on b.id = m.to_batch_id
        where ${since}
        union all
        select b.id, b.kind, b.material, m.mass_grams, m.pieces from movements m join batches b on b.id = m.from_batch_id
        where ${since}
      ) leg group by id, kind, material having sum(mass) <> 0 or sum(pieces) <> 0
    ), ${withMaterials(sql`select id, kind, material from held`)}`;
};

/** Reads what the books had on a site at an instant, open runs included. */
export async function readBookStock(db: Reader, place: Place): Promise<BookedStock[]> {
  const { rows } = await db.execute(sql`${booksOf(place)}
    select known.kind, known.material, sum(held.mass) as "massGrams", sum(held.pieces) as pieces
    from known join held using (id) group by known.kind, known.material`);
  return z.array(StockRow).parse(rows);
}

const BatchRow = StockRow.extend({ batchId: z.string() });

/** Lists the accounts that held mass or pieces on a site at an instant, open runs included. */
export async function listBookedBatches(db: Reader, place: Place): Promise<z.infer<typeof BatchRow>[]> {
  const { rows } = await db.execute(sql`${booksOf(place)}
    select known.id as "batchId", known.kind, known.material, held.mass as "massGrams", held.pieces
    from known join held using (id) order by known.id`);
  return z.array(BatchRow).parse(rows);
}

/** Reads the materials of batches, by batch. */
export async function readMaterials(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.execute(sql`
    with recursive ${withMaterials(sql`
      select b.id, b.kind, b.material from batches b
      where b.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`)}
    select id, material from known`);
  return new Map(
    z
      .array(z.object({ id: z.string(), material: z.string() }))
      .parse(rows)
      .map(({ id, material }) => [id, material]),
  );
}
