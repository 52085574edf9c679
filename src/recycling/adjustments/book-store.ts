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

type Side = 'since' | 'until';
type Place = { readonly partyId: string; readonly siteId: string; readonly at: Date };

/**
 * SQL for what each account of a site held at an instant, open runs included: `held`, and `known` with its material.
 * @param side `since` takes the movements since then out of the balances of today, `until` adds up those until then
 */
const booksOf = ({ partyId, siteId, at }: Place, side: Side): SQL => {
  const here = sql`b.party_id = ${partyId} and (b.site_id = ${siteId} or b.kind = 'process'
    and exists (select from runs r where r.id = b.id and r.site_id = ${siteId}))`;
  const legs = (batch: SQL, into: boolean) => sql`
        select b.id, b.kind, b.material, ${into ? sql`m.mass_grams as mass, m.pieces` : sql`-m.mass_grams as mass, -m.pieces as pieces`}
        from movements m join batches b on b.id = ${batch}
        where ${side === 'since' ? sql`m.occurred_at > ${at.toISOString()}` : sql`m.occurred_at <= ${at.toISOString()}`} and ${here}`;
  const today = sql`
        select b.id, b.kind, b.material, b.mass_grams as mass, b.pieces from batches b
        where ${here} and (b.mass_grams > 0 or b.pieces > 0)
        union all`;
  return sql`
    with recursive held as materialized (
      select id, kind, material, sum(mass) as mass, sum(pieces) as pieces from (
        ${side === 'since' ? today : sql``} ${legs(sql`m.to_batch_id`, side === 'until')}
        union all ${legs(sql`m.from_batch_id`, side === 'since')}
      ) leg group by id, kind, material having sum(mass) <> 0 or sum(pieces) <> 0
    ), ${withMaterials(sql`select id, kind, material from held`)}`;
};

/** Batches after which the movements until an instant are many: those since then are taken out of the balances instead. */
const FEW = 1_000;

/** Returns the side of an instant with fewer movements. Stock and later movements are mostly few next to a history. */
async function sideOf(db: Reader, { partyId, at }: Place): Promise<Side> {
  const { rows } = await db.execute<{ few: boolean }>(sql`
    select count(*) < ${FEW} as few from (
      select from batches where party_id = ${partyId} and occurred_at <= ${at.toISOString()} limit ${FEW}) before`);
  return rows[0]?.few ? 'until' : 'since';
}

/** Reads what the books had on a site at an instant, open runs included. */
export async function readBookStock(db: Reader, place: Place): Promise<BookedStock[]> {
  const { rows } = await db.execute(sql`${booksOf(place, await sideOf(db, place))}
    select known.kind, known.material, sum(held.mass) as "massGrams", sum(held.pieces) as pieces
    from known join held using (id) group by known.kind, known.material`);
  return z.array(StockRow).parse(rows);
}

const BatchRow = StockRow.extend({ batchId: z.string() });

/**
 * Lists the accounts that held mass or pieces on a site at an instant, open runs included.
 * @param side movements that are added up, the fewer ones when it is left out; the answer is the same
 */
export async function listBookedBatches(db: Reader, place: Place, side?: Side): Promise<z.infer<typeof BatchRow>[]> {
  const { rows } = await db.execute(sql`${booksOf(place, side ?? (await sideOf(db, place)))}
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
