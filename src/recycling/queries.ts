/** The records of recycling that the caller may see: lists, and single records. */
import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { corrected, findCorrections, MOVEMENT_KINDS } from '../batches/index.ts';
import type { Visibility } from '../core/access/visibility.ts';
import { toGrams } from '../core/mass.ts';
import { whereVisible } from '../parties/index.ts';
import type { Reader } from '../platform/database/db.ts';
import { equals, page } from '../platform/database/page.ts';
import { type Page, readCursor, toPage } from '../platform/http/index.ts';
import { analysisProblem } from './analyses/problems.ts';
import { type AnalysisResponse, toAnalysisResponse } from './analyses/schemas.ts';
import { type AssayResponse, toAssayResponse } from './assays/schemas.ts';
import { visibleToLaboratory } from './certificates/queries.ts';
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
import { analyses, assays, dispositions, emissions, runs, stockCounts, supplies, useConfirmations } from './tables.ts';
import { useProblem } from './uses/problems.ts';
import { type ConfirmationListQuery, toUseConfirmationResponse, type UseConfirmationResponse } from './uses/schemas.ts';

type Owned = { readonly partyId: PgColumn; readonly siteId?: PgColumn };

/** SQL condition that limits rows to those of visible organisations and, where rows have one, visible sites. */
const onlyVisible = (visibility: Visibility, { partyId, siteId }: Owned) =>
  whereVisible(visibility, siteId ? { parties: [partyId], sites: [siteId] } : { parties: [partyId] });

/** Returns the reading of one record of a table, with one problem for records of others and unknown ids. */
const readOf =
  <Table extends PgTable & Owned & { readonly id: PgColumn }, Item>(
    table: Table,
    missing: Missing,
    toItem: (row: Table['$inferSelect']) => Item,
  ) =>
  async (db: Reader, visibility: Visibility, id: string): Promise<Item> => {
    const rows: Table['$inferSelect'][] = await db
      .select()
      .from<PgTable>(table)
      .where(and(eq(table.id, id), onlyVisible(visibility, table)));
    const [row] = rows;
    if (row === undefined) throw recyclingProblem(missing, { id, pointer: '#/params/id' });
    return toItem(row);
  };

type Missing = `${'run' | 'supply' | 'disposition' | 'stock-count' | 'emission'}-missing`;

/** Returns the reading of one record with the values that its corrections left. */
const readCorrected = <Table extends PgTable & Owned & { readonly id: PgColumn }, Item>(
  table: Table,
  noun: Corrected,
  toItem: (row: Table['$inferSelect'] & { readonly corrections: number }) => Item,
) => {
  const read = readOf(table, `${noun}-missing`, (row) => row);
  return async (db: Reader, visibility: Visibility, id: string): Promise<Item> => {
    const [row] = await correctedRows(db, noun, [await read(db, visibility, id)]);
    if (row === undefined) throw new Error('a record that was read has a row');
    return toItem(row);
  };
};

type Corrected = 'supply' | 'disposition' | 'emission';

/** Adds to rows what their corrections left. */
async function correctedRows<Row extends object>(db: Reader, noun: Corrected, rows: readonly Row[]) {
  const subjectOf = (row: Row) => `${noun}:${'id' in row ? row.id : ''}`;
  const found = await findCorrections(db, rows.map(subjectOf));
  return rows.map((row) => corrected(row, found.get(subjectOf(row)) ?? []));
}

/** Reads a page of records with the values that their corrections left. */
async function pageCorrected<Table extends PgTable & { readonly id: PgColumn }, Item>(
  db: Reader,
  table: Table,
  noun: Corrected,
  of: {
    readonly query: { readonly limit: number; readonly cursor?: string | undefined };
    readonly where: readonly (SQL | undefined)[];
    readonly toItem: (row: Table['$inferSelect'] & { readonly corrections: number }) => Item;
  },
): Promise<Page<Item>> {
  const { items, nextCursor } = await page(db, table, { ...of, toItem: (row) => row as object });
  const rows = await correctedRows(db, noun, items);
  return { items: rows.map((row) => of.toItem(row)), nextCursor };
}

export const readRun = readOf(runs, 'run-missing', toRow);
export const readSupply = readCorrected(supplies, 'supply', toSupplyResponse);
export const readDisposition = readCorrected(dispositions, 'disposition', toDispositionResponse);

/** Reads a confirmation of use, which its recycler and its author see. */
export async function readUseConfirmation(
  db: Reader,
  visibility: Visibility,
  id: string,
): Promise<z.infer<typeof UseConfirmationResponse>> {
  const [row] = await db
    .select()
    .from(useConfirmations)
    .where(and(eq(useConfirmations.id, id), confirmationsOf(visibility)));
  if (row === undefined) throw useProblem('use-confirmation-missing', { id, pointer: '#/params/id' });
  return toUseConfirmationResponse(row);
}

const confirmationsOf = (visibility: Visibility) =>
  whereVisible(visibility, { parties: [useConfirmations.partyId, useConfirmations.confirmedById] });

export function listUseConfirmations(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof ConfirmationListQuery>,
): Promise<Page<z.infer<typeof UseConfirmationResponse>>> {
  const where = [confirmationsOf(visibility), equals(useConfirmations.dispositionId, query.dispositionId)];
  return page(db, useConfirmations, { query, where, toItem: toUseConfirmationResponse });
}

