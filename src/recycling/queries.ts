/** Lists of what recycling records, each limited to what the asker may see. */
import { and, asc, eq, gt, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Visibility } from '../core/access/visibility.ts';
import { toGrams } from '../core/mass.ts';
import { whereVisible } from '../parties/index.ts';
import type { Reader } from '../platform/database/db.ts';
import { type Page, placeOf, toPage } from '../platform/http/index.ts';
import { type AssayResponse, toAssayResponse } from './assays/schemas.ts';
import {
  type BatchListQuery,
  type DispositionResponse,
  type EmissionResponse,
  type SiteListQuery,
  type StockCountListQuery,
  type StockCountResponse,
  type SupplyResponse,
  toDispositionResponse,
  toEmissionResponse,
  toStockCountResponse,
  toSupplyResponse,
} from './inventory/schemas.ts';
import { recyclingProblem } from './problems.ts';
import { type RunListQuery, type RunMovementResponse, type RunResponse, toRunResponse } from './runs/schemas.ts';
import { assays, dispositions, emissions, runs, stockCounts, supplies } from './tables.ts';

type Own = { readonly id: PgColumn; readonly partyId: PgColumn; readonly siteId?: PgColumn };
type Paging = { readonly cursor?: string | undefined };
const identity = ({ id }: { readonly id: string }) => id;

/** Rows of the table that the asker sees and that come after the cursor. */
function visible(
  { id, partyId, siteId }: Own,
  visibility: Visibility,
  { cursor }: Paging,
  filters: readonly (SQL | undefined)[] = [],
) {
  const after = placeOf(cursor, z.uuid());
  return and(
    whereVisible(visibility, siteId ? { parties: [partyId], sites: [siteId] } : { parties: [partyId] }),
    after === undefined ? undefined : gt(id, after),
    ...filters,
  );
}

const equals = (column: PgColumn, value: string | undefined) => (value === undefined ? undefined : eq(column, value));

export async function listRuns(
  db: Reader,
  query: z.infer<typeof RunListQuery>,
  visibility: Visibility,
): Promise<Page<z.infer<typeof RunResponse>>> {
  const state = query.state && (query.state === 'open' ? isNull(runs.closedAt) : isNotNull(runs.closedAt));
  const rows = await db
    .select()
    .from(runs)
    .where(visible(runs, visibility, query, [equals(runs.siteId, query.siteId), state]))
    .orderBy(asc(runs.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, identity, toRow);
}

/** @throws Problem `run-missing`, also for a run of another party */
export async function readRun(db: Reader, id: string, visibility: Visibility): Promise<z.infer<typeof RunResponse>> {
  const [row] = await db
    .select()
    .from(runs)
    .where(visible(runs, visibility, {}, [eq(runs.id, id)]));
  if (!row) throw recyclingProblem('run-missing', { id, pointer: '#/params/id' });
  return toRow(row);
}

function toRow(row: typeof runs.$inferSelect): z.infer<typeof RunResponse> {
  return toRunResponse({
    ...row,
    fedGrams: toGrams(row.fedGrams),
    yieldedGrams: toGrams(row.yieldedGrams),
    gainedGrams: toGrams(row.gainedGrams),
    lostGrams: toGrams(row.lostGrams),
    carriedGrams: toGrams(row.carriedGrams),
  });
}

type MovementRow = {
  id: string;
  kind: string;
  direction: 'in' | 'out';
  batch_id: string | null;
  material: string | null;
  mass_grams: string;
  pieces: number;
  occurred_at: string;
  recorded_at: string;
};

/** Everything that went into and came out of a run, first to last. */
export async function listRunMovements(
  db: Reader,
  runId: string,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<z.infer<typeof RunMovementResponse>>> {
  const after = placeOf(query.cursor, z.string().regex(/^\d{1,18}$/)) ?? '0';
  const { rows } = await db.execute<MovementRow>(sql`
    select m.id, m.kind, case when m.to_batch_id = ${runId} then 'in' else 'out' end as direction,
      b.id as batch_id, b.material, m.mass_grams, m.pieces, m.occurred_at, m.recorded_at
    from movements m left join batches b
      on b.id = case when m.to_batch_id = ${runId} then m.from_batch_id else m.to_batch_id end
    where m.evidence = ${`run:${runId}`} and m.id > ${after}::bigint order by m.id limit ${query.limit + 1}`);
  return toPage(rows, query.limit, identity, (row) => ({
    id: row.id,
    kind: row.kind,
    batchId: row.batch_id,
    direction: row.direction,
    material: row.material,
    massGrams: Number(row.mass_grams),
    pieces: row.pieces,
    occurredAt: new Date(row.occurred_at).toISOString(),
    recordedAt: new Date(row.recorded_at).toISOString(),
  }));
}

export async function listSupplies(
  db: Reader,
  query: z.infer<typeof SiteListQuery>,
  visibility: Visibility,
): Promise<Page<z.infer<typeof SupplyResponse>>> {
  const rows = await db
    .select()
    .from(supplies)
    .where(visible(supplies, visibility, query, [equals(supplies.siteId, query.siteId)]))
    .orderBy(asc(supplies.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, identity, toSupplyResponse);
}

export async function listAssays(
  db: Reader,
  query: z.infer<typeof BatchListQuery>,
  visibility: Visibility,
): Promise<Page<z.infer<typeof AssayResponse>>> {
  const rows = await db
    .select()
    .from(assays)
    .where(visible(assays, visibility, query, [equals(assays.batchId, query.batchId)]))
    .orderBy(asc(assays.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, identity, toAssayResponse);
}

export async function listDispositions(
  db: Reader,
  query: z.infer<typeof BatchListQuery>,
  visibility: Visibility,
): Promise<Page<z.infer<typeof DispositionResponse>>> {
  const rows = await db
    .select()
    .from(dispositions)
    .where(visible(dispositions, visibility, query, [equals(dispositions.batchId, query.batchId)]))
    .orderBy(asc(dispositions.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, identity, toDispositionResponse);
}

export async function listStockCounts(
  db: Reader,
  query: z.infer<typeof StockCountListQuery>,
  visibility: Visibility,
): Promise<Page<z.infer<typeof StockCountResponse>>> {
  const filters = [equals(stockCounts.siteId, query.siteId), equals(stockCounts.countedOn, query.countedOn)];
  const rows = await db
    .select()
    .from(stockCounts)
    .where(visible(stockCounts, visibility, query, filters))
    .orderBy(asc(stockCounts.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, identity, toStockCountResponse);
}

export async function listEmissions(
  db: Reader,
  query: z.infer<typeof SiteListQuery>,
  visibility: Visibility,
): Promise<Page<z.infer<typeof EmissionResponse>>> {
  const rows = await db
    .select()
    .from(emissions)
    .where(visible(emissions, visibility, query, [equals(emissions.siteId, query.siteId)]))
    .orderBy(asc(emissions.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, identity, toEmissionResponse);
}
