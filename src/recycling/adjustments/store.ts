/** Reads and writes stock adjustments. Contains no rule. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Quantity } from '../../batches/index.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { stockAdjustments, stockCounts } from '../tables.ts';
import { adjustmentProblem } from './problems.ts';
import { changeOfAll, type StockAdjustment } from './stock-adjustment.ts';

/**
 * Keeps other adjustments and corrections of a site waiting until the transaction ends. The caller has locked its batches
 * before, so that all locks are taken in one order.
 */
export async function lockBooks(tx: Tx, siteId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`stock-books:${siteId}`}, 0))`);
}

/** Locks an adjustment of an organisation. @throws Problem `stock-adjustment-missing`, also for one of another organisation */
export async function lockOwnAdjustment(tx: Tx, id: string, partyId: string): Promise<StockAdjustment> {
  const [row] = await tx.select().from(stockAdjustments).where(eq(stockAdjustments.id, id)).for('update');
  if (row?.partyId !== partyId) throw adjustmentProblem('stock-adjustment-missing', { id, pointer: '#/params/id' });
  return row;
}

/** Lists the adjustments of an item to a count that are proposed or booked. */
export function listLiveAdjustments(tx: Tx, countId: string, item: string): Promise<StockAdjustment[]> {
  const live = inArray(stockAdjustments.state, ['proposed', 'booked']);
  return tx
    .select()
    .from(stockAdjustments)
    .where(and(eq(stockAdjustments.countId, countId), eq(stockAdjustments.item, item), live))
    .orderBy(asc(stockAdjustments.id));
}

export async function insertAdjustment(tx: Tx, adjustment: StockAdjustment): Promise<void> {
  await tx.insert(stockAdjustments).values({ ...adjustment, batches: [...adjustment.batches] });
}

/** Writes the decision about a proposal. The database refuses any other change. */
export async function updateDecision(tx: Tx, adjustment: StockAdjustment): Promise<void> {
  const { id, state, decidedBy, decidedAt, decision, affected, unlisted } = adjustment;
  await tx
    .update(stockAdjustments)
    .set({ state, decidedBy, decidedAt, decision, affected, unlisted })
    .where(eq(stockAdjustments.id, id));
}

/** Reads the id of the count that has corrected another, or null. */
export async function findReplacement(db: Reader, countId: string): Promise<string | null> {
  const [row] = await db.select({ id: stockCounts.id }).from(stockCounts).where(eq(stockCounts.replacesId, countId));
  return row?.id ?? null;
}

const Batches = z.array(
  z.object({
    batchId: z.string(),
    ...{ bookGrams: z.number(), bookPieces: z.number(), countedGrams: z.number(), countedPieces: z.number() },
  }),
);

/** An adjustment of one person, with what it moves after all corrections, and what all of its item and instant move. */
export type BookedAlone = Pick<StockAdjustment, 'id' | 'partyId' | 'siteId' | 'item' | 'countedAt'> & {
  readonly net: Quantity;
  readonly same: Quantity;
};

const AloneRow = z.object({
  ...{ id: z.string(), partyId: z.string(), siteId: z.string(), item: z.string(), countedAt: z.coerce.date() },
  ...{ massGrams: z.coerce.number(), pieces: z.coerce.number() },
  ...{ sameGrams: z.coerce.number(), samePieces: z.coerce.number() },
});

/** Lists the adjustments of a site that one person booked to a count of an instant or later. */
export async function listBookedAlone(db: Reader, siteId: string, since: Date): Promise<BookedAlone[]> {
  const { rows } = await db.execute(sql`
    with booked as (
      select a.id, a.party_id as "partyId", a.site_id as "siteId", a.item, a.counted_at as "countedAt", a.above_limit,
        coalesce(sum(case when m.from_boundary = 'adjustment' then m.mass_grams else -m.mass_grams end), 0) as "massGrams",
        coalesce(sum(case when m.from_boundary = 'adjustment' then m.pieces else -m.pieces end), 0) as pieces
      from stock_adjustments a left join movements m on m.evidence = 'stock-adjustment:' || a.id::text
      where a.site_id = ${siteId} and a.state = 'booked' and a.counted_at >= ${since.toISOString()}
      group by a.id
    )
    select *, sum("massGrams") over same as "sameGrams", sum(pieces) over same as "samePieces" from booked
    window same as (partition by item, "countedAt") order by "countedAt", id`);
  return z
    .array(AloneRow.extend({ above_limit: z.boolean() }))
    .parse(rows)
    .filter((row) => !row.above_limit)
    .map(({ massGrams, pieces, sameGrams, samePieces, ...row }) => ({
      ...row,
      ...{ net: { massGrams, pieces }, same: { massGrams: sameGrams, pieces: samePieces } },
    }));
}

/** Adds up, without signs, what one person alone has booked for an item of a site within days of an instant. */
export async function readBookedAlone(
  db: Reader,
  near: Pick<StockAdjustment, 'siteId' | 'item' | 'countedAt'>,
  windowDays: number,
): Promise<{ massGrams: number; pieces: number }> {
  const at = near.countedAt.toISOString();
  const { rows } = await db.execute(sql`
    select batches from stock_adjustments
    where site_id = ${near.siteId} and item = ${near.item} and state = 'booked' and not above_limit
      and counted_at between ${at}::timestamptz - make_interval(days => ${windowDays})
        and ${at}::timestamptz + make_interval(days => ${windowDays})`);
  const changes = z
    .array(z.object({ batches: Batches }))
    .parse(rows)
    .map(({ batches }) => changeOfAll(batches));
  return {
    massGrams: changes.reduce((sum, { massGrams }) => sum + Math.abs(massGrams), 0),
    pieces: changes.reduce((sum, { pieces }) => sum + Math.abs(pieces), 0),
  };
}