export const readStockCount = readOf(stockCounts, 'stock-count-missing', toStockCountResponse);
export const readEmission = readCorrected(emissions, 'emission', toEmissionResponse);

export function listRuns(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof RunListQuery>,
): Promise<Page<z.infer<typeof RunResponse>>> {
  const state = query.state && (query.state === 'open' ? isNull(runs.closedAt) : isNotNull(runs.closedAt));
  const where = [onlyVisible(visibility, runs), equals(runs.siteId, query.siteId), state];
  return page(db, runs, { query, where, toItem: toRow });
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

const MovementRow = z.object({
  id: z.string(),
  kind: z.enum(MOVEMENT_KINDS),
  batchId: z.string().nullable(),
  direction: z.enum(['in', 'out']),
  material: z.string().nullable(),
  materialCode: z.string().nullable(),
  massGrams: z.coerce.number(),
  pieces: z.number(),
  occurredAt: z.coerce.date(),
  recordedAt: z.coerce.date(),
});

/** Lists the feeds and outputs of a run, and its process differences, first to last. */
export async function listRunMovements(
  db: Reader,
  runId: string,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<z.infer<typeof RunMovementResponse>>> {
  const after = readCursor(query.cursor, z.string().regex(/^\d{1,18}$/)) ?? '0';
  const { rows } = await db.execute(sql`
    select m.id, m.kind, b.id as "batchId", case when m.to_batch_id = ${runId} then 'in' else 'out' end as direction,
      b.material, o.material as "materialCode", m.mass_grams as "massGrams", m.pieces, m.occurred_at as "occurredAt", m.recorded_at as "recordedAt"
    from movements m left join batches b
      on b.id = case when m.to_batch_id = ${runId} then m.from_batch_id else m.to_batch_id end
      left join run_outputs o on o.batch_id = m.to_batch_id
    where m.evidence = ${`run:${runId}`} and m.id > ${after}::bigint order by m.id limit ${query.limit + 1}`);
  return toPage(
    z.array(MovementRow).parse(rows),
    query.limit,
    ({ id }) => id,
    ({ occurredAt, recordedAt, ...movement }) => ({
      ...movement,
      occurredAt: occurredAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
    }),
  );
}

export function listSupplies(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof SiteListQuery>,
): Promise<Page<z.infer<typeof SupplyResponse>>> {
  const where = [onlyVisible(visibility, supplies), equals(supplies.siteId, query.siteId)];
  return pageCorrected(db, supplies, 'supply', { query, where, toItem: toSupplyResponse });
}

/** Reads an assay, which its recycler and its laboratory see. */
export async function readAssay(
  db: Reader,
  visibility: Visibility,
  id: string,
): Promise<z.infer<typeof AssayResponse>> {
  const [row] = await db
    .select()
    .from(assays)
    .where(and(eq(assays.id, id), visibleToLaboratory(visibility, assays)));
  if (row === undefined) throw recyclingProblem('assay-missing', { id, pointer: '#/params/id' });
  return toAssayResponse(row);
}

/** Reads an analysis, which its recycler and its laboratory see. */
export async function readAnalysis(
  db: Reader,
  visibility: Visibility,
  id: string,
): Promise<z.infer<typeof AnalysisResponse>> {
  const [row] = await db
    .select()
    .from(analyses)
    .where(and(eq(analyses.id, id), visibleToLaboratory(visibility, analyses)));
  if (row === undefined) throw analysisProblem('analysis-missing', { id, pointer: '#/params/id' });
  return toAnalysisResponse(row);
}

export function listAnalyses(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof BatchListQuery>,
): Promise<Page<z.infer<typeof AnalysisResponse>>> {
  const where = [visibleToLaboratory(visibility, analyses), equals(analyses.batchId, query.batchId)];
  return page(db, analyses, { query, where, toItem: toAnalysisResponse });
}

export function listAssays(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof BatchListQuery>,
): Promise<Page<z.infer<typeof AssayResponse>>> {
  const where = [visibleToLaboratory(visibility, assays), equals(assays.batchId, query.batchId)];
  return page(db, assays, { query, where, toItem: toAssayResponse });
}

export function listDispositions(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof BatchListQuery>,
): Promise<Page<z.infer<typeof DispositionResponse>>> {
  const where = [onlyVisible(visibility, dispositions), equals(dispositions.batchId, query.batchId)];
  return pageCorrected(db, dispositions, 'disposition', { query, where, toItem: toDispositionResponse });
}

export function listStockCounts(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof StockCountListQuery>,
): Promise<Page<z.infer<typeof StockCountResponse>>> {
  const where = [
    onlyVisible(visibility, stockCounts),
    equals(stockCounts.siteId, query.siteId),
    equals(stockCounts.countedOn, query.countedOn),
  ];
  return page(db, stockCounts, { query, where, toItem: toStockCountResponse });
}

export function listEmissions(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof SiteListQuery>,
): Promise<Page<z.infer<typeof EmissionResponse>>> {
  const where = [onlyVisible(visibility, emissions), equals(emissions.siteId, query.siteId)];
  return pageCorrected(db, emissions, 'emission', { query, where, toItem: toEmissionResponse });
}
